using Auth0Connector.AccessFile.Disk;
using Auth0Connector.AccessFile.Format;
using Auth0Connector.AccessFile.Reading;
using Auth0Connector.AccessFile.Schema;
using Auth0Connector.AccessFile.Sums;
using Microsoft.Data.Sqlite;

namespace Auth0Connector.AccessFile.Staging;

/// <summary>
/// Turns a working file into a finished access file, still in place, in two steps that may each be cut short: first the
/// run is ended and says so, then, with its note beside the file, the working tables go.
/// </summary>
internal static class StagingCompletion
{
    // What a finished run of the ecosystem carries, less the counters that only its own engine has (format section 3).
    private const string FinishedToken = """{"version":1}""";

    private const int LastYear = 9990;

    /// <summary>Ends the run: its own row, and what the engine wants to say of it.</summary>
    /// <returns>Whether the end had to be dated after a former one that lies in the future.</returns>
    public static bool End(SqliteConnection connection, StagingRun run, string syncType, SyncStatistics statistics, DateTimeOffset now)
    {
        using var transaction = connection.BeginTransaction();
        var (endedAt, moved) = EndAfter(connection, transaction, now);
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText =
            """
            insert or replace into v1_sync_runs (sync_id, started_at, ended_at, sync_token, sync_type, supports_diff, grants_backfilled, stats)
            values ($sync, $started, $ended, $token, $type, $diff, 1, $stats)
            """;
        command.Parameters.AddWithValue("$sync", run.SyncId);
        command.Parameters.AddWithValue("$started", SyncTimestamp.Format(run.StartedAt));
        command.Parameters.AddWithValue("$ended", endedAt);
        command.Parameters.AddWithValue("$token", FinishedToken);
        command.Parameters.AddWithValue("$type", syncType);
        command.Parameters.AddWithValue("$diff", syncType == SyncTypes.Full ? 1L : 0L);
        command.Parameters.AddWithValue("$stats", statistics.ToJson());
        command.ExecuteNonQuery();
        RowSums.Recount(connection, AccessFileSchema.SyncRuns);
        run.Write(connection, transaction);
        transaction.Commit();
        return moved;
    }

    /// <summary>Writes the note that stands for the working tables, and returns what is known of the rows.</summary>
    public static IReadOnlyDictionary<string, RowSum> Seal(SqliteConnection connection, string partialPath, StagingRun run, IDisk disk)
    {
        using var kept = new RowSums(connection);
        var sums = kept.ReadAll(AccessFileSchema.Tables.Select(static table => table.Name));
        FinishNote.Write(partialPath, run, sums, disk);
        return sums;
    }

    /// <summary>Drops the working tables, once the note stands; done already, it changes nothing.</summary>
    public static void DropWorkingTables(SqliteConnection connection)
    {
        using (var transaction = connection.BeginTransaction())
        {
            foreach (var sql in StagingTables.Drop)
            {
                StagingDatabase.Execute(connection, sql, transaction);
            }

            transaction.Commit();
        }

        // In a step of its own, which can be cut short.
        StagingDatabase.Execute(connection, "pragma wal_checkpoint(truncate)");
        // Out of WAL mode the database is one file, as the ecosystem's are (format section 2).
        StagingDatabase.Execute(connection, "pragma journal_mode = delete");
    }

    // Readers show the sync whose end is greatest as text (format section 3). A former one written by a clock that ran
    // ahead, or in local time east of here, would hide the new one.
    private static (string EndedAt, bool Moved) EndAfter(SqliteConnection connection, SqliteTransaction transaction, DateTimeOffset now)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "select max(ended_at) from v1_sync_runs";
        var mine = SyncTimestamp.Format(now);
        if (command.ExecuteScalar() is not string former
            || Utf8Order.Instance.Compare(former, mine) < 0
            || !SyncTimestamp.TryParse(former, out var ended)
            || ended.Year > LastYear)
        {
            return (mine, false);
        }

        // A text with a T between date and time stands above every other of its day.
        var after = SyncTimestamp.Format(ended.AddMilliseconds(1));
        return (Utf8Order.Instance.Compare(after, former) > 0 ? after : SyncTimestamp.Format(ended.AddDays(1)), true);
    }
}
