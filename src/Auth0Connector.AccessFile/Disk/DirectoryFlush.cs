namespace Auth0Connector.AccessFile.Disk;

/// <summary>Makes a rename durable: on Unix the directory's own entry has to be flushed as well.</summary>
internal static class DirectoryFlush
{
    public static void Run(string directory)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var handle = UnixFiles.OpenUnlocked(directory);
        UnixFiles.Flush(handle, directory);
    }
}
