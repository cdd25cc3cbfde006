using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Serilog.Events;
using Serilog.Formatting;

namespace Auth0Connector.Cli.Logging;

/// <summary>JSON lines as the connectors of the ecosystem write them: <c>level</c>, <c>ts</c> (seconds since 1970), <c>msg</c>, then the values.</summary>
internal sealed class EcosystemJsonFormatter : ITextFormatter
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <inheritdoc />
    public void Format(LogEvent logEvent, TextWriter output)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("level", LogLine.Level(logEvent.Level));
            json.WriteNumber("ts", logEvent.Timestamp.ToUnixTimeMilliseconds() / 1000m);
            json.WriteString("msg", LogLine.Message(logEvent));
            foreach (var (name, value) in logEvent.Properties.Where(pair => !LogLine.Plumbing.Contains(pair.Key, StringComparer.Ordinal)))
            {
                json.WritePropertyName(SnakeCase(name));
                Write(json, value);
            }

            if (logEvent.Exception is { } exception)
            {
                json.WriteString("error", exception.Message);
                json.WriteString("stacktrace", exception.ToString());
            }

            json.WriteEndObject();
        }

        output.WriteLine(Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
    }

    private static void Write(Utf8JsonWriter json, LogEventPropertyValue value)
    {
        switch (value)
        {
            case ScalarValue { Value: null }:
                json.WriteNullValue();
                break;
            case ScalarValue { Value: bool flag }:
                json.WriteBooleanValue(flag);
                break;
            case ScalarValue { Value: int or long or short or byte } number:
                json.WriteNumberValue(Convert.ToInt64(number.Value, CultureInfo.InvariantCulture));
                break;
            case ScalarValue { Value: double fraction } when double.IsFinite(fraction):
                json.WriteNumberValue(fraction);
                break;
            case ScalarValue { Value: TimeSpan time }:
                json.WriteNumberValue(time.TotalSeconds);
                break;
            case ScalarValue { Value: string text }:
                json.WriteStringValue(text);
                break;
            case SequenceValue list:
                json.WriteStartArray();
                foreach (var element in list.Elements)
                {
                    Write(json, element);
                }

                json.WriteEndArray();
                break;
            default:
                json.WriteStringValue(value.ToString(format: null, CultureInfo.InvariantCulture));
                break;
        }
    }

    private static string SnakeCase(string name) => JsonNamingPolicy.SnakeCaseLower.ConvertName(name);
}
