using Auth0Connector.AccessFile.Disk;
using Auth0Connector.AccessFile.Failures;

namespace Auth0Connector.Provisioning.Records;

/// <summary>Opens a file of records, and finds out before anything is changed whether it can grow.</summary>
internal static class RecordFile
{
    // As much as a run of changes writes; what does not fit is found out now and not between a request and its end.
    private const int Probe = 4096;

    /// <summary>Opens it, or makes it; nobody else may have it open meanwhile.</summary>
    public static FileStream Open(string path)
    {
        var name = Path.GetFileName(path);
        var file = OpenOrMake(RealPath(path), name);
        try
        {
            Try(file, name);
            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Opens it to be looked at only.</summary>
    public static FileStream OpenToRead(string path)
    {
        try
        {
            var file = new FileStream(RealPath(path), FileMode.Open, FileAccess.Read, FileShare.Read);
            return file.CanSeek ? file : throw Unreadable(path, inner: null);
        }
        catch (IOException taken) when (IsTaken(taken))
        {
            throw InUse(Path.GetFileName(path), taken);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(path, failure);
        }
    }

    /// <summary>The error of a file that could not be written in the middle of a run.</summary>
    public static ProvisioningException Broken(string path, Exception failure) => new(
        ProvisioningErrorKind.File,
        $"{Path.GetFileName(path)} cannot be written any more ({Reason(failure)}); what was sent last may have been done: make room and run again, which looks before it sends",
        failure);

    // What a file that is written may be is one rule for all of them: a pipe is never opened, a link followed once.
    private static string RealPath(string path)
    {
        try
        {
            return OutputPlace.ForAppending(path);
        }
        catch (AccessFileException refused)
        {
            throw new ProvisioningException(ProvisioningErrorKind.File, $"{refused.Message}; nothing was changed", refused);
        }
    }

    private static FileStream OpenOrMake(string path, string name)
    {
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        try
        {
            return new FileStream(path, options);
        }
        catch (IOException taken) when (IsTaken(taken))
        {
            throw InUse(name, taken);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw Unwritable(name, Reason(failure), failure);
        }
    }

    // Only a regular file can be shortened again: a device or a pipe takes everything and keeps nothing.
    private static void Try(FileStream file, string name)
    {
        try
        {
            if (!file.CanSeek)
            {
                throw Unwritable(name, "it is no regular file", inner: null);
            }

            var end = file.Length;
            file.Position = end;
            var blanks = new byte[Probe];
            blanks.AsSpan().Fill((byte)'\n');
            file.Write(blanks);
            file.Flush(flushToDisk: true);
            var isLonger = file.Length == end + Probe;
            file.SetLength(end);
            file.Flush(flushToDisk: true);
            if (!isLonger)
            {
                throw Unwritable(name, "it is no regular file", inner: null);
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw Unwritable(name, Reason(failure), failure);
        }
    }

    // What the system says where somebody else has it locked: EWOULDBLOCK, and the sharing violation of Windows.
    private static bool IsTaken(IOException failure) => failure.HResult is 11 or 35 or unchecked((int)0x80070020);

    private static string Reason(Exception failure) => failure is UnauthorizedAccessException ? "no permission" : failure.GetType() == typeof(IOException) ? "the disk or device refused" : failure.GetType().Name;

    private static ProvisioningException InUse(string name, Exception taken) =>
        new(ProvisioningErrorKind.Locked, $"{name} is in use by another run; wait until it has ended", taken);

    private static ProvisioningException Unwritable(string name, string why, Exception? inner) =>
        new(ProvisioningErrorKind.File, $"{name} cannot be written ({why}); name a file that can; nothing was changed", inner);

    private static ProvisioningException Unreadable(string path, Exception? inner) =>
        new(ProvisioningErrorKind.File, $"{Path.GetFileName(path)} cannot be read ({(inner is null ? "it is no regular file" : Reason(inner))}); name the file itself", inner);
}
