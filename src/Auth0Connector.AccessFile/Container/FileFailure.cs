namespace Auth0Connector.AccessFile.Container;

/// <summary>Turns a failure of the operating system into the kind that a person can act on.</summary>
internal static class FileFailure
{
    // .NET passes the errno of Unix and the Win32 code (in the low word of 0x8007....) through HResult.
    private const int UnixNoSpace = 28;
    private const int LinuxQuotaExceeded = 122;
    private const int MacQuotaExceeded = 69;
    private const int WindowsHandleDiskFull = unchecked((int)0x80070027);
    private const int WindowsDiskFull = unchecked((int)0x80070070);

    public static AccessFileException From(Exception exception, string path, string action)
    {
        return exception switch
        {
            FileNotFoundException or DirectoryNotFoundException =>
                Create(AccessFileErrorKind.NotFound, "there is no such file or directory"),
            UnauthorizedAccessException => Create(AccessFileErrorKind.NotWritable, "access is denied"),
            ArgumentOutOfRangeException => Create(AccessFileErrorKind.NotWritable, "the file would be larger than the system takes"),
            _ when IsDiskFull(exception) => Create(AccessFileErrorKind.DiskFull, "no space is left on the disk"),
            _ => Create(AccessFileErrorKind.NotWritable, exception.Message),
        };

        AccessFileException Create(AccessFileErrorKind kind, string reason)
        {
            return new AccessFileException(kind, $"Cannot {action} '{path}': {reason}.", path, exception);
        }
    }

    /// <summary>Whether a failure comes from the disk; a file larger than its file system takes is an argument to .NET.</summary>
    public static bool Is(Exception exception) =>
        exception is IOException or UnauthorizedAccessException or ArgumentOutOfRangeException { ParamName: "value" };

    public static bool IsDiskFull(Exception exception)
    {
        var code = exception.HResult;
        return OperatingSystem.IsWindows()
            ? code is WindowsDiskFull or WindowsHandleDiskFull
            : code == UnixNoSpace || code == (OperatingSystem.IsMacOS() ? MacQuotaExceeded : LinuxQuotaExceeded);
    }
}
