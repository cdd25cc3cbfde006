using System.Text;
using Auth0Connector.AccessFile.Disk;
using Auth0Connector.AccessFile.Failures;
using Auth0Connector.Cli.Export;

namespace Auth0Connector.Cli.Configure;

/// <summary>Writes what is the person's own: readable by nobody else, there whole or not at all.</summary>
internal static class OwnFiles
{
    private const UnixFileMode OwnerAlone = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Writes a file, and makes the folders above it that are missing.</summary>
    /// <exception cref="AccessFileException">It cannot be written.</exception>
    public static void Write(string path, string text)
    {
        MakeFolder(Path.GetDirectoryName(path)!);

        // A link, as people have for files that they keep in a repository, stays one.
        ExportTarget.Write(OutputPlace.ForReplacing(path), mayReplace: true, (stream, _) =>
        {
            stream.Write(new UTF8Encoding(encoderShouldEmitUTF8Identifier: false).GetBytes(text));
            return 0;
        });
    }

    /// <summary>Makes a folder, for its owner alone, with those above it.</summary>
    /// <exception cref="AccessFileException">It cannot be made.</exception>
    public static void MakeFolder(string path)
    {
        try
        {
            if (OperatingSystem.IsWindows())
            {
                Directory.CreateDirectory(path);
            }
            else
            {
                Directory.CreateDirectory(path, OwnerAlone);
            }
        }
        catch (Exception failure) when (FileFailure.Is(failure))
        {
            throw FileFailure.From(failure, path, "make the folder");
        }
    }
}
