using Auth0Connector.Cli.Output;
using Microsoft.Extensions.Logging;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Extensions.Logging;

namespace Auth0Connector.Cli.Logging;

/// <summary>The log of one run: standard error and, if asked for, a file.</summary>
internal sealed class RunLog : IDisposable
{
    private readonly Logger _logger;
    private readonly SecretMask _mask;
    private readonly SerilogLoggerFactory _factory;
    private readonly LogFile? _file;

    private RunLog(Logger logger, SecretMask mask, LogFile? file)
    {
        _logger = logger;
        _mask = mask;
        _factory = new SerilogLoggerFactory(logger, dispose: true);
        _file = file;
    }

    /// <summary>Where every part of the program gets its logger.</summary>
    public ILoggerFactory Factory => _factory;

    /// <summary>Opens the log.</summary>
    public static RunLog Open(LogSettings settings, Consoles consoles, SecretMask mask)
    {
        var file = settings.Path is null ? null : LogFile.Open(settings.Path, consoles);
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

        return new RunLog(configuration.CreateLogger(), mask, file);
    }

    /// <summary>A log that goes where this one goes, and whole into a stream as well.</summary>
    public TaskLog OpenBeside(Stream stream) => new(_logger, stream, _mask);

    /// <inheritdoc />
    public void Dispose()
    {
        _factory.Dispose();
        _file?.Dispose();
    }

    private static LogEventLevel Level(string level) => level switch
    {
        "debug" => LogEventLevel.Debug,
        "warn" => LogEventLevel.Warning,
        "error" => LogEventLevel.Error,
        _ => LogEventLevel.Information,
    };
}
