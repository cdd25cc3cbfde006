using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting;

namespace Auth0Connector.Cli.Logging;

/// <summary>Formats an event, takes the secrets out, and hands the line on. Lines never mix.</summary>
internal sealed class LineSink(ITextFormatter formatter, SecretMask mask, Action<string> write) : ILogEventSink
{
    private readonly Lock _gate = new();

    /// <inheritdoc />
    public void Emit(LogEvent logEvent)
    {
        using var line = new StringWriter();
        formatter.Format(logEvent, line);
        var text = mask.Apply(line.ToString().TrimEnd('\r', '\n'));
        lock (_gate)
        {
            write(text);
        }
    }
}
