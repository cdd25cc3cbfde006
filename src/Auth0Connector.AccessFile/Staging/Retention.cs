using Auth0Connector.AccessFile.Format;
using Auth0Connector.AccessFile.Reading;

namespace Auth0Connector.AccessFile.Staging;

/// <summary>Which syncs of the former file the new one holds as well (format section 3).</summary>
internal static class Retention
{
    /// <param name="runs">All runs of the former file, in the order of their rows.</param>
    /// <param name="keepFull">Full syncs of the former file that stay.</param>
    public static IReadOnlyList<SyncRun> Keep(IReadOnlyList<SyncRun> runs, int keepFull)
    {
        var full = runs.Where(static run => run.IsFinished && run.IsFull).TakeLast(keepFull).ToList();
        if (full.Count == 0)
        {
            return [];
        }

        // What belongs to the time before the oldest full sync that stays goes with its parent.
        var oldest = full.Select(static run => run.StartedAtText).Min(Utf8Order.Instance)!;
        var newestPair = runs.Where(static run => run.IsFinished && IsDiff(run)).TakeLast(2).ToList();
        return
        [
            .. runs.Where(run => run.IsFinished
                && (run.IsFull ? full.Contains(run) : Utf8Order.Instance.Compare(run.EndedAtText, oldest) >= 0)
                && (!IsDiff(run) || newestPair.Contains(run))),
        ];
    }

    private static bool IsDiff(SyncRun run) => run.SyncType is "partial_upserts" or "partial_deletions";
}
