using Auth0Connector.AccessFile.Failures;
using Microsoft.Extensions.Logging;

namespace Auth0Connector.Service.Syncs;

/// <summary>The debug log of one task: a new file in our own folder, gone with the task.</summary>
internal sealed class DebugFile : IDisposable
{
    private readonly ITaskLog _log;
    private readonly FileStream _file;
    private bool _hasEnded;

    private DebugFile(string path, FileStream file, ITaskLog log)
    {
        Path = path;
        _file = file;
        _log = log;
    }

    public string Path { get; }

    public ILoggerFactory Loggers => _log.Loggers;

    /// <exception cref="AccessFileException">It cannot be made.</exception>
    public static DebugFile Create(string path, Func<Stream, ITaskLog> open)
    {
        try
        {
            // Never a file that is there already, whoever made it.
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.Read };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            var file = new FileStream(path, options);
            return new DebugFile(path, file, open(file));
        }
        catch (Exception failure) when (FileFailure.Is(failure))
        {
            throw FileFailure.From(failure, path, "write");
        }
    }

    /// <summary>Ends the log, so that all of it is in the file.</summary>
    public void End()
    {
        if (_hasEnded)
        {
            return;
        }

        _hasEnded = true;
        _log.Dispose();
        _file.Dispose();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        End();
        File.Delete(Path);
    }
}
