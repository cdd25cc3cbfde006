using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Auth0Connector.ManagementApi.Failures;

namespace Auth0Connector.ManagementApi.Json;

/// <summary>
/// A list that says who may do what. Null is <see cref="NullList"/>, which is empty; absent is not known
/// (<see langword="null"/>); anything else that is no list of objects fails the page, since passing it over would lose access
/// silently.
/// </summary>
internal abstract class StrictListConverter<T>(Func<JsonTypeInfo<T>> elementType) : JsonConverter<IReadOnlyList<T>?>
{
    /// <summary>What stands for a list that is null, to be told from one that is there and empty.</summary>
    public static IReadOnlyList<T> NullList { get; } = new List<T>(0).AsReadOnly();

    public override bool HandleNull => true;

    public override IReadOnlyList<T>? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return NullList;
        }

        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new AnswerShapeException("a list that carries access is no list");
        }

        var items = new List<T>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            items.Add(JsonSerializer.Deserialize(ref reader, elementType()) ?? throw new AnswerShapeException("a list that carries access holds nothing"));
        }

        return items;
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<T>? value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Answers are read, never written.");
}

/// <summary>Scopes as a list of texts, or as one text with spaces between, which OAuth knows as well.</summary>
internal sealed class ScopeTextListConverter : JsonConverter<IReadOnlyList<string>?>
{
    public override bool HandleNull => true;

    public override IReadOnlyList<string>? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Null:
                return null;
            case JsonTokenType.String:
                return LenientStringConverter.ReadText(ref reader)!.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            case JsonTokenType.StartArray:
                break;
            default:
                throw new AnswerShapeException("a list of scopes is no list");
        }

        var scopes = new List<string>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            scopes.Add(LenientStringConverter.ReadText(ref reader) ?? throw new AnswerShapeException("a scope is no text"));
        }

        return scopes;
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<string>? value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Answers are read, never written.");
}
