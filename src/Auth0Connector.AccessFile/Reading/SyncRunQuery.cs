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
            "sync_id",
            "started_at",
            "ended_at",
            "sync_token",
            "sync_type",
            "parent_sync_id",
            "linked_sync_id",
            "supports_diff",
            "grants_backfilled",
            "stats",
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

    /// <summary>The finished full ones, newest first, in the order in which readers compare them.</summary>
    public static IReadOnlyList<SyncRun> Full(IReadOnlyList<SyncRun> runs) =>
    [
        .. runs
            .Where(run => run is { IsFinished: true, IsFull: true })
            .OrderByDescending(run => run.EndedAtText ?? "", Utf8Order.Instance)
            .ThenByDescending(run => run.SyncId, Utf8Order.Instance),
    ];

    private static SyncRun ToRun(Row row)
    {
        return new SyncRun
        {
            RowId = row.Id,
            SyncId = row.Text(1),
            StartedAtText = row.Text(2),
            EndedAtText = row.TextOrNull(3),
            SyncToken = row.Text(4),
            SyncType = row.TextOrNull(5) ?? "full",
            ParentSyncId = row.Text(6),
            LinkedSyncId = row.Text(7),
            SupportsDiff = row.Flag(8),
            GrantsBackfilled = row.Flag(9),
            StoredStatistics = SyncStatistics.Parse(row.TextOrNull(10)),
        };
    }
}
