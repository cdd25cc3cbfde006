using System.Buffers;
using System.Text;
using Auth0Connector.AccessFile.Sums;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Auth0Connector.AccessFile.Staging;

/// <summary>
/// One prepared statement for millions of rows, straight on SQLite: a <see cref="SqliteCommand"/> makes a reader and
/// converts each parameter anew for every row, which costs more than the row itself.
/// </summary>
internal sealed class PreparedInsert : IDisposable
{
    private const int LongestOnStack = 512;

    private readonly SqliteConnection _connection;
    private readonly sqlite3_stmt _statement;
    private readonly RowHash _hash = new();
    private int _next;

    public PreparedInsert(SqliteConnection connection, string sql)
    {
        _connection = connection;
        Check(raw.sqlite3_prepare_v2(connection.Handle, sql, out _statement));
    }

    public PreparedInsert Text(string? text)
    {
        if (text is null)
        {
            return Null();
        }

        var size = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (size <= LongestOnStack)
        {
            Span<byte> bytes = stackalloc byte[LongestOnStack];
            return Utf8(bytes[..Encoding.UTF8.GetBytes(text, bytes)]);
        }

        var rented = ArrayPool<byte>.Shared.Rent(size);
        Utf8(rented.AsSpan(0, Encoding.UTF8.GetBytes(text, rented)));
        ArrayPool<byte>.Shared.Return(rented);
        return this;
    }

    public PreparedInsert Blob(byte[]? bytes)
    {
        if (bytes is null)
        {
            return Null();
        }

        _hash.Blob(bytes);
        Check(raw.sqlite3_bind_blob(_statement, ++_next, bytes));
        return this;
    }

    public PreparedInsert Number(long number)
    {
        _hash.Number(number);
        Check(raw.sqlite3_bind_int64(_statement, ++_next, number));
        return this;
    }

    /// <summary>Inserts the row and returns its hash, which needs the columns in the order of the table; the next value belongs to the next one.</summary>
    public ulong Run()
    {
        _next = 0;
        var result = raw.sqlite3_step(_statement);
        var reset = raw.sqlite3_reset(_statement);
        if (result != raw.SQLITE_DONE)
        {
            SqliteException.ThrowExceptionForRC(reset == raw.SQLITE_OK ? result : reset, _connection.Handle);
        }

        return _hash.Take(raw.sqlite3_last_insert_rowid(_connection.Handle));
    }

    public void Dispose() => _statement.Dispose();

    private PreparedInsert Null()
    {
        _hash.Null();
        Check(raw.sqlite3_bind_null(_statement, ++_next));
        return this;
    }

    private PreparedInsert Utf8(ReadOnlySpan<byte> bytes)
    {
        _hash.Text(bytes);
        Check(raw.sqlite3_bind_text(_statement, ++_next, bytes));
        return this;
    }

    private void Check(int result) => SqliteException.ThrowExceptionForRC(result, _connection.Handle);
}
