using System.Text;
using Auth0Connector.AccessFile.Disk;
using Auth0Connector.AccessFile.Failures;
using Auth0Connector.Cli.Export;

namespace Auth0Connector.Cli.Configure;

/// <summary>Writes what is the person's own: readable by nobody else, there whole or not at all.</summary>
internal static class OwnFiles
{
    /// <summary>Writes a file, and makes the folders above it that are missing.</summary>
    /// <exception cref="AccessFileException">It cannot be written.</exception>
    public static void Write(string path, string text)
    {
        OwnFolder.Make(Path.GetDirectoryName(path)!);

        // A link, as people have for files that they keep in a repository, stays one.
        ExportTarget.Write(OutputPlace.ForReplacing(path), mayReplace: true, (stream, _) =>
        {
            stream.Write(new UTF8Encoding(encoderShouldEmitUTF8Identifier: false).GetBytes(text));
            return 0;
        });
    }
}
