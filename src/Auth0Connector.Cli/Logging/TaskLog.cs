using Auth0Connector.Service.Syncs;
using Microsoft.Extensions.Logging;
using Serilog;
using Serilog.Core;
using Serilog.Extensions.Logging;

namespace Auth0Connector.Cli.Logging;

/// <summary>The log of one task: where the run's goes at the run's level, and whole into a stream of its own.</summary>
internal sealed class TaskLog : ITaskLog
{
    private readonly StreamWriter _writer;
    private readonly SerilogLoggerFactory _factory;

    public TaskLog(Logger run, Stream stream, SecretMask mask)
    {
        _writer = new StreamWriter(stream, leaveOpen: true);
        var logger = new LoggerConfiguration()
            .MinimumLevel.Debug()
            .WriteTo.Logger(run)
            .WriteTo.Sink(new LineSink(new EcosystemJsonFormatter(), mask, _writer.WriteLine))
            .CreateLogger();
        _factory = new SerilogLoggerFactory(logger, dispose: true);
    }

    /// <inheritdoc/>
    public ILoggerFactory Loggers => _factory;

    /// <inheritdoc/>
    public void Dispose()
    {
        _factory.Dispose();
        _writer.Dispose();
    }
}
