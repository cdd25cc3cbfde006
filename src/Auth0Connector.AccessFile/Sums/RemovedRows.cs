using Microsoft.Data.Sqlite;

namespace Auth0Connector.AccessFile.Sums;

/// <summary>Runs a delete and takes what it removes out of the table's sum; within a transaction of the caller.</summary>
internal static class RemovedRows
{
    /// <param name="connection">The working file.</param>
    /// <param name="table">The table that rows are removed from.</param>
    /// <param name="delete">The statement, without a returning clause.</param>
    /// <param name="columns">What else to return of each row.</param>
    /// <param name="parameters">Parameters of the statement; those that it does not name are passed over.</param>
    /// <returns>How many rows went, by the columns asked for.</returns>
    public static Dictionary<(string First, string? Second), long> Run(
        SqliteConnection connection,
        string table,
        string delete,
        IReadOnlyList<string> columns,
        params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        using var statement = new RawStatement(connection, $"{delete} returning *{string.Concat(columns.Select(static column => $", {column}"))}");
        foreach (var (name, value) in parameters)
        {
            statement.Bind(name, value);
        }

        var width = Width(connection, table);
        var hash = new RowHash();
        var gone = default(RowSum);
        var counts = new Dictionary<(string First, string? Second), long>();
        while (statement.Step())
        {
            gone += RowSum.Of(statement.Hash(hash, columns.Count));
            var sort = (columns.Count > 0 ? statement.Text(width) : "", columns.Count > 1 ? statement.Text(width + 1) : null);
            counts[sort] = counts.GetValueOrDefault(sort) + 1;
        }

        using var sums = new RowSums(connection);
        sums.Add(table, default(RowSum) - gone);
        return counts;
    }

    private static int Width(SqliteConnection connection, string table)
    {
        using var columns = new RawStatement(connection, $"select count(*) from pragma_table_info('{table}')");
        columns.Step();
        return (int)columns.Number(0);
    }
}
