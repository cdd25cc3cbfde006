namespace Auth0Connector.Tables.Parquet;

/// <summary>The numbers of Parquet's metadata that we use (https://github.com/apache/parquet-format/blob/master/src/main/thrift/parquet.thrift).</summary>
internal static class ParquetCodes
{
    public const int TypeBoolean = 0;
    public const int TypeInt64 = 2;
    public const int TypeByteArray = 6;

    public const int Optional = 1;

    public const int ConvertedUtf8 = 0;
    public const int ConvertedMicroseconds = 10;

    public const int Plain = 0;
    public const int Hybrid = 3;
    public const int Dictionary = 8;

    public const int Gzip = 2;

    public const int DataPage = 0;
    public const int DictionaryPage = 2;

    /// <summary>The physical type of a column.</summary>
    public static int TypeOf(ColumnKind kind) => kind switch
    {
        ColumnKind.Flag => TypeBoolean,
        ColumnKind.Time => TypeInt64,
        _ => TypeByteArray,
    };
}
