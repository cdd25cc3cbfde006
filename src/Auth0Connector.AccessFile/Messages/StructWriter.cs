namespace Auth0Connector.AccessFile.Messages;

/// <summary>
/// Writes the entries of a <c>google.protobuf.Struct</c>. The caller gives them in the byte order of their keys (format
/// section 7); see <see cref="ProfileBuilder"/> for profiles whose keys come in any order.
/// </summary>
public static class StructWriter
{
    private const int Entry = 1;
    private const int Key = 1;
    private const int Value = 2;
    private const int NumberValue = 2;
    private const int TextValue = 3;
    private const int FlagValue = 4;
    private const int StructValue = 5;
    private const int ListValue = 6;

    /// <summary>Writes a text; null is left out.</summary>
    public static void Add(MessageWriter writer, ReadOnlySpan<byte> key, string? value)
    {
        if (value is not null)
        {
            var (entry, inner) = Begin(writer, key);
            writer.TextOrEmpty(TextValue, value);
            End(writer, entry, inner);
        }
    }

    /// <summary>Writes a boolean; null is left out.</summary>
    public static void Add(MessageWriter writer, ReadOnlySpan<byte> key, bool? value)
    {
        if (value is { } flag)
        {
            var (entry, inner) = Begin(writer, key);
            writer.Flag(FlagValue, flag);
            End(writer, entry, inner);
        }
    }

    /// <summary>Writes a number; null is left out.</summary>
    public static void Add(MessageWriter writer, ReadOnlySpan<byte> key, long? value)
    {
        if (value is { } number)
        {
            var (entry, inner) = Begin(writer, key);
            writer.Double(NumberValue, number);
            End(writer, entry, inner);
        }
    }

    /// <summary>Writes an instant as text with milliseconds, in UTC; null is left out.</summary>
    public static void Add(MessageWriter writer, ReadOnlySpan<byte> key, DateTimeOffset? value)
    {
        if (value is { } instant)
        {
            // The round-trip layout is the quick one; its last four digits are beyond what is kept.
            Span<byte> text = stackalloc byte[33];
            instant.UtcDateTime.TryFormat(text, out _, "O", System.Globalization.CultureInfo.InvariantCulture);
            text[23] = (byte)'Z';
            var (entry, inner) = Begin(writer, key);
            writer.Nested(TextValue, text[..24]);
            End(writer, entry, inner);
        }
    }

    /// <summary>Writes a list of objects, each written by <paramref name="write"/>.</summary>
    public static void Add<T>(MessageWriter writer, ReadOnlySpan<byte> key, IEnumerable<T> values, Action<MessageWriter, T> write)
    {
        var (entry, inner) = Begin(writer, key);
        var list = writer.Begin(ListValue);
        foreach (var value in values)
        {
            var element = writer.Begin(1);
            var fields = writer.Begin(StructValue);
            write(writer, value);
            writer.End(fields);
            writer.End(element);
        }

        writer.End(list);
        End(writer, entry, inner);
    }

    private static (int Entry, int Value) Begin(MessageWriter writer, ReadOnlySpan<byte> key)
    {
        var entry = writer.Begin(Entry);
        writer.Nested(Key, key);
        return (entry, writer.Begin(Value));
    }

    private static void End(MessageWriter writer, int entry, int value)
    {
        writer.End(value);
        writer.End(entry);
    }
}
