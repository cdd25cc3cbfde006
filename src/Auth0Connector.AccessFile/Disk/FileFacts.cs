using System.Globalization;
using Microsoft.Win32.SafeHandles;

namespace Auth0Connector.AccessFile.Disk;

/// <summary>What stands under a name, found out without opening it.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Owner">Number of the user to whom it belongs.</param>
/// <param name="Identity">Tells one file from another; empty where the system does not say.</param>
/// <param name="IsMounted">Whether it is mounted by itself, so that nothing can take its place.</param>
internal sealed record FileFacts(FileKind Kind, uint Owner, string Identity, bool IsMounted)
{
    /// <summary>Bytes in it.</summary>
    public long Size { get; init; }

    /// <summary>When its content was last changed, in nanoseconds as far as the system tells them.</summary>
    public long ModifiedAt { get; init; }

    /// <summary>When anything of it was last changed, which nobody can set back; 0 where the system does not say.</summary>
    public long ChangedAt { get; init; }

    /// <summary>One state of one file in words, which no other state of it and no other file has.</summary>
    public string State => string.Create(CultureInfo.InvariantCulture, $"{Size} {ModifiedAt} {ChangedAt} {Identity}");

    private static readonly FileFacts Nothing = new(FileKind.Absent, 0, "", IsMounted: false);

    /// <summary>Looks at a name itself, not at what a link of that name leads to.</summary>
    /// <exception cref="IOException">The system does not say.</exception>
    /// <exception cref="UnauthorizedAccessException">This user may not look there.</exception>
    public static FileFacts Of(string path)
    {
        if (OperatingSystem.IsLinux())
        {
            return LinuxStatus.Of(path) ?? Nothing;
        }

        return OperatingSystem.IsMacOS() ? MacStatus.Of(path) ?? Nothing : Portable(path);
    }

    /// <summary>Looks at what a name leads to, through links.</summary>
    /// <exception cref="IOException">The system does not say.</exception>
    /// <exception cref="UnauthorizedAccessException">This user may not look there.</exception>
    public static FileFacts Behind(string path)
    {
        if (OperatingSystem.IsLinux())
        {
            return LinuxStatus.Of(path, isFollowed: true) ?? Nothing;
        }

        return OperatingSystem.IsMacOS() ? MacStatus.Of(UnixCalls.RealPath(path)) ?? Nothing : Portable(path);
    }

    /// <summary>Whether an open file is the one that stands under a name: it was no link, and is still there.</summary>
    public bool IsOpenAs(SafeFileHandle handle) =>
        Kind == FileKind.Regular && (!OperatingSystem.IsLinux() || LinuxStatus.Of(handle).Identity == Identity);

    /// <summary>Looks at an open file; on Linux at that very one, elsewhere at what its name leads to now.</summary>
    /// <exception cref="IOException">The system does not say.</exception>
    public static FileFacts Of(SafeFileHandle handle, string path) => OperatingSystem.IsLinux() ? LinuxStatus.Of(handle) : Behind(path);

    /// <summary>The kind in words.</summary>
    public string Words() => Kind switch
    {
        FileKind.Directory => "a directory",
        FileKind.Link => "a link",
        FileKind.Device => "a device",
        FileKind.Pipe => "a named pipe",
        FileKind.Socket => "a socket",
        _ => "a file",
    };

    /// <summary>The kind that the upper bits of a mode say.</summary>
    public static FileKind KindOf(int mode) => (mode & 0xF000) switch
    {
        0x8000 => FileKind.Regular,
        0x4000 => FileKind.Directory,
        0xA000 => FileKind.Link,
        0x1000 => FileKind.Pipe,
        0xC000 => FileKind.Socket,
        _ => FileKind.Device,
    };

    private static FileFacts Portable(string path)
    {
        var file = new FileInfo(path);
        if ((int)file.Attributes == -1)
        {
            return Nothing;
        }

        var kind = file.LinkTarget is not null ? FileKind.Link
            : file.Attributes.HasFlag(FileAttributes.Directory) ? FileKind.Directory
            : file.Attributes.HasFlag(FileAttributes.Device) ? FileKind.Device
            : FileKind.Regular;
        return new FileFacts(kind, 0, "", IsMounted: false)
        {
            Size = kind == FileKind.Regular ? file.Length : 0,
            ModifiedAt = file.LastWriteTimeUtc.Ticks,
        };
    }
}
