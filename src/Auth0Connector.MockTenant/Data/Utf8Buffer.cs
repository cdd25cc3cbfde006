using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace Auth0Connector.MockTenant.Data;

/// <summary>A growing, reusable run of UTF-8 bytes: answers and texts are made here without strings in between.</summary>
internal sealed class Utf8Buffer(int capacity = 1024) : IBufferWriter<byte>
{
    private byte[] _bytes = new byte[capacity];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    public ReadOnlyMemory<byte> WrittenMemory => _bytes.AsMemory(0, Length);

    public void Clear() => Length = 0;

    public void Truncate(int length) => Length = length;

    public void Append(byte value)
    {
        Ensure(1);
        _bytes[Length++] = value;
    }

    public void Append(ReadOnlySpan<byte> utf8)
    {
        Ensure(utf8.Length);
        utf8.CopyTo(_bytes.AsSpan(Length));
        Length += utf8.Length;
    }

    public void Append(string text)
    {
        Ensure(Encoding.UTF8.GetMaxByteCount(text.Length));
        Length += Encoding.UTF8.GetBytes(text, _bytes.AsSpan(Length));
    }

    public void Append(long number)
    {
        Ensure(20);
        _ = Utf8Formatter.TryFormat(number, _bytes.AsSpan(Length), out var written);
        Length += written;
    }

    public void AppendDigits(ulong number, int digits)
    {
        Ensure(digits);
        for (var position = Length + digits - 1; position >= Length; position--)
        {
            _bytes[position] = (byte)('0' + (number % 10));
            number /= 10;
        }

        Length += digits;
    }

    public void AppendHex(ulong number, int digits)
    {
        Ensure(digits);
        for (var position = Length + digits - 1; position >= Length; position--)
        {
            _bytes[position] = "0123456789abcdef"u8[(int)(number & 15)];
            number >>= 4;
        }

        Length += digits;
    }

    public override string ToString() => Encoding.UTF8.GetString(Written);

    public void Advance(int count) => Length += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Ensure(Math.Max(sizeHint, 1));
        return _bytes.AsMemory(Length);
    }

    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    private void Ensure(int more)
    {
        if (_bytes.Length - Length < more)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, Length + more));
        }
    }
}
