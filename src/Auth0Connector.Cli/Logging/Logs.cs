using Auth0Connector.Cli.Output;
using Auth0Connector.Cli.Settings;
using Microsoft.Extensions.Logging;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Extensions.Logging;

namespace Auth0Connector.Cli.Logging;

/// <summary>The log of one run: standard error and, if asked for, a file.</summary>
internal sealed class Logs : IDisposable
{
    private readonly SerilogLoggerFactory _factory;
    private readonly StreamWriter? _file;

    private Logs(Logger logger, StreamWriter? file)
    {
        _factory = new SerilogLoggerFactory(logger, dispose: true);
        _file = file;
    }

    /// <summary>Where every part of the program gets its logger.</summary>
    public ILoggerFactory Factory => _factory;

    /// <summary>Opens the log.</summary>
    public static Logs Open(LogSettings settings, Consoles consoles, SecretMask mask)
    {
        var file = settings.Path is null ? null : OpenFile(settings.Path);
        Serilog.Formatting.ITextFormatter formatter = settings.Format == LogFormat.Json
            ? new EcosystemJsonFormatter()
            : new ConsoleFormatter(settings.IsDebug);
        var configuration = new LoggerConfiguration()
            .MinimumLevel.Is(Level(settings.Level))
            .WriteTo.Sink(new LineSink(formatter, mask, consoles.WriteError));
        if (file is not null)
        {
            configuration = configuration.WriteTo.Sink(new LineSink(new EcosystemJsonFormatter(), mask, file.WriteLine));
        }

        return new Logs(configuration.CreateLogger(), file);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _factory.Dispose();
        _file?.Dispose();
    }

    private static StreamWriter OpenFile(string path)
    {
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.Append, Access = FileAccess.Write, Share = FileShare.ReadWrite };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            return new StreamWriter(path, options) { AutoFlush = true };
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new ConfigurationException($"--log-path: '{SettingCheck.Shown(path)}' cannot be written; name a file in a directory where the user who runs this may write", failure);
        }
    }

    private static LogEventLevel Level(string level) => level switch
    {
        "debug" => LogEventLevel.Debug,
        "warn" => LogEventLevel.Warning,
        "error" => LogEventLevel.Error,
        _ => LogEventLevel.Information,
    };
}
