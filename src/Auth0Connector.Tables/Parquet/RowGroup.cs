namespace Auth0Connector.Tables.Parquet;

/// <summary>A row group that is written.</summary>
internal sealed record RowGroup(long Offset, long Rows, IReadOnlyList<ColumnChunk> Columns)
{
    /// <summary>Its bytes.</summary>
    public long Length => Columns.Sum(chunk => chunk.Length);

    /// <summary>Writes it as <c>RowGroup</c>.</summary>
    public void Write(ThriftWriter thrift)
    {
        thrift.Structs(1, Columns, chunk => chunk.Write(thrift));
        thrift.LongNumber(2, Columns.Sum(chunk => chunk.PlainLength));
        thrift.LongNumber(3, Rows);
        thrift.LongNumber(5, Offset);
        thrift.LongNumber(6, Length);
    }
}
