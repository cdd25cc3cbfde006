using Auth0Connector.AccessFile.Failures;
using Auth0Connector.AccessFile.Schema;
using Auth0Connector.AccessFile.Sums;
using Microsoft.Data.Sqlite;

namespace Auth0Connector.AccessFile.Staging;

/// <summary>
/// Whether a working file is as it was left: its schema, its pages and indexes by SQLite's own check, and every row
/// by the sums that were committed with it. Pages that hold nothing are nobody's loss.
/// </summary>
internal static class WorkingFileCheck
{
    /// <summary>What is wrong, of a file whose run is to go on; <see langword="null"/> where nothing is.</summary>
    /// <param name="connection">The file.</param>
    /// <param name="kept">What is known of its rows; <see langword="null"/> where the file says so itself.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static string? Find(SqliteConnection connection, IReadOnlyDictionary<string, RowSum>? kept, CancellationToken cancellationToken) =>
        SqliteInterrupt.Run(connection, () => FindWithin(connection, kept, cancellationToken), cancellationToken);

    private static string? FindWithin(SqliteConnection connection, IReadOnlyDictionary<string, RowSum>? kept, CancellationToken cancellationToken)
    {
        try
        {
            // What is in the log only is put in its place, so that what is looked at is what is there.
            RawStatement.Run(connection, "pragma wal_checkpoint(truncate)");
            if (!SchemaCheck.Holds(connection, isSealed: kept is not null))
            {
                return "its tables";
            }

            if (kept is null)
            {
                using var sums = new RowSums(connection);
                kept = sums.ReadAll(StagingTables.Summed);
            }

            return kept.FirstOrDefault(pair => TableSum.Of(connection, pair.Key, cancellationToken) != pair.Value).Key
                ?? (IsSound(connection) ? null : "its pages");
        }
        catch (SqliteException failure) when (SqliteDamage.Is(failure) && !cancellationToken.IsCancellationRequested)
        {
            return failure.Message;
        }
    }

    private static bool IsSound(SqliteConnection connection)
    {
        using var check = new RawStatement(connection, "pragma integrity_check(1)");
        var isSound = check.Step() && check.Text(0) == "ok";
        check.Reset();
        return isSound;
    }
}
