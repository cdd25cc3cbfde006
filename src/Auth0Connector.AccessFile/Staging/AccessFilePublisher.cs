using Auth0Connector.AccessFile.Container;

namespace Auth0Connector.AccessFile.Staging;

/// <summary>
/// Puts a finished database in the target's place: written beside it, flushed to the disk, renamed over it, directory
/// flushed. At every instant the target is the old file or the new one, whole.
/// </summary>
internal static class AccessFilePublisher
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public static long Publish(string finishedPath, string targetPath, CancellationToken cancellationToken)
    {
        var temporary = targetPath + ".tmp";
        try
        {
            var size = IsPlainDatabase(targetPath)
                ? Flush(finishedPath)
                : Compress(finishedPath, temporary, Mode(targetPath), cancellationToken);
            File.Move(IsPlainDatabase(targetPath) ? finishedPath : temporary, targetPath, overwrite: true);
            DirectoryFlush.Run(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(targetPath))!);
            StagingDatabase.Delete(finishedPath);
            return size;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw FileFailure.From(failure, targetPath, "write");
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary><c>-f x.db</c> and <c>-f x.sqlite</c> ask for the database as it is.</summary>
    public static bool IsPlainDatabase(string targetPath) =>
        System.IO.Path.GetExtension(targetPath).ToLowerInvariant() is ".db" or ".sqlite";

    private static long Compress(string databasePath, string temporary, UnixFileMode mode, CancellationToken cancellationToken)
    {
        File.Delete(temporary);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = mode;
        }

        using var output = new FileStream(temporary, options);
        AccessFileEncoder.Encode(databasePath, output, cancellationToken);
        output.Flush(flushToDisk: true);
        return output.Length;
    }

    private static long Flush(string databasePath)
    {
        using var database = new FileStream(databasePath, FileMode.Open, FileAccess.ReadWrite);
        database.Flush(flushToDisk: true);
        return database.Length;
    }

    private static UnixFileMode Mode(string targetPath) =>
        !OperatingSystem.IsWindows() && File.Exists(targetPath) ? File.GetUnixFileMode(targetPath) : OwnerOnly;
}
