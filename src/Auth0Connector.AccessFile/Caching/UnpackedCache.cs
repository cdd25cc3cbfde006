using Auth0Connector.AccessFile.Disk;
using Auth0Connector.AccessFile.Failures;

namespace Auth0Connector.AccessFile.Caching;

/// <summary>
/// Databases of large access files that stay unpacked in a folder that only this user enters, so that a second question needs no
/// unpacking. One is used only while it is the very file that was written, and its source the very file that was read; whatever is
/// odd counts as not there, and nothing fails because of it.
/// </summary>
/// <param name="Folder">The folder; it is made when something is kept.</param>
/// <param name="Clock">Tells what was left long ago.</param>
public sealed record UnpackedCache(string Folder, TimeProvider Clock)
{
    /// <summary>Bytes below which unpacking takes so little that nothing is kept.</summary>
    public long LeastBytes { get; init; } = 32 << 20;

    /// <summary>Bytes of all databases together; never more than a quarter of what is free.</summary>
    public long MostBytes { get; init; } = 4L << 30;

    /// <summary>What is kept of a file, if it is whole and the file is still what it was.</summary>
    internal CachedDatabase? Find(CachedSource source) => Quietly(() =>
    {
        if (!Directory.Exists(Folder))
        {
            return null;
        }

        OwnFolder.Demand(Folder);
        CacheRoom.Sweep(Folder, Clock.GetUtcNow());
        var entryPath = EntryPath(source);
        if (CacheEntry.Read(entryPath) is not { } entry
            || entry.SourcePath != source.Path || entry.SourceState != source.State || entry.Boot != SystemBoot.Id())
        {
            return null;
        }

        var found = Hold(Path.Combine(Folder, entry.DatabaseName), entry.DatabaseState);
        if (found is not null)
        {
            // When it was last used.
            File.SetLastWriteTimeUtc(entryPath, Clock.GetUtcNow().UtcDateTime);
        }

        return found;
    });

    /// <summary>A place for a database of so many bytes; null where it is not kept.</summary>
    internal CacheWriter? Begin(CachedSource source, long bytes) => Quietly(() =>
    {
        if (bytes < LeastBytes || bytes > MostBytes)
        {
            return null;
        }

        OwnFolder.Make(Folder);
        OwnFolder.Demand(Folder);
        return CacheRoom.Make(Folder, bytes, MostBytes, () => LocalDisk.Real.FreeBytes(Folder))
            ? new CacheWriter(this, source, Path.Combine(Folder, $"{source.Key}-{Guid.NewGuid():N}{CacheEntry.DatabaseExtension}"))
            : null;
    });

    /// <summary>Removes all that is kept, and says how many databases that were and their bytes.</summary>
    /// <exception cref="AccessFileException">The folder is not ours alone, or something in it cannot be removed.</exception>
    public (int Files, long Bytes) Clear()
    {
        if (FileFacts.Of(Folder).Kind == FileKind.Absent)
        {
            return (0, 0);
        }

        OwnFolder.Demand(Folder);
        var (files, bytes) = (0, 0L);
        try
        {
            // What says that a database is whole goes first.
            foreach (var path in CacheRoom.Files(Folder, "*").OrderBy(static path => path.EndsWith(CacheEntry.Extension, StringComparison.Ordinal) ? 0 : 1))
            {
                var size = FileFacts.Of(path).Size;
                File.Delete(path);
                var isDatabase = path.EndsWith(CacheEntry.DatabaseExtension, StringComparison.Ordinal);
                files += isDatabase ? 1 : 0;
                bytes += isDatabase ? size : 0;
            }
        }
        catch (Exception failure) when (FileFailure.Is(failure))
        {
            throw FileFailure.From(failure, Folder, "clear");
        }

        return (files, bytes);
    }

    internal string EntryPath(CachedSource source) => Path.Combine(Folder, source.Key + CacheEntry.Extension);

    /// <summary>The file of that name, if it is in that very state.</summary>
    internal static CachedDatabase? Hold(string path, string state)
    {
        var named = FileFacts.Of(path);
        if (named.Kind != FileKind.Regular || !CacheEntry.IsOwn(named) || named.State != state)
        {
            return null;
        }

        var hold = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        if (named.IsOpenAs(hold.SafeFileHandle) && FileFacts.Of(hold.SafeFileHandle, path).State == state)
        {
            return new CachedDatabase(path, hold);
        }

        hold.Dispose();
        return null;
    }

    internal static T? Quietly<T>(Func<T?> action)
        where T : class
    {
        try
        {
            return action();
        }
        catch (Exception failure) when (failure is AccessFileException || FileFailure.Is(failure))
        {
            return null;
        }
    }
}
