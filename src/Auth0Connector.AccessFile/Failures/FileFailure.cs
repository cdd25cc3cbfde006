namespace Auth0Connector.AccessFile.Failures;

/// <summary>Turns a failure of the operating system into the kind that a person can act on.</summary>
public static class FileFailure
{
    // .NET passes the errno of Unix and the Win32 code (in the low word of 0x8007....) through HResult.
    private const int UnixNoSpace = 28;
    private const int LinuxQuotaExceeded = 122;
    private const int MacQuotaExceeded = 69;
    private const int WindowsHandleDiskFull = unchecked((int)0x80070027);
    private const int WindowsDiskFull = unchecked((int)0x80070070);

    private const int UnixFileTooLarge = 27;

    /// <summary>The failure as this project's own, which names the file and what was to be done with it.</summary>
    public static AccessFileException From(Exception exception, string path, string action)
    {
        var kind = exception switch
        {
            FileNotFoundException or DirectoryNotFoundException => AccessFileErrorKind.NotFound,
            _ when IsDiskFull(exception) => AccessFileErrorKind.DiskFull,
            _ => AccessFileErrorKind.NotWritable,
        };
        return new AccessFileException(kind, $"Cannot {action} '{path}': {Reason(exception)}.", path, exception);
    }

    /// <summary>Why it happened, in words, without the file.</summary>
    public static string Reason(Exception exception) => exception switch
    {
        FileNotFoundException or DirectoryNotFoundException => "there is no such file or directory",
        UnauthorizedAccessException => "access is denied",
        ArgumentOutOfRangeException => "the file would be larger than the system takes",
        _ when IsDiskFull(exception) => "no space is left on the disk",
        _ when !OperatingSystem.IsWindows() && exception.HResult == UnixFileTooLarge => "the file would be larger than the system takes",
        _ => exception.Message,
    };

    /// <summary>Whether a failure comes from the disk; a file larger than its file system takes is an argument to .NET.</summary>
    public static bool Is(Exception exception) =>
        exception is IOException or UnauthorizedAccessException or ArgumentOutOfRangeException { ParamName: "value" };

    /// <summary>Whether no space is left, or no more of a quota.</summary>
    public static bool IsDiskFull(Exception exception)
    {
        var code = exception.HResult;
        return OperatingSystem.IsWindows()
            ? code is WindowsDiskFull or WindowsHandleDiskFull
            : code == UnixNoSpace || code == (OperatingSystem.IsMacOS() ? MacQuotaExceeded : LinuxQuotaExceeded);
    }
}
