using Auth0Connector.AccessFile.Failures;

namespace Auth0Connector.AccessFile.Disk;

/// <summary>A new folder that only this user can enter, removed with all that is in it on dispose.</summary>
public sealed class PrivateFolder : IDisposable
{
    private PrivateFolder(string path)
    {
        Path = path;
    }

    /// <summary>Where it is.</summary>
    public string Path { get; }

    /// <summary>Creates it below <paramref name="parent"/>, or in the system's folder for temporary files.</summary>
    public static PrivateFolder Create(string? parent)
    {
        try
        {
            if (parent is null)
            {
                // 0700 on Unix by its contract.
                return new PrivateFolder(Directory.CreateTempSubdirectory("c1z-").FullName);
            }

            var path = System.IO.Path.Combine(parent, "c1z-" + System.IO.Path.GetRandomFileName());
            if (OperatingSystem.IsWindows())
            {
                Directory.CreateDirectory(path);
            }
            else
            {
                Directory.CreateDirectory(
                    path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            }

            return new PrivateFolder(path);
        }
        catch (Exception exception) when (FileFailure.Is(exception))
        {
            throw FileFailure.From(exception, parent ?? System.IO.Path.GetTempPath(), "create a temporary folder in");
        }
    }

    /// <summary>Creates a file in it that only this user can read.</summary>
    public FileStream CreateFile(string name) => Create(name, FileAccess.Write, bufferSize: 0);

    /// <summary>The same for a file that is written in small pieces and then read.</summary>
    public FileStream CreateWorkFile(string name) => Create(name, FileAccess.ReadWrite, bufferSize: 1024 * 1024);

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Disposing often follows a failure, which must stay the one that is reported.
        }
    }

    private FileStream Create(string name, FileAccess access, int bufferSize)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = access, BufferSize = bufferSize };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(System.IO.Path.Combine(Path, name), options);
    }
}
