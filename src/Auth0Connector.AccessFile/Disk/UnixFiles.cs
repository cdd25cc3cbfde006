using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Auth0Connector.AccessFile.Disk;

/// <summary>The calls of the operating system that .NET does not offer.</summary>
internal static partial class UnixFiles
{
    private const int ReadOnlyFlag = 0;

    /// <summary>Opens a file or directory without taking the advisory lock that .NET always takes.</summary>
    public static SafeFileHandle OpenUnlocked(string path)
    {
        var descriptor = Open(path, ReadOnlyFlag);
        return descriptor >= 0
            ? new SafeFileHandle(descriptor, ownsHandle: true)
            : throw new IOException($"'{path}' cannot be opened (errno {Marshal.GetLastPInvokeError()})");
    }

    /// <summary>Flushes what a handle stands for.</summary>
    public static void Flush(SafeFileHandle handle, string path)
    {
        if (Synchronize(handle) != 0)
        {
            throw new IOException($"'{path}' cannot be flushed (errno {Marshal.GetLastPInvokeError()})");
        }
    }

    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int Synchronize(SafeFileHandle descriptor);
}
