using System.Buffers.Binary;
using Microsoft.Win32.SafeHandles;

namespace Auth0Connector.AccessFile.Comparison;

/// <summary>Records of a file that lie in the order of their keys, read one by one through a buffer.</summary>
internal sealed class RecordRun(SafeFileHandle file, long start, long end, int piece)
{
    private const int Head = 2 * sizeof(int);

    private byte[] _buffer = new byte[piece];
    private long _next = start;
    private int _from;
    private int _to;
    private int _record;

    /// <summary>The order of the records that the runs stand at; equal ones as the runs were written.</summary>
    public static IComparer<RecordRun> ByKey { get; } = Comparer<RecordRun>.Create(static (one, other) =>
        one.Key.SequenceCompareTo(other.Key) is not 0 and var order ? order : one.Place.CompareTo(other.Place));

    /// <summary>What the record holds; it stands until the next one is asked for.</summary>
    public ReadOnlyMemory<byte> Content => ContentOf(_buffer.AsMemory(_record));

    private ReadOnlySpan<byte> Key => KeyOf(_buffer.AsSpan(_record));

    private long Place => _next - _to + _record;

    public static ReadOnlySpan<byte> KeyOf(ReadOnlySpan<byte> record) => record.Slice(Head, BinaryPrimitives.ReadInt32LittleEndian(record));

    public static ReadOnlySpan<byte> Whole(ReadOnlySpan<byte> record) => record[..LengthOf(record)];

    public static ReadOnlyMemory<byte> ContentOf(ReadOnlyMemory<byte> record)
    {
        var begin = Head + BinaryPrimitives.ReadInt32LittleEndian(record.Span);
        return record[begin..LengthOf(record.Span)];
    }

    /// <summary>Goes to the next record; false behind the last one.</summary>
    public bool Next()
    {
        if (!Has(Head))
        {
            return false;
        }

        var length = LengthOf(_buffer.AsSpan(_from));
        if (!Has(length))
        {
            throw new EndOfStreamException("a file of set aside rows ends too early");
        }

        _record = _from;
        _from += length;
        return true;
    }

    private static int LengthOf(ReadOnlySpan<byte> record) =>
        Head + BinaryPrimitives.ReadInt32LittleEndian(record) + BinaryPrimitives.ReadInt32LittleEndian(record[sizeof(int)..]);

    private bool Has(int count)
    {
        if (_to - _from >= count)
        {
            return true;
        }

        var rest = _buffer.AsSpan(_from, _to - _from);
        var buffer = _buffer.Length < count ? new byte[count] : _buffer;
        rest.CopyTo(buffer);
        _buffer = buffer;
        _to -= _from;
        _from = 0;
        while (_next < end)
        {
            var read = RandomAccess.Read(file, _buffer.AsSpan(_to, (int)Math.Min(_buffer.Length - _to, end - _next)), _next);
            if (read == 0)
            {
                break;
            }

            _to += read;
            _next += read;
            if (_to == _buffer.Length)
            {
                break;
            }
        }

        return _to - _from >= count;
    }
}
