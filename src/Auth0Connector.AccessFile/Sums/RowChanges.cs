using Microsoft.Data.Sqlite;

namespace Auth0Connector.AccessFile.Sums;

/// <summary>Follows rows of one table that are written by statements which do not hash them: looked at before and after.</summary>
internal sealed class RowChanges(SqliteConnection connection, string table, string idColumn = "id") : IDisposable
{
    private readonly RawStatement _row = new(connection, $"select * from {table} where {idColumn} = $id");
    private readonly RowHash _hash = new();
    private RowSum _change;

    /// <summary>The row is about to change or go.</summary>
    public void Before(long id) => _change -= Look(id);

    /// <summary>The row has come or changed.</summary>
    public void After(long id) => _change += Look(id);

    /// <summary>Puts what was seen since the last time into the sums, within the transaction that changed the rows.</summary>
    public void Write(RowSums sums)
    {
        sums.Add(table, _change);
        _change = default;
    }

    /// <summary>As the other, where nobody keeps the sums at hand.</summary>
    public void Write()
    {
        using var sums = new RowSums(connection);
        Write(sums);
    }

    public void Dispose() => _row.Dispose();

    private RowSum Look(long id)
    {
        _row.Bind("$id", id);
        var sum = _row.Step() ? RowSum.Of(_row.Hash(_hash)) : default;
        _row.Reset();
        return sum;
    }
}
