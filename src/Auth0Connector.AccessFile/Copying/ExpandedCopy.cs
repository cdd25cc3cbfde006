using Auth0Connector.AccessFile.Disk;
using Auth0Connector.AccessFile.Expansion;
using Auth0Connector.AccessFile.Failures;
using Auth0Connector.AccessFile.Reading;
using Auth0Connector.AccessFile.Schema;
using Auth0Connector.AccessFile.Staging;
using Microsoft.Data.Sqlite;

namespace Auth0Connector.AccessFile.Copying;

/// <summary>Writes a copy of an access file whose inherited grants are rows of their own; the file itself stays as it is.</summary>
public static class ExpandedCopy
{
    /// <summary>Expands the run that readers show.</summary>
    /// <exception cref="AccessFileException">The file cannot be read or has no run, or the copy cannot be written.</exception>
    public static ExpansionReport Write(
        string sourcePath,
        string targetPath,
        AccessFileReaderOptions readerOptions,
        ExpansionOptions options,
        CancellationToken cancellationToken)
    {
        // The working file of a sync that is to go on has another name.
        var working = targetPath + ".copy";
        using var held = TargetLock.Take(targetPath, options.TimeProvider, cancellationToken);
        try
        {
            using (var source = DecodedDatabase.Open(sourcePath, readerOptions, cancellationToken))
            using (var connection = StagingDatabase.CreateEmpty(working))
            {
                source.Connection.BackupDatabase(connection);
                var run = SyncRunQuery.Choose(SyncRunQuery.Read(new RowSource(connection, sourcePath))) is { IsFinished: true } finished
                    ? finished
                    : throw new AccessFileException(AccessFileErrorKind.NotFound, $"The file '{sourcePath}' holds no finished sync.", sourcePath);
                CompleteSchema(connection);
                var report = GrantExpander.Expand(connection, run.SyncId, options, cancellationToken);
                RecordExpansion(connection, run.SyncId, cancellationToken);
                StagingDatabase.Execute(connection, "pragma journal_mode = delete");
                connection.Close();
                AccessFilePublisher.Publish(working, System.IO.Path.GetFullPath(targetPath), LocalDisk.Real, cancellationToken);
                return report;
            }
        }
        catch (SqliteException failure)
        {
            throw SqliteFailure.From(failure, targetPath, "write");
        }
        catch (Exception failure) when (FileFailure.Is(failure))
        {
            throw FileFailure.From(failure, targetPath, "write");
        }
        finally
        {
            StagingDatabase.Delete(working);
        }
    }

    private static void CompleteSchema(SqliteConnection connection)
    {
        foreach (var sql in AccessFileSchema.Tables.Select(static table => table.CreateSql))
        {
            StagingDatabase.Execute(connection, sql);
        }
    }

    private static void RecordExpansion(SqliteConnection connection, string syncId, CancellationToken cancellationToken)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "update v1_sync_runs set stats = $stats, supports_diff = 1 where sync_id = $sync";
        command.Parameters.AddWithValue("$stats", StatisticsQuery.Compute(connection, SyncRows.BySync(syncId), cancellationToken).ToJson());
        command.Parameters.AddWithValue("$sync", syncId);
        command.ExecuteNonQuery();
    }
}
