using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Auth0Connector.AccessFile.Messages;

/// <summary>
/// Writes protobuf messages field by field into one pooled buffer, for the few kinds of which a file holds millions: the
/// generated classes measure every nested message again on each level. Fields are written in the order of their numbers,
/// so the bytes are those of the generated classes. One message at a time, one thread at a time.
/// </summary>
public sealed class MessageWriter : IDisposable
{
    private const int FirstSize = 4096;
    private const int VarintType = 0;
    private const int Fixed64Type = 1;
    private const int LengthType = 2;

    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(FirstSize);
    private int _length;

    /// <summary>What was written, until the next call.</summary>
    public ReadOnlySpan<byte> Written => _buffer.AsSpan(0, _length);

    /// <summary>Begins a new message; what was written is forgotten.</summary>
    public void Clear() => _length = 0;

    /// <summary>Begins a nested message; what is written until <see cref="End"/> belongs to it.</summary>
    /// <returns>What <see cref="End"/> takes.</returns>
    public int Begin(int field)
    {
        Tag(field, LengthType);
        Reserve(1);
        return ++_length;
    }

    /// <summary>Ends the nested message that began there.</summary>
    public void End(int begin)
    {
        var size = _length - begin;
        // One byte was left for the length; most messages need no more.
        var more = VarintSize((ulong)size) - 1;
        if (more > 0)
        {
            Reserve(more);
            _buffer.AsSpan(begin, size).CopyTo(_buffer.AsSpan(begin + more));
        }

        _length = begin - 1;
        Varint((ulong)size);
        _length += size;
    }

    /// <summary>Writes a nested message, or a text in UTF-8, that exists already, also an empty one.</summary>
    public void Nested(int field, ReadOnlySpan<byte> bytes)
    {
        Tag(field, LengthType);
        Varint((ulong)bytes.Length);
        Fields(bytes);
    }

    /// <summary>Writes bytes that are fields already.</summary>
    public void Fields(ReadOnlySpan<byte> fields)
    {
        Reserve(fields.Length);
        fields.CopyTo(_buffer.AsSpan(_length));
        _length += fields.Length;
    }

    /// <summary>Writes a text unless it is empty, as proto3 does.</summary>
    public void Text(int field, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            TextOrEmpty(field, value);
        }
    }

    /// <summary>Writes a text, also an empty one: a member of a oneof.</summary>
    public void TextOrEmpty(int field, ReadOnlySpan<char> value)
    {
        var begin = Begin(field);
        Reserve(Encoding.UTF8.GetMaxByteCount(value.Length));
        // Half a surrogate pair becomes U+FFFD, as CleanText has it.
        _length += Encoding.UTF8.GetBytes(value, _buffer.AsSpan(_length));
        End(begin);
    }

    /// <summary>Writes a number of any integer type unless it is zero.</summary>
    public void Number(int field, long value)
    {
        if (value != 0)
        {
            Tag(field, VarintType);
            Varint((ulong)value);
        }
    }

    /// <summary>Writes a boolean, also a false one: a member of a oneof.</summary>
    public void Flag(int field, bool value)
    {
        Tag(field, VarintType);
        Varint(value ? 1UL : 0UL);
    }

    /// <summary>Writes a floating-point number, also zero: a member of a oneof.</summary>
    public void Double(int field, double value)
    {
        Tag(field, Fixed64Type);
        Reserve(sizeof(double));
        BinaryPrimitives.WriteDoubleLittleEndian(_buffer.AsSpan(_length), value);
        _length += sizeof(double);
    }

    /// <summary>Writes a <c>google.protobuf.Timestamp</c>.</summary>
    public void Instant(int field, DateTimeOffset value)
    {
        var begin = Begin(field);
        var (seconds, ticks) = Math.DivRem(value.UtcTicks, TimeSpan.TicksPerSecond);
        Number(1, seconds - (DateTime.UnixEpoch.Ticks / TimeSpan.TicksPerSecond));
        Number(2, ticks * TimeSpan.NanosecondsPerTick);
        End(begin);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
        }

        _buffer = [];
        _length = 0;
    }

    private static int VarintSize(ulong value)
    {
        var size = 1;
        while ((value >>= 7) != 0)
        {
            size++;
        }

        return size;
    }

    private void Tag(int field, int wireType) => Varint(((ulong)field << 3) | (uint)wireType);

    private void Varint(ulong value)
    {
        Reserve(10);
        while (value > 0x7F)
        {
            _buffer[_length++] = (byte)(value | 0x80);
            value >>= 7;
        }

        _buffer[_length++] = (byte)value;
    }

    private void Reserve(int more)
    {
        if (_buffer.Length - _length >= more)
        {
            return;
        }

        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_length + more, _buffer.Length * 2));
        _buffer.AsSpan(0, _length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
