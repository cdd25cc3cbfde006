using Auth0Connector.AccessFile.Container;
using Auth0Connector.AccessFile.Disk;
using Auth0Connector.AccessFile.Failures;
using Auth0Connector.AccessFile.Reading;

namespace Auth0Connector.AccessFile.Staging;

/// <summary>Looks at what stands in the target's place: only an access file may be replaced by one.</summary>
internal static class ExistingTarget
{
    /// <exception cref="AccessFileException">Something else stands there, or in the place of a working file.</exception>
    public static void Check(string targetPath, CancellationToken cancellationToken)
    {
        DemandReplaceable(targetPath);
        OutputPlace.DemandFree(WorkingNames.Of(targetPath));
        if (!File.Exists(targetPath))
        {
            return;
        }

        Span<byte> beginning = stackalloc byte[AccessFileHeader.ProbeLength];
        using (var file = File.OpenRead(targetPath))
        {
            beginning = beginning[..file.ReadAtLeast(beginning, beginning.Length, throwOnEndOfStream: false)];
        }

        if (beginning.StartsWith("C1Z3"u8))
        {
            throw new AccessFileException(
                AccessFileErrorKind.UnsupportedFormat,
                $"{targetPath} is a Pebble access file, which is not written here; choose another name, or move it away",
                targetPath);
        }

        if (beginning.StartsWith("SQLite format 3\0"u8))
        {
            CheckTables(targetPath, cancellationToken);
        }
        else if (!beginning.IsEmpty && !beginning.StartsWith(AccessFileHeader.Magic))
        {
            // An empty file counts as absent (format section 1).
            throw new AccessFileException(
                AccessFileErrorKind.NotAnAccessFile,
                $"{targetPath} is no access file and is not overwritten; choose another name, or move it away",
                targetPath);
        }
    }

    /// <summary>The caller has resolved links: one that stands there now came meanwhile.</summary>
    /// <exception cref="AccessFileException">No file can take the place of what stands there.</exception>
    public static void DemandReplaceable(string targetPath)
    {
        if (OutputPlace.ForReplacing(targetPath) != System.IO.Path.GetFullPath(targetPath))
        {
            throw new AccessFileException(
                AccessFileErrorKind.NotWritable, $"'{targetPath}' is a link, which is not replaced; name the file itself", targetPath);
        }
    }

    private static void CheckTables(string targetPath, CancellationToken cancellationToken)
    {
        try
        {
            var options = new AccessFileReaderOptions { TemporaryFolder = System.IO.Path.GetDirectoryName(targetPath) };
            using var database = DecodedDatabase.Open(targetPath, options, cancellationToken);
            ForeignTables.Refuse(database.Connection, targetPath, mayBeEmpty: false);
        }
        catch (AccessFileException damaged) when (damaged.Kind == AccessFileErrorKind.Corrupt)
        {
            throw new AccessFileException(
                AccessFileErrorKind.Corrupt,
                $"{damaged.Message.TrimEnd('.')}; it is not overwritten: move it away, or name another file",
                targetPath,
                damaged);
        }
    }
}
