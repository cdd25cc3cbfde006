using System.Buffers.Binary;
using System.IO.Hashing;

namespace Auth0Connector.AccessFile.Sums;

/// <summary>Hashes a row from its values, each with its type and length, so that no two rows look alike.</summary>
internal sealed class RowHash
{
    private const int Prefix = 1 + sizeof(int);
    private const byte NullTag = 0;
    private const byte NumberTag = 1;
    private const byte RealTag = 2;
    private const byte TextTag = 3;
    private const byte BlobTag = 4;

    private byte[] _row = new byte[4096];
    private int _length;

    public void Null() => Add(NullTag, []);

    public void Text(ReadOnlySpan<byte> utf8) => Add(TextTag, utf8);

    public void Blob(ReadOnlySpan<byte> bytes) => Add(BlobTag, bytes);

    public void Number(long number) => AddNumber(NumberTag, number);

    public void Real(double number) => AddNumber(RealTag, BitConverter.DoubleToInt64Bits(number));

    /// <summary>The hash of the values since the last one, and of the row's id, which is known last.</summary>
    public ulong Take(long rowId)
    {
        var hash = XxHash3.HashToUInt64(_row.AsSpan(0, _length), rowId);
        _length = 0;
        return hash;
    }

    private void AddNumber(byte tag, long number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, number);
        Add(tag, bytes);
    }

    private void Add(byte tag, ReadOnlySpan<byte> value)
    {
        var needed = _length + Prefix + value.Length;
        if (needed > _row.Length)
        {
            Array.Resize(ref _row, Math.Max(needed, 2 * _row.Length));
        }

        _row[_length] = tag;
        BinaryPrimitives.WriteInt32LittleEndian(_row.AsSpan(_length + 1), value.Length);
        value.CopyTo(_row.AsSpan(_length + Prefix));
        _length = needed;
    }
}
