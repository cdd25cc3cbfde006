using System.Text;
using Auth0Connector.Cli.Shell;

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
        using var reader = new StreamReader(new MemoryStream(ReadBytes(path, label, what, mostBytes)), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        return reader.ReadToEnd();
    }

    /// <summary>The whole file.</summary>
    /// <param name="path">The absolute path.</param>
    /// <param name="label">How the message begins.</param>
    /// <param name="what">What the file should be.</param>
    /// <param name="mostBytes">A larger file is something else.</param>
    public static byte[] ReadBytes(string path, string label, string what, long mostBytes)
    {
        try
        {
            if (Directory.Exists(path))
            {
                throw new UsageException($"{label} is a directory; name {what} itself");
            }

            if (!File.Exists(path))
            {
                throw new UsageException($"{label} does not exist; name {what}");
            }

            // Not File.ReadAllBytes: a named pipe (process substitution) has no length to ask for.
            using var file = File.OpenRead(path);
            using var bytes = new MemoryStream();
            var block = new byte[64 * 1024];
            for (int read; (read = file.Read(block)) > 0;)
            {
                bytes.Write(block, 0, read);
                if (bytes.Length > mostBytes)
                {
                    throw new UsageException($"{label} is larger than {mostBytes / 1024} KiB and so cannot be {what}");
                }
            }

            return bytes.ToArray();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            var why = failure is UnauthorizedAccessException ? "no permission" : "the system refused";
            throw new UsageException($"{label} cannot be read ({why}); give the user who runs this the right to read it", failure);
        }
    }
}
