using System.Buffers;
using System.Buffers.Binary;

namespace Auth0Connector.Tables.Parquet;

/// <summary>
/// A table as an Apache Parquet file (https://parquet.apache.org/docs/file-format/): texts, yes and no, and times as what they are.
/// A row group is written as soon as it is full, and nothing is ever sought back, so memory does not grow with the rows.
/// </summary>
public static class ParquetWriter
{
    private const int GroupRows = 122_880;
    private const long GroupBytes = 16 * 1024 * 1024;

    /// <summary>Writes it; <paramref name="tell"/> gets the number of rows now and then.</summary>
    public static long Write(Stream target, Table table, Action<long> tell)
    {
        var buffers = table.Columns.Select(column => new ColumnBuffer(column)).ToList();
        try
        {
            return Write(target, table, buffers, tell);
        }
        finally
        {
            buffers.ForEach(buffer => buffer.Dispose());
        }
    }

    private static long Write(Stream target, Table table, List<ColumnBuffer> buffers, Action<long> tell)
    {
        target.Write("PAR1"u8);
        var offset = 4L;
        var groups = new List<RowGroup>();
        var count = 0L;
        var inGroup = 0;
        foreach (var row in table.Rows)
        {
            for (var i = 0; i < buffers.Count; i++)
            {
                buffers[i].Add(row[i]);
            }

            tell(++count);
            if (++inGroup >= GroupRows || buffers.Sum(buffer => buffer.Length) >= GroupBytes)
            {
                EndGroup();
            }
        }

        if (inGroup > 0)
        {
            EndGroup();
        }

        End(target, table, groups);
        return count;

        void EndGroup()
        {
            var start = offset;
            var chunks = new List<ColumnChunk>();
            foreach (var buffer in buffers)
            {
                chunks.Add(buffer.MoveTo(target, offset));
                offset += chunks[^1].Length;
            }

            groups.Add(new RowGroup(start, inGroup, chunks));
            inGroup = 0;
        }
    }

    private static void End(Stream target, Table table, List<RowGroup> groups)
    {
        var footer = new ArrayBufferWriter<byte>();
        ParquetFooter.Write(table.Columns, groups, footer);
        target.Write(footer.WrittenSpan);
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, footer.WrittenCount);
        target.Write(length);
        target.Write("PAR1"u8);
    }
}
