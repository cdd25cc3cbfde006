using Auth0Connector.AccessFile;
using Auth0Connector.AccessFile.Staging;
using Auth0Connector.Sync.Syncers;

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

        Compare(outcomes, UsersSyncer.KindName, ResourceTypeIds.User, listed);
        Compare(outcomes, RolesSyncer.KindName, ResourceTypeIds.Role, listed);
    }

    // Whole means: the end mark was seen, and the distinct ids are no fewer than the lowest total stated meanwhile.
    private static void Compare(IReadOnlyList<TaskOutcome> outcomes, string kind, string resourceType, SyncStatistics listed)
    {
        var collection = outcomes.FirstOrDefault(outcome => outcome.Kind == kind);
        if (collection is null)
        {
            return;
        }

        var got = listed.ResourcesOf(resourceType);
        if (collection.LowestTotal is not { } expected)
        {
            throw Incomplete($"{kind}: the tenant did not say how many there are");
        }

        if (got < expected)
        {
            throw Incomplete($"{kind}: the tenant has {expected}, {got} were listed");
        }
    }

    private static string Name(TaskOutcome outcome) =>
        outcome.Subject.Length == 0 ? outcome.Kind : $"{outcome.Kind} of {outcome.Subject}";

    private static SyncException Incomplete(string what) => new(SyncErrorKind.Incomplete, what)
    {
        Hint = "The access file was not touched; run again.",
    };
}
