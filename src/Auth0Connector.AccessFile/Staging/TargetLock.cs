using System.Globalization;
using System.Text;
using Auth0Connector.AccessFile.Disk;
using Auth0Connector.AccessFile.Failures;

namespace Auth0Connector.AccessFile.Staging;

/// <summary>
/// One sync at a time for one access file. The operating system holds the lock on <c>&lt;target&gt;.lock</c> and drops it
/// with the process, so a file left behind by a killed run never blocks; its text only says who holds it.
/// </summary>
public sealed class TargetLock : IDisposable
{
    private const int MostTries = 100;

    // EEXIST and ERROR_FILE_EXISTS.
    private static readonly int[] ThereCodes = [17, unchecked((int)0x80070050)];

    // EAGAIN on Linux, on macOS, and ERROR_SHARING_VIOLATION.
    private static readonly int[] HeldCodes = [11, 35, unchecked((int)0x80070020)];

    private readonly FileStream _file;

    private TargetLock(FileStream file)
    {
        _file = file;
    }

    /// <summary>Takes the lock, and makes sure that an access file may be put in the target's place.</summary>
    /// <exception cref="AccessFileException">Another sync holds it, the directory takes no files, or something else stands there.</exception>
    public static TargetLock Take(string targetPath, TimeProvider clock, CancellationToken cancellationToken = default)
    {
        var path = targetPath + ".lock";
        try
        {
            ExistingTarget.Check(targetPath, cancellationToken);
            return Take(path, holder => Held(targetPath, $"another sync is writing '{targetPath}' ({holder}); wait until it has ended, or name another file"), clock);
        }
        catch (Exception failure) when (FileFailure.Is(failure))
        {
            throw FileFailure.From(failure, targetPath, "write");
        }
    }

    /// <summary>Takes what is no file here, such as an object of a store, by a lock in a folder of ours.</summary>
    /// <param name="path">The lock.</param>
    /// <param name="name">What is taken, as the person wrote it.</param>
    /// <param name="clock">The clock.</param>
    /// <exception cref="AccessFileException">Another sync holds it, or the folder takes no files.</exception>
    public static TargetLock TakeNamed(string path, string name, TimeProvider clock)
    {
        try
        {
            return Take(path, holder => Held(name, $"another sync is writing '{name}' ({holder}); wait until it has ended, or name another file"), clock);
        }
        catch (Exception failure) when (FileFailure.Is(failure))
        {
            throw FileFailure.From(failure, path, "write");
        }
    }

    /// <summary>Takes a folder of ours for a process that works in it as long as it lives.</summary>
    /// <exception cref="AccessFileException">Another process holds it, or it takes no files.</exception>
    public static TargetLock TakeFolder(string folder, TimeProvider clock)
    {
        try
        {
            return Take(
                System.IO.Path.Combine(folder, "service.lock"),
                holder => Held(folder, $"another service of the same identity works in '{folder}' ({holder}); stop it, or give each its own host id (BATON_HOST_ID)"),
                clock);
        }
        catch (Exception failure) when (FileFailure.Is(failure))
        {
            throw FileFailure.From(failure, folder, "write in");
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (OperatingSystem.IsWindows())
        {
            _file.Dispose();
            DeleteQuietly(_file.Name);
            return;
        }

        // Removed while it is held: whoever has opened it meanwhile finds out by its text.
        DeleteQuietly(_file.Name);
        _file.Dispose();
    }

    private static TargetLock Take(string path, Func<string, AccessFileException> held, TimeProvider clock)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            if (TryOpen(path, out var isHeld) is not { } file)
            {
                if (isHeld)
                {
                    throw held(HolderOf(path));
                }

                continue;
            }

            // Nothing is emptied but the lock itself: what stands under its name now may be something else.
            if (!FileFacts.Of(path).IsOpenAs(file.SafeFileHandle))
            {
                file.Dispose();
                continue;
            }

            var text = Describe(clock);
            file.SetLength(0);
            file.Write(Encoding.UTF8.GetBytes(text));
            file.Flush();
            if (Read(path) == text)
            {
                return new TargetLock(file);
            }

            // The file was removed by its last holder between our opening and our locking it.
            file.Dispose();
        }

        throw held(HolderOf(path));
    }

    // Never made through a link, and never opened where it is no regular file.
    private static FileStream? TryOpen(string path, out bool isHeld)
    {
        isHeld = false;
        OutputPlace.DemandFree([path]);
        var isNew = !File.Exists(path);
        var options = new FileStreamOptions
        {
            Mode = isNew ? FileMode.CreateNew : FileMode.Open,
            Access = FileAccess.ReadWrite,
            Share = OperatingSystem.IsWindows() ? FileShare.Read : FileShare.None,
            BufferSize = 0,
        };
        if (isNew && !OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = LocalDisk.OwnerOnly;
        }

        try
        {
            return new FileStream(path, options);
        }
        catch (IOException held) when (HeldCodes.Contains(held.HResult))
        {
            isHeld = true;
            return null;
        }
        catch (IOException changed) when (isNew ? ThereCodes.Contains(changed.HResult) : changed is FileNotFoundException)
        {
            // Made or removed by another one meanwhile.
            return null;
        }
    }

    private static string Describe(TimeProvider clock) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Environment.ProcessId} {clock.GetUtcNow():yyyy-MM-dd'T'HH:mm:ss'Z'} {Guid.NewGuid():N}\n");

    private static string HolderOf(string path)
    {
        var parts = (Read(path) ?? "").Split(' ');
        return parts.Length == 3 ? $"process {parts[0]}, since {parts[1]}" : "a process that has just begun";
    }

    private static AccessFileException Held(string path, string message) => new(AccessFileErrorKind.Locked, message, path);

    private static string? Read(string path)
    {
        try
        {
            using var handle = OperatingSystem.IsWindows()
                ? File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete)
                : UnixFiles.OpenUnlocked(path);
            var bytes = new byte[256];
            return Encoding.UTF8.GetString(bytes, 0, RandomAccess.Read(handle, bytes, 0));
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static void DeleteQuietly(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // A file that stays behind blocks nobody.
        }
    }
}
