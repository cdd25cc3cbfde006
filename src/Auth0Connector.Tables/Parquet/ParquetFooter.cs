using System.Buffers;

namespace Auth0Connector.Tables.Parquet;

/// <summary>The metadata at the end of a Parquet file, <c>FileMetaData</c>.</summary>
internal static class ParquetFooter
{
    /// <summary>Writes it.</summary>
    public static void Write(IReadOnlyList<Column> columns, IReadOnlyList<RowGroup> groups, IBufferWriter<byte> target)
    {
        var thrift = new ThriftWriter(target);
        thrift.Struct(() =>
        {
            thrift.Number(1, 1);
            thrift.Structs<Column?>(2, [null, .. columns], column => Schema(thrift, column, columns.Count));
            thrift.LongNumber(3, groups.Sum(group => group.Rows));
            thrift.Structs(4, groups, group => group.Write(thrift));
            thrift.Text(6, "auth0-connector");
        });
    }

    /// <summary>A column, or the root over all of them.</summary>
    private static void Schema(ThriftWriter thrift, Column? column, int columns)
    {
        if (column is null)
        {
            thrift.Text(4, "schema");
            thrift.Number(5, columns);
            return;
        }

        thrift.Number(1, ParquetCodes.TypeOf(column.Kind));
        thrift.Number(3, ParquetCodes.Optional);
        thrift.Text(4, column.FieldName);
        switch (column.Kind)
        {
            case ColumnKind.Text:
                thrift.Number(6, ParquetCodes.ConvertedUtf8);
                thrift.Nested(10, () => thrift.Nested(1, () => { }));
                break;
            case ColumnKind.Time:
                thrift.Number(6, ParquetCodes.ConvertedMicroseconds);
                thrift.Nested(10, () => thrift.Nested(8, () =>
                {
                    thrift.Flag(1, true);
                    thrift.Nested(2, () => thrift.Nested(2, () => { }));
                }));
                break;
            default:
                break;
        }
    }
}
