using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Auth0Connector.Tables.Texts;

namespace Auth0Connector.Tables.JsonLines;

/// <summary>Objects of JSON on their way out, a line each, in pieces.</summary>
/// <param name="target">Where they go.</param>
/// <param name="tell">Gets the number of lines after each.</param>
public sealed class JsonLinesOutput(Stream target, Action<long> tell) : IDisposable
{
    private const int PieceLength = 64 * 1024;

    private readonly ArrayBufferWriter<byte> _row = new();
    private readonly ArrayBufferWriter<byte> _piece = new();
    private Utf8JsonWriter? _json;

    /// <summary>Lines so far.</summary>
    public long Count { get; private set; }

    /// <summary>Adds an object; <paramref name="kind"/> comes first in it where it is given.</summary>
    public void Add(Action<Utf8JsonWriter> write, string? kind = null)
    {
        _json ??= new(_row, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        _json.WriteStartObject();
        if (kind is not null)
        {
            _json.WriteString("kind", kind);
        }

        write(_json);
        _json.WriteEndObject();
        _json.Flush();
        _json.Reset();
        PlainText.WriteJson(_row.WrittenSpan, _piece);
        _row.ResetWrittenCount();
        _piece.Write("\n"u8);
        if (_piece.WrittenCount >= PieceLength)
        {
            Flush();
        }

        tell(++Count);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _json?.Dispose();
        Flush();
    }

    private void Flush()
    {
        target.Write(_piece.WrittenSpan);
        _piece.ResetWrittenCount();
    }
}
