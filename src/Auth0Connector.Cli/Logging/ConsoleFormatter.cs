using System.Globalization;
using Auth0Connector.Cli.Shell;
using Serilog.Events;
using Serilog.Formatting;

namespace Auth0Connector.Cli.Logging;

/// <summary>Log lines for a person: local time, level, message.</summary>
internal sealed class ConsoleFormatter(bool withStackTraces) : ITextFormatter
{
    /// <inheritdoc />
    public void Format(LogEvent logEvent, TextWriter output)
    {
        var time = logEvent.Timestamp.ToString("HH:mm:ss", CultureInfo.InvariantCulture);
        output.Write($"{time} {LogLine.Level(logEvent.Level),-5} {Printable.Of(LogLine.Message(logEvent))}");
        if (logEvent.Exception is { } exception)
        {
            output.Write(withStackTraces ? Environment.NewLine + exception : $": {Printable.Of(exception.Message)}");
        }

        output.WriteLine();
    }
}
