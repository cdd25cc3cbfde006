using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Auth0Connector.ManagementApi.Json;

namespace Auth0Connector.ManagementApi.Records;

/// <summary>
/// A body inside a line of the log, kept as it came and asked for single fields: it may be an object, an object written as a
/// text, or whatever stands there where the tenant hides it.
/// </summary>
[JsonConverter(typeof(LogBodyConverter))]
public sealed record LogBody
{
    private static readonly JsonReaderOptions Options = new() { MaxDepth = 1024 };

    private readonly string _json;

    internal LogBody(string json) => _json = json;

    /// <summary>The text under a name; <see langword="null"/> where there is none.</summary>
    public string? Text(string name)
    {
        var reader = new Utf8JsonReader(Bytes(), Options);
        return Find(ref reader, name) ? LenientStringConverter.ReadText(ref reader) : null;
    }

    /// <summary>The list under a name, with <see langword="null"/> for what is no text in it; <see langword="null"/> where there is no list.</summary>
    public IReadOnlyList<string?>? Texts(string name)
    {
        var reader = new Utf8JsonReader(Bytes(), Options);
        if (!Find(ref reader, name) || reader.TokenType != JsonTokenType.StartArray)
        {
            return null;
        }

        var texts = new List<string?>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            texts.Add(LenientStringConverter.ReadText(ref reader));
        }

        return texts;
    }

    /// <summary>Nothing of what it says, since it may say anything.</summary>
    public override string ToString() => nameof(LogBody);

    // An object that was written as a text is taken out of it.
    private byte[] Bytes()
    {
        var bytes = Encoding.UTF8.GetBytes(_json);
        var reader = new Utf8JsonReader(bytes, Options);
        return reader.Read() && reader.TokenType == JsonTokenType.String && LenientStringConverter.ReadText(ref reader) is { } text && IsObject(text)
            ? Encoding.UTF8.GetBytes(text)
            : bytes;
    }

    private static bool IsObject(string text)
    {
        try
        {
            var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text), Options);
            return reader.Read() && reader.TokenType == JsonTokenType.StartObject && reader.TrySkip() && !reader.Read();
        }
        catch (JsonException)
        {
            // Cut in the middle, or no JSON at all.
            return false;
        }
    }

    private static bool Find(ref Utf8JsonReader reader, string name)
    {
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            return false;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isIt = reader.ValueTextEquals(name);
            if (!reader.Read())
            {
                return false;
            }

            if (isIt)
            {
                return true;
            }

            reader.Skip();
        }

        return false;
    }
}
