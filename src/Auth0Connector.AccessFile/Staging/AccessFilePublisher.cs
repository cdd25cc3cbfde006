using Auth0Connector.AccessFile.Container;
using Auth0Connector.AccessFile.Disk;
using Auth0Connector.AccessFile.Failures;

namespace Auth0Connector.AccessFile.Staging;

/// <summary>
/// Puts a finished database in the target's place: written beside it, flushed to the disk, renamed over it, directory
/// flushed. At every instant the target is the old file or the new one, whole.
/// </summary>
internal static class AccessFilePublisher
{
    public static long Publish(string finishedPath, string targetPath, IDisk disk, CancellationToken cancellationToken)
    {
        var temporary = TemporaryOf(targetPath);
        try
        {
            var size = IsPlainDatabase(targetPath)
                ? Flush(finishedPath, disk)
                : Compress(finishedPath, temporary, Mode(targetPath), disk, cancellationToken);
            ExistingTarget.DemandReplaceable(targetPath);
            disk.Replace(IsPlainDatabase(targetPath) ? finishedPath : temporary, targetPath);
            disk.FlushDirectory(System.IO.Path.GetDirectoryName(targetPath)!);
            StagingDatabase.Delete(finishedPath);
            return size;
        }
        catch (Exception failure) when (FileFailure.Is(failure))
        {
            throw FileFailure.From(failure, targetPath, "write");
        }
        finally
        {
            DeleteQuietly(temporary);
        }
    }

    /// <summary>Where the new file is written before it takes the target's place.</summary>
    public static string TemporaryOf(string targetPath) => targetPath + ".tmp";

    /// <summary><c>-f x.db</c> and <c>-f x.sqlite</c> ask for the database as it is.</summary>
    public static bool IsPlainDatabase(string targetPath) =>
        System.IO.Path.GetExtension(targetPath).ToLowerInvariant() is ".db" or ".sqlite";

    private static long Compress(string databasePath, string temporary, UnixFileMode mode, IDisk disk, CancellationToken cancellationToken)
    {
        File.Delete(temporary);
        using var output = disk.Create(temporary, mode);
        AccessFileEncoder.Encode(databasePath, output, cancellationToken);
        disk.Flush(output);
        return output.Length;
    }

    private static long Flush(string databasePath, IDisk disk)
    {
        using var database = new FileStream(databasePath, FileMode.Open, FileAccess.ReadWrite);
        disk.Flush(database);
        return database.Length;
    }

    private static UnixFileMode Mode(string targetPath) =>
        !OperatingSystem.IsWindows() && File.Exists(targetPath) ? File.GetUnixFileMode(targetPath) : LocalDisk.OwnerOnly;

    // The first failure is the one that the person has to hear.
    private static void DeleteQuietly(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // The next run removes it.
        }
    }
}
