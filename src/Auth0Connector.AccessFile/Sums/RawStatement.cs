using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Auth0Connector.AccessFile.Sums;

/// <summary>A statement straight on SQLite, whose rows are hashed without making an object of any value.</summary>
internal sealed class RawStatement : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly sqlite3_stmt _statement;

    public RawStatement(SqliteConnection connection, string sql)
    {
        _connection = connection;
        Check(raw.sqlite3_prepare_v2(connection.Handle, sql, out _statement));
    }

    public static void Run(SqliteConnection connection, string sql)
    {
        using var statement = new RawStatement(connection, sql);
        while (statement.Step())
        {
            // Nobody asks for what it returns.
        }
    }

    /// <summary>Gives a parameter its value; one that the statement does not name is passed over.</summary>
    public RawStatement Bind(string name, object value)
    {
        var index = raw.sqlite3_bind_parameter_index(_statement, name);
        if (index > 0)
        {
            Check(value is long number ? raw.sqlite3_bind_int64(_statement, index, number) : raw.sqlite3_bind_text(_statement, index, Encoding.UTF8.GetBytes((string)value).AsSpan()));
        }

        return this;
    }

    /// <summary>Whether there is another row.</summary>
    public bool Step()
    {
        switch (raw.sqlite3_step(_statement))
        {
            case raw.SQLITE_ROW:
                return true;
            case raw.SQLITE_DONE:
                raw.sqlite3_reset(_statement);
                return false;
            case var failure:
                var reset = raw.sqlite3_reset(_statement);
                SqliteException.ThrowExceptionForRC(reset == raw.SQLITE_OK ? failure : reset, _connection.Handle);
                return false;
        }
    }

    /// <summary>Ends a statement before its last row.</summary>
    public void Reset() => raw.sqlite3_reset(_statement);

    public long Number(int column) => raw.sqlite3_column_int64(_statement, column);

    public string Text(int column) => raw.sqlite3_column_text(_statement, column).utf8_to_string() ?? "";

    /// <summary>Columns of a row, fewer than <paramref name="without"/> at its end.</summary>
    public ulong Hash(RowHash hash, int without = 0)
    {
        var columns = raw.sqlite3_column_count(_statement) - without;
        var hasId = raw.sqlite3_column_type(_statement, 0) == raw.SQLITE_INTEGER;
        for (var column = hasId ? 1 : 0; column < columns; column++)
        {
            switch (raw.sqlite3_column_type(_statement, column))
            {
                case raw.SQLITE_INTEGER:
                    hash.Number(raw.sqlite3_column_int64(_statement, column));
                    break;
                case raw.SQLITE_FLOAT:
                    hash.Real(raw.sqlite3_column_double(_statement, column));
                    break;
                case raw.SQLITE_TEXT:
                    // As blob, the text's bytes come as they stand.
                    hash.Text(raw.sqlite3_column_blob(_statement, column));
                    break;
                case raw.SQLITE_BLOB:
                    hash.Blob(raw.sqlite3_column_blob(_statement, column));
                    break;
                default:
                    hash.Null();
                    break;
            }
        }

        return hash.Take(hasId ? raw.sqlite3_column_int64(_statement, 0) : 0);
    }

    public void Dispose() => _statement.Dispose();

    private void Check(int result) => SqliteException.ThrowExceptionForRC(result, _connection.Handle);
}
