using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Auth0Connector.ManagementApi.Json;

/// <summary>A truth value, also as text: <c>email_verified</c> of SAML people is <c>"true"</c>.</summary>
internal sealed class LenientBooleanConverter : JsonConverter<bool?>
{
    public override bool HandleNull => true;

    public override bool? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => ReadTruth(ref reader);

    public override void Write(Utf8JsonWriter writer, bool? value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Answers are read, never written.");

    internal static bool? ReadTruth(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        _ => LenientStringConverter.ReadText(ref reader)?.Trim().ToLowerInvariant() switch
        {
            "true" or "1" => true,
            "false" or "0" => false,
            _ => null,
        },
    };
}

/// <summary>A whole number, also as text or with a fraction.</summary>
internal sealed class LenientIntegerConverter : JsonConverter<long?>
{
    public override bool HandleNull => true;

    public override long? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => ReadNumber(ref reader);

    public override void Write(Utf8JsonWriter writer, long? value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Answers are read, never written.");

    internal static long? ReadNumber(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var plain))
        {
            return plain;
        }

        var text = LenientStringConverter.ReadText(ref reader);
        if (long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var whole))
        {
            return whole;
        }

        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && Math.Abs(number) < 9e15
            ? (long)number
            : null;
    }
}

/// <summary>An instant as text, or as an object that holds one (<c>created_at</c>, <c>last_login</c> until mid-2026).</summary>
internal sealed class LenientTimestampConverter : JsonConverter<DateTimeOffset?>
{
    public override bool HandleNull => true;

    public override DateTimeOffset? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => ReadInstant(ref reader);

    public override void Write(Utf8JsonWriter writer, DateTimeOffset? value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Answers are read, never written.");

    internal static DateTimeOffset? ReadInstant(ref Utf8JsonReader reader)
    {
        if (reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
        {
            return IsUsual(ref reader) && reader.TryGetDateTimeOffset(out var usual) ? usual : Parse(LenientStringConverter.ReadText(ref reader));
        }

        DateTimeOffset? found = null;
        var depth = reader.CurrentDepth;
        while (reader.Read() && reader.CurrentDepth > depth)
        {
            if (reader.TokenType == JsonTokenType.String)
            {
                found ??= Parse(LenientStringConverter.ReadText(ref reader));
            }
        }

        return found;
    }

    // As the API writes it, to the second or with up to seven digits more: the quick reader means the same then.
    private static bool IsUsual(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.String && !reader.HasValueSequence && reader.ValueSpan.Length is >= 20 and <= 28 && reader.ValueSpan[^1] == (byte)'Z';

    private static DateTimeOffset? Parse(string? text) =>
        DateTimeOffset.TryParse(
            text,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out var instant)
            ? instant
            : null;
}

/// <summary>Whether anything is there at all: <c>multifactor</c> comes as texts, nested lists or objects.</summary>
internal sealed class LenientPresenceConverter : JsonConverter<bool?>
{
    public override bool HandleNull => true;

    public override bool? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => ReadPresence(ref reader);

    public override void Write(Utf8JsonWriter writer, bool? value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Answers are read, never written.");

    internal static bool? ReadPresence(ref Utf8JsonReader reader)
    {
        if (reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
        {
            return !string.IsNullOrEmpty(LenientStringConverter.ReadText(ref reader)) ? true : null;
        }

        var depth = reader.CurrentDepth;
        bool? present = false;
        while (reader.Read() && reader.CurrentDepth > depth)
        {
            if (reader.TokenType is not (JsonTokenType.StartArray or JsonTokenType.EndArray or JsonTokenType.StartObject
                or JsonTokenType.EndObject or JsonTokenType.PropertyName or JsonTokenType.Null))
            {
                present = true;
            }
        }

        return present;
    }
}
