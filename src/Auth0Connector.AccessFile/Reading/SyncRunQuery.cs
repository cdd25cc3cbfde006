using Auth0Connector.AccessFile.Format;
using Auth0Connector.AccessFile.Schema;

namespace Auth0Connector.AccessFile.Reading;

/// <summary>Reads the runs of a file and chooses one as the ecosystem's reader does (format section 3).</summary>
internal static class SyncRunQuery
{
    public static IReadOnlyList<SyncRun> Read(RowSource source)
    {
        var shape = source.Shape(AccessFileSchema.SyncRuns);
        string[] columns =
        [
            shape.Column("sync_id", "''"),
            shape.Column("started_at", "''"),
            shape.Column("ended_at", "null"),
            shape.Column("sync_token", "''"),
            shape.Column("sync_type", "'full'"),
            shape.Column("parent_sync_id", "''"),
            shape.Column("linked_sync_id", "''"),
            shape.Column("supports_diff", "0"),
            shape.Column("grants_backfilled", "0"),
            shape.Column("stats", "null"),
        ];
        return [.. source.Stream(shape, columns, [], ToRun, CancellationToken.None)];
    }

    /// <summary>Newest finished of any type by end and id, both as text; else the newest unfinished; null without any.</summary>
    public static SyncRun? Choose(IReadOnlyList<SyncRun> runs)
    {
        return runs
            .Where(run => run.IsFinished)
            .OrderByDescending(run => run.EndedAtText ?? "", Utf8Order.Instance)
            .ThenByDescending(run => run.SyncId, Utf8Order.Instance)
            .FirstOrDefault()
            ?? runs
                .OrderByDescending(run => run.StartedAtText, Utf8Order.Instance)
                .ThenByDescending(run => run.SyncId, Utf8Order.Instance)
                .FirstOrDefault();
    }

    private static SyncRun ToRun(Row row)
    {
        return new SyncRun
        {
            RowId = row.Id,
            SyncId = row.Text(1),
            StartedAtText = row.Text(2),
            EndedAtText = row.TextOrNull(3),
            SyncToken = row.Text(4),
            SyncType = row.Text(5),
            ParentSyncId = row.Text(6),
            LinkedSyncId = row.Text(7),
            SupportsDiff = row.Flag(8),
            GrantsBackfilled = row.Flag(9),
            StoredStatistics = SyncStatistics.Parse(row.TextOrNull(10)),
        };
    }
}
