using Auth0Connector.AccessFile.Schema;
using Microsoft.Data.Sqlite;

namespace Auth0Connector.AccessFile.Sums;

/// <summary>
/// The sums of all tables as the working file keeps them, written in the transaction that changes the rows. What the file
/// says of itself is compared with them before a run goes on, and before its file takes the target's place.
/// </summary>
internal sealed class RowSums : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly RawStatement _read;
    private readonly RawStatement _write;

    public RowSums(SqliteConnection connection)
    {
        _connection = connection;
        _read = new RawStatement(connection, $"select rows, hashes from {StagingTables.Sums} where name = $table");
        _write = new RawStatement(connection, $"insert or replace into {StagingTables.Sums} (name, rows, hashes) values ($table, $rows, $hashes)");
    }

    /// <summary>What is kept of a table; nothing where nothing was ever written.</summary>
    public RowSum Read(string table)
    {
        _read.Bind("$table", table);
        var sum = _read.Step() ? new RowSum(_read.Number(0), unchecked((ulong)_read.Number(1))) : default;
        _read.Reset();
        return sum;
    }

    public IReadOnlyDictionary<string, RowSum> ReadAll(IEnumerable<string> tables) =>
        tables.ToDictionary(static table => table, Read, StringComparer.Ordinal);

    /// <summary>Rows came, or went where the sum is negative.</summary>
    public void Add(string table, RowSum change)
    {
        if (change != default)
        {
            Write(table, Read(table) + change);
        }
    }

    /// <summary>Reads a table anew: cheap for those that are small.</summary>
    public void Recount(string table, CancellationToken cancellationToken) =>
        Write(table, TableSum.Of(_connection, table, cancellationToken));

    /// <summary>Reads a small table anew, where nothing else is kept of it.</summary>
    public static void Recount(SqliteConnection connection, string table)
    {
        using var sums = new RowSums(connection);
        sums.Recount(table, CancellationToken.None);
    }

    public void Dispose()
    {
        _read.Dispose();
        _write.Dispose();
    }

    private void Write(string table, RowSum sum)
    {
        _write.Bind("$table", table).Bind("$rows", sum.Rows).Bind("$hashes", unchecked((long)sum.Hashes));
        _write.Step();
    }
}
