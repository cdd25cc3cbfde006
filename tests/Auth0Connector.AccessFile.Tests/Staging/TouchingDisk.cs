using Auth0Connector.AccessFile.Disk;

namespace Auth0Connector.AccessFile.Tests.Staging;

/// <summary>The real disk, on which something happens once after a flush.</summary>
internal sealed class TouchingDisk(Action then) : IDisk
{
    private bool _done;

    public long FreeBytes(string directory) => LocalDisk.Real.FreeBytes(directory);

    public Stream Create(string path, UnixFileMode mode) => LocalDisk.Real.Create(path, mode);

    public void Flush(Stream file)
    {
        LocalDisk.Real.Flush(file);
        if (!_done)
        {
            _done = true;
            then();
        }
    }

    public void Replace(string source, string target) => LocalDisk.Real.Replace(source, target);

    public void FlushDirectory(string directory) => LocalDisk.Real.FlushDirectory(directory);
}
