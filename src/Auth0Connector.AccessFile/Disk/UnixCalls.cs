using System.Runtime.InteropServices;

namespace Auth0Connector.AccessFile.Disk;

/// <summary>Small calls of the operating system about names and users.</summary>
internal static partial class UnixCalls
{
    private const int NoSuchFile = 2;
    private const int AccessDenied = 13;
    private const int NotADirectory = 20;
    private const int ReadOnlyFileSystem = 30;
    private const int MayWriteAndEnter = 2 | 1;
    private const int LongestPath = 4096;

    /// <summary>The user as whom this process acts.</summary>
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    [LibraryImport("libc", EntryPoint = "geteuid")]
    public static partial uint User();

    /// <summary>A name without links in it; the name itself if it cannot be found out.</summary>
    public static unsafe string RealPath(string path)
    {
        var buffer = stackalloc byte[LongestPath + 1];
        return RealPath(path, buffer) != null ? Marshal.PtrToStringUTF8((nint)buffer)! : path;
    }

    /// <summary>Why no file can be made in a directory; <see langword="null"/> where one can, or where making it will tell.</summary>
    public static string? WhyNotWritable(string directory)
    {
        if (OperatingSystem.IsWindows() || Access(directory, MayWriteAndEnter) == 0)
        {
            return null;
        }

        return Marshal.GetLastPInvokeError() switch
        {
            AccessDenied => "this user may make no files in its directory",
            ReadOnlyFileSystem => "its file system is read-only",
            _ => null,
        };
    }

    /// <summary>Nothing where the system says that there is nothing; throws for everything else.</summary>
    public static FileFacts? NothingOrThrow(string path, int error) => error switch
    {
        NoSuchFile or NotADirectory => null,
        AccessDenied => throw new UnauthorizedAccessException($"Access to the path '{path}' is denied."),
        _ => throw new IOException($"'{path}' cannot be looked at: {Marshal.GetPInvokeErrorMessage(error)}", error),
    };

    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    [LibraryImport("libc", EntryPoint = "realpath", StringMarshalling = StringMarshalling.Utf8)]
    private static unsafe partial byte* RealPath(string path, byte* buffer);

    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    [LibraryImport("libc", EntryPoint = "access", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Access(string path, int mode);
}
