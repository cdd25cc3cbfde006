using System.Globalization;
using Auth0Connector.AccessFile.Disk;
using Auth0Connector.AccessFile.Failures;

namespace Auth0Connector.AccessFile.Staging;

/// <summary>Says early that the disk is too small, where that can be foreseen; what cannot be foreseen fails when it is written.</summary>
internal static class SpaceCheck
{
    // zstd takes such databases to a fifth or less; a third leaves room for odd ones.
    private const int Compression = 3;

    /// <summary>Before the first page: the former database is unpacked once, and the new one holds it or another like it.</summary>
    public static void BeforeReading(string targetPath, string partialPath, IDisk disk)
    {
        var former = FormerFile.DatabaseBytes(targetPath);
        var already = Size(partialPath) + Size(partialPath + "-wal");
        Demand(targetPath, (2 * former) + (former / Compression) - already, "reading", disk);
    }

    /// <summary>Before the finish: the new file stands beside the working file until it takes the target's place.</summary>
    public static void BeforeFinish(string targetPath, string partialPath, IDisk disk)
    {
        var needed = AccessFilePublisher.IsPlainDatabase(targetPath) ? 0 : Size(partialPath) / Compression;
        Demand(targetPath, needed, "finishing", disk);
    }

    private static void Demand(string targetPath, long needed, string step, IDisk disk)
    {
        var free = disk.FreeBytes(System.IO.Path.GetDirectoryName(targetPath)!);
        if (needed > free)
        {
            throw new AccessFileException(
                AccessFileErrorKind.DiskFull,
                $"{step} needs about {Megabytes(needed)} MB beside '{targetPath}' and {Megabytes(free)} MB are free; make room and run again, which goes on where this run stopped",
                targetPath);
        }
    }

    private static long Size(string path) => File.Exists(path) ? new FileInfo(path).Length : 0;

    private static string Megabytes(long bytes) => Math.Ceiling(bytes / 1_000_000.0).ToString("0", CultureInfo.InvariantCulture);
}
