using Auth0Connector.AccessFile.Failures;
using Auth0Connector.Cli.Output;
using Auth0Connector.Cli.Shell;

namespace Auth0Connector.Cli.Logging;

/// <summary>The file that gets the log as well. Where it cannot be written any more that is said once, and the run goes on.</summary>
internal sealed class LogFile : IDisposable
{
    private readonly string _path;
    private readonly Consoles _consoles;
    private StreamWriter? _writer;

    private LogFile(string path, Consoles consoles, StreamWriter writer)
    {
        _path = path;
        _consoles = consoles;
        _writer = writer;
    }

    /// <summary>Opens it to append to it.</summary>
    /// <exception cref="AccessFileException">It cannot be opened.</exception>
    public static LogFile Open(string path, Consoles consoles)
    {
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.Append, Access = FileAccess.Write, Share = FileShare.ReadWrite, BufferSize = 0 };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            return new LogFile(path, consoles, new StreamWriter(path, options) { AutoFlush = true });
        }
        catch (Exception failure) when (FileFailure.Is(failure))
        {
            throw new AccessFileException(
                AccessFileErrorKind.NotWritable,
                $"--log-path: '{path}' cannot be written; name a file in a directory where the user who runs this may write",
                path,
                failure);
        }
    }

    /// <summary>Adds a line.</summary>
    public void WriteLine(string line)
    {
        try
        {
            _writer?.WriteLine(line);
        }
        catch (Exception failure) when (FileFailure.Is(failure))
        {
            Abandon();
            _consoles.WriteError($"warning: the log '{Printable.Of(_path)}' cannot be written any more: {FileFailure.Reason(failure)}");
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_writer is not null)
        {
            Abandon();
        }
    }

    // Disposing writes what is left, which fails as before.
    private void Abandon()
    {
        try
        {
            _writer?.Dispose();
        }
        catch (Exception failure) when (FileFailure.Is(failure))
        {
            // It was said already.
        }

        _writer = null;
    }
}
