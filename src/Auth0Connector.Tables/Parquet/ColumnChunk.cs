namespace Auth0Connector.Tables.Parquet;

/// <summary>Where a column of a row group stands, and what it takes.</summary>
internal sealed record ColumnChunk(
    Column Column, long? DictionaryOffset, long DataOffset, long Count, long Nulls, long PlainLength, long Length, bool HasPlainPage)
{
    /// <summary>Writes it as <c>ColumnChunk</c>.</summary>
    public void Write(ThriftWriter thrift)
    {
        // Deprecated, and to be 0.
        thrift.LongNumber(2, 0);
        thrift.Nested(3, () =>
        {
            thrift.Number(1, ParquetCodes.TypeOf(Column.Kind));
            thrift.Numbers(2, [.. Encodings()]);
            thrift.Texts(3, [Column.FieldName]);
            thrift.Number(4, ParquetCodes.Gzip);
            thrift.LongNumber(5, Count);
            thrift.LongNumber(6, PlainLength);
            thrift.LongNumber(7, Length);
            thrift.LongNumber(9, DataOffset);
            if (DictionaryOffset is { } offset)
            {
                thrift.LongNumber(11, offset);
            }

            thrift.Nested(12, () => thrift.LongNumber(3, Nulls));
        });
    }

    private IEnumerable<int> Encodings()
    {
        yield return ParquetCodes.Hybrid;
        if (HasPlainPage || DictionaryOffset is not null)
        {
            yield return ParquetCodes.Plain;
        }

        if (DictionaryOffset is not null)
        {
            yield return ParquetCodes.Dictionary;
        }
    }
}
