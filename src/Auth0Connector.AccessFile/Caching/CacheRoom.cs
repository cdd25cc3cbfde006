using Auth0Connector.AccessFile.Disk;

namespace Auth0Connector.AccessFile.Caching;

/// <summary>How much a folder of unpacked databases may take, and what goes where that is too much.</summary>
internal static class CacheRoom
{
    // Whoever begins to unpack writes all the time.
    private static readonly TimeSpan Abandoned = TimeSpan.FromHours(1);

    private const int Part = 4;

    /// <summary>Lets go of what has lost its source, is not whole, or was begun and left.</summary>
    public static void Sweep(string folder, DateTimeOffset now)
    {
        var kept = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in Files(folder, "*" + CacheEntry.Extension))
        {
            var entry = CacheEntry.Read(path);
            if (entry is not null && (entry.IsOfNow() || !Remove(Path.Combine(folder, entry.DatabaseName))))
            {
                kept.Add(entry.DatabaseName);
            }
            else
            {
                Remove(path);
            }
        }

        foreach (var path in Files(folder, "*").Where(path => !path.EndsWith(CacheEntry.Extension, StringComparison.Ordinal) && !kept.Contains(Path.GetFileName(path))))
        {
            if (now.UtcDateTime - File.GetLastWriteTimeUtc(path) > Abandoned)
            {
                Remove(path);
            }
        }
    }

    /// <summary>Whether so many bytes more may be kept; those entries go that were not used for longest.</summary>
    public static bool Make(string folder, long bytes, long mostBytes, Func<long> freeBytes)
    {
        var entries = Files(folder, "*" + CacheEntry.Extension)
            .Select(path => (Path: path, Used: File.GetLastWriteTimeUtc(path), Database: CacheEntry.Read(path) is { } entry ? Path.Combine(folder, entry.DatabaseName) : null))
            .OrderBy(static entry => entry.Used)
            .ToList();
        var held = Files(folder, "*" + CacheEntry.DatabaseExtension).Sum(static path => FileFacts.Of(path).Size);
        var most = Math.Min(mostBytes, (freeBytes() + held) / Part);
        if (bytes > most)
        {
            return false;
        }

        foreach (var (path, _, database) in entries.TakeWhile(_ => held + bytes > most))
        {
            var size = database is null ? 0 : FileFacts.Of(database).Size;
            if (database is null || Remove(database))
            {
                Remove(path);
                held -= size;
            }
        }

        return held + bytes <= most;
    }

    /// <summary>All files of a kind; links and folders are none.</summary>
    public static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.EnumerateFiles(folder, pattern).Where(static path => FileFacts.Of(path).Kind == FileKind.Regular).Order(StringComparer.Ordinal).ToList();

    /// <summary>Removes a file that nobody reads: a reader opens it a second time by its name. True where it is gone.</summary>
    public static bool Remove(string path)
    {
        try
        {
            if (FileFacts.Of(path).Kind == FileKind.Absent)
            {
                return true;
            }

            using (new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.None, bufferSize: 0))
            {
                // Nobody else has it: on Unix this is an advisory lock, which readers hold shared.
            }

            File.Delete(path);
            return true;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
