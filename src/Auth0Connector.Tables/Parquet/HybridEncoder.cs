using System.Buffers;
using System.Numerics;

namespace Auth0Connector.Tables.Parquet;

/// <summary>
/// Parquet's hybrid of run lengths and bit packing, for levels and for places in a dictionary
/// (https://parquet.apache.org/docs/file-format/data-pages/encodings/#RLE).
/// </summary>
internal static class HybridEncoder
{
    // Packed values come in groups of this many, and a shorter run is better packed.
    private const int Group = 8;

    /// <summary>How many bits the values up to this one take.</summary>
    public static int Width(int largest) => 32 - BitOperations.LeadingZeroCount((uint)largest);

    /// <summary>Encodes the values.</summary>
    public static void Write(ReadOnlySpan<int> values, int width, IBufferWriter<byte> target)
    {
        var packedFrom = 0;
        var place = 0;
        while (place < values.Length)
        {
            var run = RunAt(values, place);

            // What is packed before a run is filled up from it to a whole group.
            var missing = (Group - ((place - packedFrom) % Group)) % Group;
            if (run - missing < Group)
            {
                place += run;
                continue;
            }

            Pack(values[packedFrom..(place + missing)], width, target);
            Run(values[place], run - missing, width, target);
            place += run;
            packedFrom = place;
        }

        Pack(values[packedFrom..], width, target);
    }

    private static int RunAt(ReadOnlySpan<int> values, int place)
    {
        var end = place + 1;
        while (end < values.Length && values[end] == values[place])
        {
            end++;
        }

        return end - place;
    }

    private static void Run(int value, int count, int width, IBufferWriter<byte> target)
    {
        Varint((uint)count << 1, target);
        for (var shift = 0; shift < width; shift += 8)
        {
            Byte((byte)(value >> shift), target);
        }
    }

    private static void Pack(ReadOnlySpan<int> values, int width, IBufferWriter<byte> target)
    {
        if (values.IsEmpty)
        {
            return;
        }

        var groups = (values.Length + Group - 1) / Group;
        Varint(((uint)groups << 1) | 1, target);
        var bits = 0UL;
        var count = 0;
        for (var i = 0; i < groups * Group; i++)
        {
            bits |= (ulong)(i < values.Length ? values[i] : 0) << count;
            for (count += width; count >= 8; count -= 8)
            {
                Byte((byte)bits, target);
                bits >>= 8;
            }
        }
    }

    private static void Varint(uint value, IBufferWriter<byte> target)
    {
        while (value >= 0x80)
        {
            Byte((byte)(value | 0x80), target);
            value >>= 7;
        }

        Byte((byte)value, target);
    }

    private static void Byte(byte value, IBufferWriter<byte> target)
    {
        target.GetSpan(1)[0] = value;
        target.Advance(1);
    }
}
