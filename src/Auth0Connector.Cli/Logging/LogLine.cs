using System.Globalization;
using System.Text;
using Serilog.Events;
using Serilog.Parsing;

namespace Auth0Connector.Cli.Logging;

/// <summary>Renders the message of a log event without the quotes that Serilog puts around texts.</summary>
internal static class LogLine
{
    /// <summary>Properties that the bridge from Microsoft.Extensions.Logging adds and nobody asked for.</summary>
    public static readonly string[] Plumbing = ["SourceContext", "EventId", "{OriginalFormat}"];

    /// <summary>The level in the ecosystem's words.</summary>
    public static string Level(LogEventLevel level) => level switch
    {
        LogEventLevel.Verbose or LogEventLevel.Debug => "debug",
        LogEventLevel.Information => "info",
        LogEventLevel.Warning => "warn",
        LogEventLevel.Error => "error",
        _ => "fatal",
    };

    /// <summary>The message with its values put in.</summary>
    public static string Message(LogEvent entry)
    {
        var message = new StringBuilder();
        using var writer = new StringWriter(message, CultureInfo.InvariantCulture);
        foreach (var token in entry.MessageTemplate.Tokens)
        {
            if (token is PropertyToken hole
                && entry.Properties.TryGetValue(hole.PropertyName, out var value)
                && value is ScalarValue { Value: string text })
            {
                writer.Write(text);
            }
            else
            {
                token.Render(entry.Properties, writer, CultureInfo.InvariantCulture);
            }
        }

        return message.ToString();
    }
}
