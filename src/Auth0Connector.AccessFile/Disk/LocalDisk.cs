namespace Auth0Connector.AccessFile.Disk;

/// <summary>The disk as it is.</summary>
internal sealed class LocalDisk : IDisk
{
    public const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public static LocalDisk Real { get; } = new();

    public long FreeBytes(string directory) => new DriveInfo(directory).AvailableFreeSpace;

    public Stream Create(string path, UnixFileMode mode)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = mode;
        }

        return new FileStream(path, options);
    }

    public void Flush(Stream file) => ((FileStream)file).Flush(flushToDisk: true);

    public void Replace(string source, string target) => File.Move(source, target, overwrite: true);

    public void FlushDirectory(string directory) => DirectoryFlush.Run(directory);
}
