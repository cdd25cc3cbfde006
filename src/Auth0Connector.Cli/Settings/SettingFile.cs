using System.Text;

namespace Auth0Connector.Cli.Settings;

/// <summary>Reads a small file that a setting names, and says what is wrong with it in the setting's words.</summary>
internal static class SettingFile
{
    /// <summary>The whole text of the file, without a byte order mark.</summary>
    /// <param name="path">The absolute path.</param>
    /// <param name="label">How the message begins, such as <c>--auth0-private-key-file: key.pem</c>.</param>
    /// <param name="what">What the file should be, such as <c>the key file</c>.</param>
    /// <param name="mostBytes">A larger file is something else.</param>
    public static string ReadText(string path, string label, string what, long mostBytes)
    {
        try
        {
            if (Directory.Exists(path))
            {
                throw new ConfigurationException($"{label} is a directory; name {what} itself");
            }

            if (!File.Exists(path))
            {
                throw new ConfigurationException($"{label} does not exist; name {what}");
            }

            // Not File.ReadAllText: a named pipe (process substitution) has no length to ask for.
            using var file = File.OpenRead(path);
            using var reader = new StreamReader(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            var buffer = new char[mostBytes + 1];
            var length = reader.ReadBlock(buffer);
            return length <= mostBytes
                ? new string(buffer, 0, length)
                : throw new ConfigurationException($"{label} is larger than {mostBytes / 1024} KiB and so cannot be {what}");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            var why = failure is UnauthorizedAccessException ? "no permission" : "the system refused";
            throw new ConfigurationException($"{label} cannot be read ({why}); give the user who runs this the right to read it", failure);
        }
    }
}
