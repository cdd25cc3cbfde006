using Auth0Connector.AccessFile.Caching;
using Auth0Connector.AccessFile.Container;
using Auth0Connector.AccessFile.Failures;

namespace Auth0Connector.AccessFile.Reading;

/// <summary>The unpacked database of a file out of the cache, where it is put first if it is worth it.</summary>
internal static class CachedCopy
{
    /// <summary>Null where the file is to be unpacked as if there were no cache; the source stands where it stood.</summary>
    /// <exception cref="AccessFileException">The file itself is damaged or too large.</exception>
    public static CachedDatabase? Find(FileStream source, string path, AccessFileReaderOptions options, CancellationToken cancellationToken)
    {
        if (options.Cache is not { } cache
            || PackedDatabase.SizeOf(source) is not { } size || size < cache.LeastBytes || size > options.Limits.MaxDecodedBytes
            || UnpackedCache.Quietly(() => CachedSource.Of(source, path)) is not { } identity)
        {
            return null;
        }

        return cache.Find(identity) ?? Keep(source, path, cache.Begin(identity, size), size, options.Limits, cancellationToken);
    }

    private static CachedDatabase? Keep(
        FileStream source, string path, CacheWriter? writer, long size, DecoderLimits limits, CancellationToken cancellationToken)
    {
        if (writer is null)
        {
            return null;
        }

        var begin = source.Position;
        using (writer)
        {
            try
            {
                using var target = writer.Create();
                AccessFileDecoder.Decode(source, target, path, limits, cancellationToken);
                if (target.Length == size && writer.Keep(target, source) is { } kept)
                {
                    return kept;
                }
            }
            catch (Exception failure) when (IsOfPlace(failure))
            {
                // There may be room elsewhere.
            }
        }

        source.Position = begin;
        return null;
    }

    private static bool IsOfPlace(Exception failure) =>
        failure is AccessFileException own ? own.Kind == AccessFileErrorKind.DiskFull : FileFailure.Is(failure);
}
