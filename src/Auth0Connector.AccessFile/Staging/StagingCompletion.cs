using Auth0Connector.AccessFile.Format;
using Microsoft.Data.Sqlite;

namespace Auth0Connector.AccessFile.Staging;

/// <summary>Turns a working file into a finished access file, still in place.</summary>
internal static class StagingCompletion
{
    // What a finished run of the ecosystem carries, less the counters that only its own engine has (format section 3).
    private const string FinishedToken = """{"version":1}""";

    public static void Finish(SqliteConnection connection, StagingFile run, string syncType, SyncStatistics statistics, DateTimeOffset endedAt)
    {
        using (var transaction = connection.BeginTransaction())
        {
            using var command = connection.CreateCommand();
            command.Transaction = transaction;
            command.CommandText =
                """
                insert into v1_sync_runs (sync_id, started_at, ended_at, sync_token, sync_type, supports_diff, grants_backfilled, stats)
                values ($sync, $started, $ended, $token, $type, $diff, 1, $stats)
                """;
            command.Parameters.AddWithValue("$sync", run.SyncId);
            command.Parameters.AddWithValue("$started", SyncTimestamp.Format(run.StartedAt));
            command.Parameters.AddWithValue("$ended", SyncTimestamp.Format(endedAt));
            command.Parameters.AddWithValue("$token", FinishedToken);
            command.Parameters.AddWithValue("$type", syncType);
            command.Parameters.AddWithValue("$diff", syncType == SyncTypes.Full ? 1L : 0L);
            command.Parameters.AddWithValue("$stats", statistics.ToJson());
            command.ExecuteNonQuery();
            foreach (var sql in StagingTables.Drop)
            {
                StagingDatabase.Execute(connection, sql, transaction);
            }

            transaction.Commit();
        }

        // Out of WAL mode the database is one file, as the ecosystem's are (format section 2).
        StagingDatabase.Execute(connection, "pragma journal_mode = delete");
    }
}
