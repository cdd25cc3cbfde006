using System.Runtime.InteropServices;

namespace Auth0Connector.Cli.Shell;

/// <summary>The three streams as whoever started the process left them.</summary>
/// <param name="HasOut">Whether there is a standard output.</param>
/// <param name="HasError">Whether there is a standard error.</param>
internal sealed partial record StandardDescriptors(bool HasOut, bool HasError)
{
    private const int GetFlags = 1;
    private const int ClosedOnExec = 1;
    private const int ReadAndWrite = 2;
    private const int LastStandard = 2;
    private const int FileTooLarge = 25;
    private const nint Ignored = 1;

    /// <summary>Looks at them, puts nothing where one is closed so that no file of ours gets its number, and lets no limit on a file's size end the process.</summary>
    public static StandardDescriptors Take()
    {
        if (OperatingSystem.IsWindows())
        {
            return new StandardDescriptors(HasOut: true, HasError: true);
        }

        // Writing then fails, which can be told.
        Handle(FileTooLarge, Ignored);
        var found = new StandardDescriptors(IsInherited(1), IsInherited(2));
        int descriptor;
        do
        {
            descriptor = Open("/dev/null", ReadAndWrite);
        }
        while (descriptor is >= 0 and <= LastStandard);
        if (descriptor > LastStandard)
        {
            _ = Close(descriptor);
        }

        return found;
    }

    // What the runtime opened for itself may have taken the number of a closed stream; nobody inherits that.
    private static bool IsInherited(int descriptor) => Ask(descriptor, GetFlags) is var flags and >= 0 && (flags & ClosedOnExec) == 0;

    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    [LibraryImport("libc", EntryPoint = "fcntl")]
    private static partial int Ask(int descriptor, int command);

    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int descriptor);

    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    [LibraryImport("libc", EntryPoint = "signal")]
    private static partial nint Handle(int signal, nint handler);
}
