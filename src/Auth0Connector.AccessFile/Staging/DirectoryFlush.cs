using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Auth0Connector.AccessFile.Staging;

/// <summary>Makes a rename durable: on Unix the directory's own entry has to be flushed as well.</summary>
internal static partial class DirectoryFlush
{
    private const int ReadOnlyFlag = 0;

    public static void Run(string directory)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var descriptor = Open(directory, ReadOnlyFlag);
        if (descriptor < 0)
        {
            throw new IOException($"the directory {directory} cannot be opened to flush it (errno {Marshal.GetLastPInvokeError()})");
        }

        using var handle = new SafeFileHandle(descriptor, ownsHandle: true);
        if (Synchronize(descriptor) != 0)
        {
            throw new IOException($"the directory {directory} cannot be flushed (errno {Marshal.GetLastPInvokeError()})");
        }
    }

    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int Synchronize(int descriptor);
}
