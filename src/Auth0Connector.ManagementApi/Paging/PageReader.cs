using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Auth0Connector.ManagementApi.Failures;
using Auth0Connector.ManagementApi.Json;

namespace Auth0Connector.ManagementApi.Paging;

/// <summary>What one answer of a listing says, in any of its three shapes (section 3.1).</summary>
internal sealed record PageContent<T>(IReadOnlyList<T> Items, int Elements)
{
    /// <summary>In which shape it came.</summary>
    public AnswerForm Form { get; init; }

    /// <summary>Elements that were no records.</summary>
    public int Unreadable => Elements - Items.Count;

    public long? Start { get; init; }

    public long? Limit { get; init; }

    public long? Total { get; init; }

    public string? Next { get; init; }
}

/// <summary>Reads a listing's answer from its bytes: no DOM, and one odd element never costs the page.</summary>
internal static class PageReader
{
    // IdP attributes at the root of a user nest as deep as their provider likes.
    private static readonly JsonReaderOptions Options = new() { MaxDepth = 1024 };

    /// <exception cref="JsonException">The answer is not JSON, is cut, or holds no such list.</exception>
    public static PageContent<T> Read<T>(ReadOnlySpan<byte> body, string key, JsonTypeInfo<T> elementType)
        where T : class
    {
        var reader = new Utf8JsonReader(body, Options);
        if (!reader.Read())
        {
            throw new JsonException("empty answer");
        }

        var items = new List<T>(100);
        var elements = 0;
        if (reader.TokenType == JsonTokenType.StartArray)
        {
            elements = ReadItems(ref reader, elementType, items);
            EnsureEnd(ref reader);
            return new PageContent<T>(items, elements) { Form = AnswerForm.Bare };
        }

        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new AnswerShapeException("the answer is neither a list nor an object");
        }

        long? start = null;
        long? total = null;
        long? limit = null;
        string? next = null;
        var isNumbered = false;
        var found = false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals(key))
            {
                Advance(ref reader);
                // Null is an empty list; an absent key says nothing.
                elements += reader.TokenType switch
                {
                    JsonTokenType.Null => 0,
                    JsonTokenType.StartArray => ReadItems(ref reader, elementType, items),
                    _ => throw new AnswerShapeException($"in the answer '{key}' is no list"),
                };
                found = true;
            }
            else if (reader.ValueTextEquals("total"u8))
            {
                total = ReadInteger(ref reader);
                isNumbered = true;
            }
            else if (reader.ValueTextEquals("start"u8))
            {
                start = ReadInteger(ref reader);
                isNumbered = true;
            }
            else if (reader.ValueTextEquals("limit"u8))
            {
                limit = ReadInteger(ref reader);
                isNumbered = true;
            }
            else if (reader.ValueTextEquals("next"u8))
            {
                Advance(ref reader);
                next = LenientStringConverter.ReadText(ref reader);
            }
            else
            {
                Advance(ref reader);
                reader.Skip();
            }
        }

        EnsureEnd(ref reader);
        return found || total == 0
            ? new PageContent<T>(items, elements)
            {
                // A next page by cursor is checkpoint's, whatever stands beside it.
                Form = isNumbered && string.IsNullOrEmpty(next) ? AnswerForm.Numbered : AnswerForm.Checkpoint,
                Start = start,
                Limit = limit,
                Total = total,
                Next = string.IsNullOrEmpty(next) ? null : next,
            }
            : throw new AnswerShapeException($"the answer has no list '{key}'");
    }

    private static int ReadItems<T>(ref Utf8JsonReader reader, JsonTypeInfo<T> elementType, List<T> items)
        where T : class
    {
        var elements = 0;
        while (true)
        {
            Advance(ref reader);
            if (reader.TokenType == JsonTokenType.EndArray)
            {
                return elements;
            }

            elements++;
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                reader.Skip();
            }
            else if (JsonSerializer.Deserialize(ref reader, elementType) is { } item)
            {
                items.Add(item);
            }
        }
    }

    private static long? ReadInteger(ref Utf8JsonReader reader)
    {
        Advance(ref reader);
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var number))
        {
            return number;
        }

        // A number as text is a number all the same.
        return long.TryParse(LenientStringConverter.ReadText(ref reader), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var written)
            ? written
            : null;
    }

    private static void Advance(ref Utf8JsonReader reader)
    {
        if (!reader.Read())
        {
            throw new JsonException("the answer ends in the middle");
        }
    }

    // Bytes after the end are somebody else's answer glued on, or a page cut and continued.
    private static void EnsureEnd(ref Utf8JsonReader reader)
    {
        if (reader.CurrentDepth != 0 || reader.Read())
        {
            throw new JsonException("the answer does not end where it should");
        }
    }
}
