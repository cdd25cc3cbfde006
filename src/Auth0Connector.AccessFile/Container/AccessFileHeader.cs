using Auth0Connector.AccessFile.Failures;

namespace Auth0Connector.AccessFile.Container;

/// <summary>The first bytes of a file and what they say (format sections 0 and 1).</summary>
internal static class AccessFileHeader
{
    /// <summary>Enough bytes to tell every kind apart.</summary>
    public const int ProbeLength = 16;

    /// <summary>The five bytes before the zstd stream.</summary>
    public static ReadOnlySpan<byte> Magic => "C1ZF\0"u8;

    private static ReadOnlySpan<byte> PebbleMagic => "C1Z3"u8;

    private static ReadOnlySpan<byte> SqliteMagic => "SQLite format 3\0"u8;

    /// <summary>Tells the container from a plain database; throws for everything else.</summary>
    public static AccessFileContainer Identify(ReadOnlySpan<byte> start, string path)
    {
        if (start.IsEmpty)
        {
            throw new AccessFileException(AccessFileErrorKind.NotFound, $"The file '{path}' is empty.", path);
        }

        if (start.StartsWith(Magic))
        {
            return AccessFileContainer.Compressed;
        }

        if (start.StartsWith(SqliteMagic))
        {
            return AccessFileContainer.PlainSqlite;
        }

        if (start.StartsWith(PebbleMagic))
        {
            throw new AccessFileException(
                AccessFileErrorKind.UnsupportedFormat,
                $"The file '{path}' is an access file of the newer Pebble kind (C1Z3), which is not read here. "
                + "Write it with '--storage-engine sqlite', or sync into another file.",
                path);
        }

        if (Magic.StartsWith(start) || PebbleMagic.StartsWith(start) || SqliteMagic.StartsWith(start))
        {
            throw new AccessFileException(
                AccessFileErrorKind.Corrupt,
                $"The file '{path}' is cut off: it ends after {start.Length} bytes.",
                path);
        }

        throw new AccessFileException(
            AccessFileErrorKind.NotAnAccessFile,
            $"The file '{path}' is neither an access file (.c1z) nor a SQLite database.",
            path);
    }
}
