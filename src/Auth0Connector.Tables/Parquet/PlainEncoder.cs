using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Auth0Connector.Tables.Parquet;

/// <summary>Values one after the other, as they are (https://parquet.apache.org/docs/file-format/data-pages/encodings/#PLAIN).</summary>
internal static class PlainEncoder
{
    // Of a fraction of a second, in microseconds.
    private const int Digits = 6;

    /// <summary>A text with its length before it.</summary>
    public static void Text(string text, IBufferWriter<byte> target)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        var span = target.GetSpan(sizeof(int) + length);
        BinaryPrimitives.WriteInt32LittleEndian(span, length);
        Encoding.UTF8.GetBytes(text, span[sizeof(int)..]);
        target.Advance(sizeof(int) + length);
    }

    /// <summary>A time as microseconds since 1970, what is finer left off; false where the text is no time.</summary>
    public static bool Time(string text, IBufferWriter<byte> target)
    {
        // Times of ours end with 'Z'; what is finer would be rounded.
        var dot = text.IndexOf('.', StringComparison.Ordinal);
        var kept = dot > 0 && text.Length > dot + Digits + 2 ? string.Concat(text.AsSpan(0, dot + 1 + Digits), "Z") : text;
        if (!DateTimeOffset.TryParse(kept, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
        {
            return false;
        }

        const long epoch = 62_135_596_800_000_000;
        BinaryPrimitives.WriteInt64LittleEndian(target.GetSpan(sizeof(long)), (time.UtcTicks / TimeSpan.TicksPerMicrosecond) - epoch);
        target.Advance(sizeof(long));
        return true;
    }

    /// <summary>Yes and no, eight a byte.</summary>
    public static void Flags(List<bool> flags, IBufferWriter<byte> target)
    {
        foreach (var eight in flags.Chunk(8))
        {
            var bits = 0;
            for (var i = 0; i < eight.Length; i++)
            {
                bits |= (eight[i] ? 1 : 0) << i;
            }

            target.Write([(byte)bits]);
        }
    }
}
