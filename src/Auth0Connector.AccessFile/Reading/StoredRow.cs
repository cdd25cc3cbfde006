using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Auth0Connector.AccessFile.Reading;

/// <summary>A row as bytes, to be set aside and read again: its id, then each column as its length and what it holds.</summary>
internal sealed class StoredRow
{
    private const int Null = -1;

    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly int[] _starts;

    private StoredRow(ReadOnlyMemory<byte> bytes, int[] starts)
    {
        _bytes = bytes;
        _starts = starts;
    }

    public long Id => BinaryPrimitives.ReadInt64LittleEndian(_bytes.Span);

    /// <summary>Writes the columns as <see cref="Row"/> reads them, so that what is read again is what was there.</summary>
    public static void Write(IBufferWriter<byte> target, Row row, IReadOnlyList<string> columns)
    {
        BinaryPrimitives.WriteInt64LittleEndian(target.GetSpan(sizeof(long)), row.Id);
        target.Advance(sizeof(long));
        for (var column = 1; column <= columns.Count; column++)
        {
            switch (TableColumns.KindOf(columns[column - 1]))
            {
                case ColumnContent.Bytes:
                    Write(target, row.BytesOrNull(column));
                    break;
                case ColumnContent.Flag:
                    Write(target, row.Flag(column) ? [1] : []);
                    break;
                default:
                    Write(target, row.TextOrNull(column));
                    break;
            }
        }
    }

    /// <summary>Reads a row with so many columns, and says where the bytes behind it begin.</summary>
    public static StoredRow Read(ReadOnlyMemory<byte> bytes, int columns, out int end)
    {
        var starts = new int[columns];
        end = sizeof(long);
        for (var column = 0; column < columns; column++)
        {
            starts[column] = end;
            end += sizeof(int) + Math.Max(0, Length(bytes.Span, end));
        }

        return new StoredRow(bytes, starts);
    }

    public string? Text(int column) => IsNull(column) ? null : Encoding.UTF8.GetString(Content(column));

    public bool Flag(int column) => Content(column).Length > 0;

    public byte[]? Bytes(int column) => IsNull(column) ? null : Content(column).ToArray();

    private static int Length(ReadOnlySpan<byte> bytes, int start) => BinaryPrimitives.ReadInt32LittleEndian(bytes[start..]);

    private static void Write(IBufferWriter<byte> target, byte[]? content)
    {
        WriteLength(target, content?.Length ?? Null);
        target.Write(content);
    }

    private static void Write(IBufferWriter<byte> target, string? text)
    {
        if (text is null)
        {
            WriteLength(target, Null);
            return;
        }

        WriteLength(target, Encoding.UTF8.GetByteCount(text));
        Encoding.UTF8.GetBytes(text, target);
    }

    private static void WriteLength(IBufferWriter<byte> target, int length)
    {
        BinaryPrimitives.WriteInt32LittleEndian(target.GetSpan(sizeof(int)), length);
        target.Advance(sizeof(int));
    }

    private bool IsNull(int column) => Length(_bytes.Span, _starts[column - 1]) == Null;

    private ReadOnlySpan<byte> Content(int column)
    {
        var start = _starts[column - 1];
        return _bytes.Span.Slice(start + sizeof(int), Math.Max(0, Length(_bytes.Span, start)));
    }
}
