using Auth0Connector.AccessFile.Disk;

namespace Auth0Connector.AccessFile.Caching;

/// <summary>A database on its way into the cache: nothing refers to it before it is whole, and it goes on dispose if it never was.</summary>
internal sealed class CacheWriter(UnpackedCache cache, CachedSource source, string path) : IDisposable
{
    private bool _isKept;

    /// <summary>Makes the file that is to be written.</summary>
    public FileStream Create() => (FileStream)LocalDisk.Real.Create(path, LocalDisk.OwnerOnly);

    /// <summary>
    /// Says that it is whole, once <paramref name="target"/> has all of it and if the source is what it was. Null where it is not kept.
    /// </summary>
    public CachedDatabase? Keep(FileStream target, FileStream packed)
    {
        var kept = UnpackedCache.Quietly(() =>
        {
            var boot = SystemBoot.Id();
            if (boot.Length == 0)
            {
                LocalDisk.Real.Flush(target);
            }

            target.Dispose();
            if (CachedSource.Of(packed, source.Path) != source)
            {
                return null;
            }

            var state = FileFacts.Of(path).State;
            var held = UnpackedCache.Hold(path, state);
            if (held is not null)
            {
                Write(new CacheEntry(source.Path, source.State, Path.GetFileName(path), state, boot));
            }

            return held;
        });
        _isKept = kept is not null;
        return kept;
    }

    public void Dispose()
    {
        if (!_isKept)
        {
            CacheRoom.Remove(path);
        }
    }

    // Put in its place in one step, after all that it speaks of.
    private void Write(CacheEntry entry)
    {
        var place = cache.EntryPath(source);
        var temporary = Path.ChangeExtension(path, ".tmp");
        using (var stream = new StreamWriter(LocalDisk.Real.Create(temporary, LocalDisk.OwnerOnly)))
        {
            stream.Write(entry.ToText());
        }

        var former = CacheEntry.Read(place);
        LocalDisk.Real.Replace(temporary, place);
        if (former is not null && former.DatabaseName != entry.DatabaseName)
        {
            CacheRoom.Remove(Path.Combine(cache.Folder, former.DatabaseName));
        }
    }
}
