using System.Buffers;
using System.Buffers.Binary;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Auth0Connector.AccessFile.Comparison;

/// <summary>Values of a statement as bytes that compare as SQLite compares the values: NULL, numbers, text, other bytes.</summary>
internal static class RecordKey
{
    private const byte Null = 0;
    private const byte Number = 1;
    private const byte Text = 2;
    private const byte Bytes = 3;

    /// <summary>Adds a column.</summary>
    public static void Add(IBufferWriter<byte> target, SqliteDataReader reader, int column)
    {
        var statement = reader.Handle!;
        switch (raw.sqlite3_column_type(statement, column))
        {
            case raw.SQLITE_NULL:
                target.Write<byte>([Null]);
                break;
            case raw.SQLITE_INTEGER or raw.SQLITE_FLOAT:
                target.Write<byte>([Number]);
                var bits = BitConverter.DoubleToInt64Bits(raw.sqlite3_column_double(statement, column));
                Add(target, bits < 0 ? bits ^ long.MaxValue : bits);
                break;
            case raw.SQLITE_TEXT:
                AddBytes(target, Text, raw.sqlite3_column_blob(statement, column));
                break;
            default:
                AddBytes(target, Bytes, raw.sqlite3_column_blob(statement, column));
                break;
        }
    }

    /// <summary>Adds a number.</summary>
    public static void Add(IBufferWriter<byte> target, long number)
    {
        BinaryPrimitives.WriteInt64BigEndian(target.GetSpan(sizeof(long)), number ^ long.MinValue);
        target.Advance(sizeof(long));
    }

    // A shorter value comes before what begins with it: zeros end it, and one inside is told from them by what follows.
    private static void AddBytes(IBufferWriter<byte> target, byte kind, ReadOnlySpan<byte> bytes)
    {
        target.Write<byte>([kind]);
        for (var zero = bytes.IndexOf((byte)0); zero >= 0; zero = bytes.IndexOf((byte)0))
        {
            target.Write(bytes[..zero]);
            target.Write<byte>([0, 0xff]);
            bytes = bytes[(zero + 1)..];
        }

        target.Write(bytes);
        target.Write<byte>([0, 0]);
    }
}
