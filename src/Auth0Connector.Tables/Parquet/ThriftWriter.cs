using System.Buffers;
using System.Text;

namespace Auth0Connector.Tables.Parquet;

/// <summary>Thrift's compact protocol, as far as Parquet's metadata needs it (https://github.com/apache/thrift/blob/master/doc/specs/thrift-compact-protocol.md).</summary>
internal sealed class ThriftWriter(IBufferWriter<byte> target)
{
    private const byte True = 1;
    private const byte False = 2;
    private const byte Int32 = 5;
    private const byte Int64 = 6;
    private const byte Binary = 8;
    private const byte List = 9;
    private const byte Structure = 12;

    // Longer lists say their length on its own.
    private const int ShortList = 15;

    private readonly Stack<short> _outer = new();
    private short _last;

    /// <summary>A whole number; an enumeration is one as well.</summary>
    public void Number(short field, int value)
    {
        Field(field, Int32);
        Varint(ZigZag(value));
    }

    /// <summary>A long whole number.</summary>
    public void LongNumber(short field, long value)
    {
        Field(field, Int64);
        Varint(ZigZag(value));
    }

    /// <summary>A yes or no, which stands in the field's type.</summary>
    public void Flag(short field, bool value) => Field(field, value ? True : False);

    /// <summary>A text.</summary>
    public void Text(short field, string value)
    {
        Field(field, Binary);
        Text(value);
    }

    /// <summary>A structure in a field.</summary>
    public void Nested(short field, Action write)
    {
        Field(field, Structure);
        Struct(write);
    }

    /// <summary>A list of structures.</summary>
    public void Structs<T>(short field, IReadOnlyCollection<T> items, Action<T> write)
    {
        Head(field, items.Count, Structure);
        foreach (var item in items)
        {
            Struct(() => write(item));
        }
    }

    /// <summary>A list of numbers.</summary>
    public void Numbers(short field, IReadOnlyCollection<int> items)
    {
        Head(field, items.Count, Int32);
        foreach (var item in items)
        {
            Varint(ZigZag(item));
        }
    }

    /// <summary>A list of texts.</summary>
    public void Texts(short field, IReadOnlyCollection<string> items)
    {
        Head(field, items.Count, Binary);
        foreach (var item in items)
        {
            Text(item);
        }
    }

    /// <summary>A structure with its end mark.</summary>
    public void Struct(Action write)
    {
        _outer.Push(_last);
        _last = 0;
        write();
        Byte(0);
        _last = _outer.Pop();
    }

    private static ulong ZigZag(long value) => (ulong)((value << 1) ^ (value >> 63));

    // All our fields stand close together, so the difference to the former one fits the short form.
    private void Field(short field, byte type)
    {
        Byte((byte)(((field - _last) << 4) | type));
        _last = field;
    }

    private void Head(short field, int count, byte type)
    {
        Field(field, List);
        if (count < ShortList)
        {
            Byte((byte)((count << 4) | type));
            return;
        }

        Byte((byte)((ShortList << 4) | type));
        Varint((ulong)count);
    }

    private void Text(string value)
    {
        Varint((ulong)Encoding.UTF8.GetByteCount(value));
        Encoding.UTF8.GetBytes(value, target);
    }

    private void Varint(ulong value)
    {
        while (value >= 0x80)
        {
            Byte((byte)(value | 0x80));
            value >>= 7;
        }

        Byte((byte)value);
    }

    private void Byte(byte value)
    {
        target.GetSpan(1)[0] = value;
        target.Advance(1);
    }
}
