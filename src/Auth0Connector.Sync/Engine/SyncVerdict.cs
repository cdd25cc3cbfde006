using Auth0Connector.AccessFile;
using Auth0Connector.AccessFile.Staging;
using Auth0Connector.Sync.Preflight;
using Auth0Connector.Sync.Syncers;
using Auth0Connector.Sync.Syncers.Roles;
using Auth0Connector.Sync.Syncers.Users;

namespace Auth0Connector.Sync.Engine;

/// <summary>Compares what every collection was expected to hold with what came of it.</summary>
internal static class SyncVerdict
{
    /// <exception cref="SyncException">The page shows that its collection cannot be read whole.</exception>
    public static void DemandWholePage(ICollectionSyncer syncer, SyncedPage page)
    {
        if (page.CutByCap)
        {
            throw Incomplete($"{syncer.Info.Endpoint}: the tenant lists no more than 1000 of them this way{Total(page.StatedTotal)}");
        }

        // Users are judged at the end: whoever is missing may still be met elsewhere.
        if (page.Missing > 0 && syncer.Info.Part != SyncPart.Users)
        {
            throw Incomplete($"{syncer.Info.Endpoint}: {page.Missing} fewer were listed than the tenant states{Total(page.StatedTotal)}, also when read again");
        }
    }

    /// <exception cref="SyncException">Something is missing, or cannot be shown to be whole.</exception>
    public static void Demand(IReadOnlyList<CollectionOutcome> outcomes, SyncStatistics listed)
    {
        foreach (var outcome in outcomes)
        {
            if (outcome.Pending > 0)
            {
                throw Incomplete($"{outcome.Kind}: {outcome.Pending} of {outcome.Lists} were not read to their end");
            }

            if (outcome.Unreadable > 0)
            {
                throw Incomplete($"{outcome.Kind}: the tenant sent {outcome.Unreadable} records that say nobody's access");
            }
        }

        var gone = outcomes.FirstOrDefault(static outcome => outcome.Kind == UnlistedUserSyncer.KindName)?.Empty ?? 0;
        Compare("users", Users(outcomes), listed.ResourcesOf(ResourceTypeIds.User) + gone);
        Compare("roles", [.. outcomes.Where(static outcome => outcome.Kind == RolesSyncer.KindName)], listed.ResourcesOf(ResourceTypeIds.Role));
    }

    /// <summary>How many users are missing from those listed, by the lowest total that the tenant stated while they were read.</summary>
    public static long MissingUsers(IReadOnlyList<CollectionOutcome> outcomes, SyncStatistics listed) =>
        Math.Max(0, (Users(outcomes).Min(static outcome => outcome.LowestTotal) ?? 0) - listed.ResourcesOf(ResourceTypeIds.User));

    private static List<CollectionOutcome> Users(IReadOnlyList<CollectionOutcome> outcomes) =>
        [.. outcomes.Where(static outcome => outcome.Kind is UsersSyncer.KindName or UserRecountSyncer.KindName)];

    // Whole means: the end mark was seen, and the distinct ids are no fewer than the lowest total stated meanwhile.
    private static void Compare(string name, IReadOnlyList<CollectionOutcome> outcomes, long got)
    {
        if (outcomes.Count == 0)
        {
            return;
        }

        if (outcomes.Min(static outcome => outcome.LowestTotal) is not { } expected)
        {
            throw Incomplete($"{name}: the tenant did not say how many there are");
        }

        if (got < expected)
        {
            throw Incomplete($"{name}: the tenant has {expected}, {got} were listed");
        }
    }

    private static string Total(long? stated) => stated is { } total ? $" ({total})" : "";

    private static SyncException Incomplete(string what) => new(SyncErrorKind.Incomplete, what)
    {
        Hint = "The access file was not touched; run again.",
    };
}
