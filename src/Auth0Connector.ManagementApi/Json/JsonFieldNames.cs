using System.Text;
using System.Text.Json;

namespace Auth0Connector.ManagementApi.Json;

/// <summary>The fields of an object that are known, told from the bytes of an answer without making a text of each name.</summary>
internal sealed class JsonFieldNames(params string[] names)
{
    private readonly byte[][] _bytes = [.. names.Select(Encoding.UTF8.GetBytes)];

    /// <summary>Goes to the value of the next field; false at the end of the object.</summary>
    /// <param name="reader">Stands at the object's beginning, or at the end of a value.</param>
    /// <param name="field">One of the names that are known, or nothing.</param>
    /// <exception cref="JsonException">It is no valid JSON.</exception>
    public bool Next(ref Utf8JsonReader reader, out string? field)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.PropertyName)
        {
            field = null;
            return false;
        }

        var index = reader.ValueIsEscaped || reader.HasValueSequence ? IndexOfUnusual(ref reader) : IndexOf(reader.ValueSpan);
        field = index < 0 ? null : names[index];
        reader.Read();
        return true;
    }

    private int IndexOf(ReadOnlySpan<byte> name)
    {
        for (var index = 0; index < _bytes.Length; index++)
        {
            if (name.SequenceEqual(_bytes[index]))
            {
                return index;
            }
        }

        return -1;
    }

    private int IndexOfUnusual(ref Utf8JsonReader reader)
    {
        try
        {
            return Array.IndexOf(names, reader.GetString());
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair, or bytes that are no text: none of ours.
            return -1;
        }
    }
}
