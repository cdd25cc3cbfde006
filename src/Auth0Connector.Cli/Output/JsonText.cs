using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Auth0Connector.Cli.Shell;

namespace Auth0Connector.Cli.Output;

/// <summary>Writes JSON piece by piece and gives it as text that a terminal takes safely.</summary>
internal sealed class JsonText : IDisposable
{
    private readonly ArrayBufferWriter<byte> _bytes = new();

    public JsonText()
    {
        Writer = new Utf8JsonWriter(_bytes, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }

    /// <summary>Takes the JSON.</summary>
    public Utf8JsonWriter Writer { get; }

    /// <summary>One JSON value as text.</summary>
    public static string Of<T>(T value, Action<Utf8JsonWriter, T> writeFields)
    {
        using var json = new JsonText();
        json.Writer.WriteStartObject();
        writeFields(json.Writer, value);
        json.Writer.WriteEndObject();
        return json.Take();
    }

    /// <summary>Texts as a JSON array, as they are.</summary>
    public static string OfTexts(IEnumerable<string> texts)
    {
        using var json = new JsonText();
        json.Writer.WriteStartArray();
        foreach (var text in texts)
        {
            json.Writer.WriteStringValue(text);
        }

        json.Writer.WriteEndArray();
        return json.Take();
    }

    /// <summary>What was written since the last time.</summary>
    public string Take()
    {
        Writer.Flush();
        var text = Encoding.UTF8.GetString(_bytes.WrittenSpan);
        _bytes.ResetWrittenCount();

        // A mark of direction can stand in a string only, where its escape means the same.
        return Printable.Of(text);
    }

    /// <summary>Begins a new value.</summary>
    public void Reset() => Writer.Reset();

    /// <inheritdoc/>
    public void Dispose() => Writer.Dispose();
}
