namespace Auth0Connector.AccessFile.Staging;

/// <summary>Looks at what stands in the target's place: only an access file may be replaced by one.</summary>
internal static class ExistingTarget
{
    /// <exception cref="AccessFileException">Something else stands there.</exception>
    public static void Check(string targetPath)
    {
        if (!File.Exists(targetPath))
        {
            return;
        }

        Span<byte> beginning = stackalloc byte[16];
        using var file = File.OpenRead(targetPath);
        beginning = beginning[..file.ReadAtLeast(beginning, beginning.Length, throwOnEndOfStream: false)];
        if (beginning.StartsWith("C1Z3"u8))
        {
            throw new AccessFileException(
                AccessFileErrorKind.UnsupportedFormat,
                $"{targetPath} is a Pebble access file, which is not written here; choose another name, or move it away",
                targetPath);
        }

        // An empty file counts as absent (format section 1).
        if (!beginning.IsEmpty && !beginning.StartsWith("C1ZF\0"u8) && !beginning.StartsWith("SQLite format 3\0"u8))
        {
            throw new AccessFileException(
                AccessFileErrorKind.NotAnAccessFile,
                $"{targetPath} is no access file and is not overwritten; choose another name, or move it away",
                targetPath);
        }
    }
}
