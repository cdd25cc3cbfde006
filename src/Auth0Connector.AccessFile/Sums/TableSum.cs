using Microsoft.Data.Sqlite;

namespace Auth0Connector.AccessFile.Sums;

/// <summary>Sums up a table as it stands, by reading all of it.</summary>
internal static class TableSum
{
    private const int RowsBetweenLooks = 1024;

    public static RowSum Of(SqliteConnection connection, string table, CancellationToken cancellationToken) =>
        After(connection, $"select * from {table}", 0, cancellationToken);

    /// <summary>The rows of a query that may name a number, <c>$after</c>.</summary>
    public static RowSum After(SqliteConnection connection, string sql, long after, CancellationToken cancellationToken)
    {
        using var statement = new RawStatement(connection, sql);
        statement.Bind("$after", after);
        var hash = new RowHash();
        var sum = default(RowSum);
        while (statement.Step())
        {
            sum += RowSum.Of(statement.Hash(hash));
            if (sum.Rows % RowsBetweenLooks == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }
        }

        return sum;
    }
}
