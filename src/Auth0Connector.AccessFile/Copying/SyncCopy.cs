using Auth0Connector.AccessFile.Container;
using Auth0Connector.AccessFile.Failures;
using Auth0Connector.AccessFile.Reading;
using Auth0Connector.AccessFile.Schema;
using Microsoft.Data.Sqlite;

namespace Auth0Connector.AccessFile.Copying;

/// <summary>Writes one sync of a file into a new v1 access file with the full schema, whatever the first one lacked.</summary>
public static class SyncCopy
{
    private const string Source = "source";

    /// <summary>Writes it to <paramref name="target"/>; the database is built beside <paramref name="workingPath"/>, which must not exist.</summary>
    public static void Write(AccessFileReader reader, SyncRun sync, string workingPath, Stream target, CancellationToken cancellationToken)
    {
        try
        {
            var settings = new SqliteConnectionStringBuilder { DataSource = DatabaseUri.Of(workingPath), Pooling = false };
            using (var connection = new SqliteConnection(settings.ToString()))
            {
                connection.Open();
                Fill(connection, reader, sync, cancellationToken);
            }

            AccessFileEncoder.Encode(workingPath, target, cancellationToken);
        }
        catch (SqliteException failure)
        {
            throw SqliteFailure.From(failure, workingPath, "write");
        }
        finally
        {
            File.Delete(workingPath);
        }
    }

    private static void Fill(SqliteConnection connection, AccessFileReader reader, SyncRun sync, CancellationToken cancellationToken)
    {
        // The file is new and is thrown away if anything fails: it needs no journal.
        Execute(connection, "pragma journal_mode = off; pragma synchronous = off; pragma trusted_schema = off");
        using (var attach = connection.CreateCommand())
        {
            attach.CommandText = $"attach database $uri as {Source}";
            attach.Parameters.AddWithValue("$uri", reader.Uri);
            attach.ExecuteNonQuery();
        }

        using (var transaction = connection.BeginTransaction())
        {
            foreach (var table in AccessFileSchema.Tables)
            {
                cancellationToken.ThrowIfCancellationRequested();
                Execute(connection, table.CreateSql);
                Copy(connection, reader.Source.Shape(table.Name), table.Name, sync);
            }

            foreach (var index in AccessFileSchema.Indexes)
            {
                cancellationToken.ThrowIfCancellationRequested();
                Execute(connection, index.CreateSql);
            }

            transaction.Commit();
        }

        Execute(connection, $"detach database {Source}; pragma journal_mode = delete");
    }

    private static void Copy(SqliteConnection connection, TableShape shape, string table, SyncRun sync)
    {
        // What a connector keeps between its own steps is empty in a finished file (format section 2.1).
        if (!shape.IsPresent || !shape.Has("sync_id") || table == AccessFileSchema.ConnectorSessions)
        {
            return;
        }

        var columns = Columns(connection, table).Where(column => column.Name != "id").ToList();
        using var insert = connection.CreateCommand();
        insert.CommandText =
            $"insert into main.{table} ({string.Join(", ", columns.Select(column => column.Name))}) "
            + $"select {string.Join(", ", columns.Select(column => Value(shape, column)))} from {Source}.{table} where sync_id = $sync order by rowid";
        insert.Parameters.AddWithValue("$sync", sync.SyncId);
        insert.Parameters.AddWithValue("$discovered", sync.EndedAtText ?? sync.StartedAtText);
        insert.ExecuteNonQuery();
    }

    private static string Value(TableShape shape, (string Name, bool IsRequired, string Otherwise) column)
    {
        var otherwise = column.Name == "discovered_at" ? "$discovered" : column.Otherwise;
        return shape.Has(column.Name)
            ? column.IsRequired ? $"coalesce({column.Name}, {otherwise})" : column.Name
            : column.IsRequired ? otherwise : "null";
    }

    private static IEnumerable<(string Name, bool IsRequired, string Otherwise)> Columns(SqliteConnection connection, string table)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "select name, \"notnull\", coalesce(dflt_value, case type when 'integer' then '0' when 'blob' then 'x''''' else '''''' end) from pragma_table_info($table)";
        command.Parameters.AddWithValue("$table", table);
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            yield return (reader.GetString(0), reader.GetInt64(1) != 0, reader.GetString(2));
        }
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
