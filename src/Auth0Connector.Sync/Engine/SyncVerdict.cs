using Auth0Connector.AccessFile;
using Auth0Connector.AccessFile.Staging;
using Auth0Connector.Sync.Syncers;
using Auth0Connector.Sync.Syncers.Users;

namespace Auth0Connector.Sync.Engine;

/// <summary>Compares what every collection was expected to hold with what came of it.</summary>
internal static class SyncVerdict
{
    /// <exception cref="SyncException">Something is missing, or cannot be shown to be whole.</exception>
    public static void Demand(IReadOnlyList<TaskOutcome> outcomes, SyncStatistics listed)
    {
        foreach (var outcome in outcomes)
        {
            if (outcome.State == StagedTaskState.Pending)
            {
                throw Incomplete($"{Name(outcome)} was not read to its end");
            }

            if (outcome.Unreadable > 0)
            {
                throw Incomplete($"{Name(outcome)} holds {outcome.Unreadable} records without an id");
            }
        }

        var users = Users(outcomes);
        var gone = outcomes.Count(static outcome => outcome.Kind == UnlistedUserSyncer.KindName && outcome.Received == 0);
        Compare("users", users, listed.ResourcesOf(ResourceTypeIds.User) + gone);
        Compare("roles", [.. outcomes.Where(static outcome => outcome.Kind == RolesSyncer.KindName)], listed.ResourcesOf(ResourceTypeIds.Role));
    }

    /// <summary>How many users are missing from those listed, by the lowest total that the tenant stated while they were read.</summary>
    public static long MissingUsers(IReadOnlyList<TaskOutcome> outcomes, SyncStatistics listed) =>
        Math.Max(0, (Users(outcomes).Min(static outcome => outcome.LowestTotal) ?? 0) - listed.ResourcesOf(ResourceTypeIds.User));

    private static List<TaskOutcome> Users(IReadOnlyList<TaskOutcome> outcomes) =>
        [.. outcomes.Where(static outcome => outcome.Kind is UsersSyncer.KindName or UserRecountSyncer.KindName)];

    // Whole means: the end mark was seen, and the distinct ids are no fewer than the lowest total stated meanwhile.
    private static void Compare(string name, IReadOnlyList<TaskOutcome> outcomes, long got)
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

    private static string Name(TaskOutcome outcome) =>
        outcome.Subject.Length == 0 ? outcome.Kind : $"{outcome.Kind} of {outcome.Subject}";

    private static SyncException Incomplete(string what) => new(SyncErrorKind.Incomplete, what)
    {
        Hint = "The access file was not touched; run again.",
    };
}
