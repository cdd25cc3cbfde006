using Auth0Connector.AccessFile.Failures;
using Auth0Connector.Analysis.Listing;
using Microsoft.Data.Sqlite;

namespace Auth0Connector.Analysis.Export.Relational;

/// <summary>A sync as a relational SQLite database: names instead of messages, indexes, and views of who has access.</summary>
public static class RelationalExport
{
    /// <summary>Writes it to a file that does not exist yet; <paramref name="tell"/> gets the number of rows now and then.</summary>
    /// <exception cref="AccessFileException">The file cannot be written.</exception>
    public static long Write(string path, AccessList list, Action<long> tell, CancellationToken cancellationToken)
    {
        try
        {
            var settings = new SqliteConnectionStringBuilder { DataSource = path, Pooling = false };
            using var connection = new SqliteConnection(settings.ToString());
            connection.Open();

            // The file is new and is thrown away if anything fails: it needs no journal.
            Execute(connection, "pragma journal_mode = off; pragma synchronous = off;" + RelationalSchema.Tables);
            using var transaction = connection.BeginTransaction();
            using var rows = new RelationalRows(connection, transaction, list, tell, cancellationToken);
            rows.Write();
            Execute(connection, RelationalSchema.Reach);
            cancellationToken.ThrowIfCancellationRequested();
            Execute(connection, RelationalSchema.IndexesAndViews);
            transaction.Commit();
            return rows.Count;
        }
        catch (SqliteException failure)
        {
            const int full = 13;
            throw new AccessFileException(
                failure.SqliteErrorCode == full ? AccessFileErrorKind.DiskFull : AccessFileErrorKind.NotWritable,
                $"Cannot write '{path}': {failure.Message}",
                path,
                failure);
        }
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
