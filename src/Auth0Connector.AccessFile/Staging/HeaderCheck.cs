using System.Buffers.Binary;

namespace Auth0Connector.AccessFile.Staging;

/// <summary>The parts of a database's first 100 bytes that never change (https://sqlite.org/fileformat2.html#the_database_header).</summary>
internal static class HeaderCheck
{
    private const int HeaderSize = 100;

    /// <summary>Whether they stand as they should. Not while SQLite has the file open: its locks would go with ours.</summary>
    public static bool Holds(string path)
    {
        var header = new byte[HeaderSize];
        using (var file = File.OpenRead(path))
        {
            if (file.Length == 0)
            {
                // All of it is in the log.
                return true;
            }

            if (file.ReadAtLeast(header, HeaderSize, throwOnEndOfStream: false) < HeaderSize)
            {
                return false;
            }
        }

        return header.AsSpan().StartsWith("SQLite format 3\0"u8)
            // Format versions are 1 for a rollback journal and 2 for a log; no reserved bytes; the payload's fixed fractions.
            && header[18] == header[19] && header[18] is 1 or 2
            && header.AsSpan(20, 4).SequenceEqual<byte>([0, 64, 32, 32])
            // The schema's format and UTF-8; neither stands here before the first table has left the log.
            && (Number(header, 44), Number(header, 56)) is (4, 1) or (0, 0)
            // Size of the cache, vacuuming, the version and id of an application, what is reserved.
            && Number(header, 48) == 0 && Number(header, 52) == 0 && Number(header, 60) == 0 && Number(header, 64) == 0
            && Number(header, 68) == 0 && !header.AsSpan(72, 20).ContainsAnyExcept((byte)0);
    }

    private static uint Number(byte[] header, int offset) => BinaryPrimitives.ReadUInt32BigEndian(header.AsSpan(offset));
}
