using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Auth0Connector.Sync.Tests.Resuming;

/// <summary>Keeps what was logged.</summary>
public sealed class LogLines : ILoggerFactory, ILogger
{
    private readonly ConcurrentQueue<string> _lines = [];

    public IReadOnlyList<string> StartsOver => [.. _lines.Where(static line => line.StartsWith("starting over", StringComparison.Ordinal))];

    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider)
    {
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _lines.Enqueue(formatter(state, exception));

    public void Dispose()
    {
    }
}
