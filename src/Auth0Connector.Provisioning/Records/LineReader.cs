using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;

namespace Auth0Connector.Provisioning.Records;

/// <summary>Reads one line of a file of records, or says why it is none.</summary>
internal static class LineReader
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>The record; neither it nor a fault where the line is blank or was cut off while it was written.</summary>
    public static (T? Line, string? Fault) Read<T>(RawLine raw, JsonTypeInfo<T> type)
        where T : class, IRecordLine
    {
        var bytes = Trimmed(raw);
        if (bytes.IsEmpty)
        {
            return (null, null);
        }

        if (raw.IsTooLong)
        {
            return (null, "longer than any line that is written here");
        }

        if (!raw.IsEnded && IsCutOff(bytes))
        {
            return (null, null);
        }

        if (!Utf8.IsValid(bytes))
        {
            return (null, "no UTF-8");
        }

        try
        {
            var line = JsonSerializer.Deserialize(bytes, type);
            return line?.Fault() is { } fault ? (null, fault) : (line, line is null ? "says nothing" : null);
        }
        catch (Exception broken) when (broken is JsonException or NotSupportedException)
        {
            return (null, "no record in JSON of this version");
        }
    }

    /// <summary>Whether the file ends inside this line, which was cut off by a crash while it was written.</summary>
    public static bool IsTorn(RawLine raw) => !raw.IsEnded && !raw.IsTooLong && Trimmed(raw) is { IsEmpty: false } bytes && IsCutOff(bytes);

    // What a crash leaves is the beginning of a record, and noise is not: what it says was not acted on yet.
    private static bool IsCutOff(ReadOnlySpan<byte> bytes)
    {
        if (bytes[0] != (byte)'{')
        {
            return false;
        }

        var json = new Utf8JsonReader(bytes, isFinalBlock: false, state: default);
        try
        {
            while (json.Read())
            {
            }

            return json.CurrentDepth > 0 || json.BytesConsumed < bytes.Length || json.TokenType != JsonTokenType.EndObject;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    // Editors put a mark before the first line and a carriage return after each, which say nothing.
    private static ReadOnlySpan<byte> Trimmed(RawLine raw)
    {
        ReadOnlySpan<byte> bytes = raw.Bytes;
        return (raw.Number == 1 && bytes.StartsWith(ByteOrderMark) ? bytes[ByteOrderMark.Length..] : bytes).Trim(" \t\r"u8);
    }
}
