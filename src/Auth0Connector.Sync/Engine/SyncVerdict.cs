using System.Globalization;
using Auth0Connector.AccessFile.Reading;
using Auth0Connector.AccessFile.Staging;
using Auth0Connector.Sync.Collections;
using Auth0Connector.Sync.Collections.Users;
using Auth0Connector.Sync.Settings;
using Auth0Connector.Vocabulary;

namespace Auth0Connector.Sync.Engine;

/// <summary>Compares what every collection was expected to hold with what came of it.</summary>
internal static class SyncVerdict
{
    /// <summary>Why a page shows that its collection cannot be read whole; <see langword="null"/> where it does not.</summary>
    public static string? DoubtOf(CollectionPage page, bool isRequired)
    {
        if (page.Content.NextCursor is null && page.End is null)
        {
            throw new InvalidOperationException("A collection ended without saying from what that is known.");
        }

        // What cannot be done without is judged at the end, where all that could not be read is counted.
        return page.End?.Doubt
            ?? (page.Content.Unreadable > 0 && !isRequired ? string.Create(CultureInfo.InvariantCulture, $"the tenant sent {page.Content.Unreadable} records that say nobody's access") : null);
    }

    /// <exception cref="SyncException">Something is missing, or cannot be shown to be whole.</exception>
    public static void Demand(SyncerSet syncers, IReadOnlyList<CollectionOutcome> outcomes, SyncStatistics listed)
    {
        foreach (var outcome in outcomes)
        {
            if (outcome.Pending > 0)
            {
                throw Incomplete($"{outcome.Kind}: {outcome.Pending} of {outcome.Lists} were not read to their end");
            }

            if (outcome.Unproven > 0)
            {
                throw Incomplete($"{outcome.Kind}: nothing shows that {outcome.Unproven} of {outcome.Lists} were read to their end");
            }

            if (outcome.Unreadable > 0 && syncers.Parts.IsRequired(syncers.PartOf(outcome.Kind)))
            {
                throw Incomplete($"{outcome.Kind}: the tenant sent {outcome.Unreadable} records that say nobody's access");
            }
        }

        var gone = outcomes.FirstOrDefault(static outcome => outcome.Kind == UserParts.UnlistedKind)?.Empty ?? 0;
        Compare("users", Users(outcomes), listed.ResourcesOf(ResourceTypeIds.User) + gone);
    }

    /// <summary>How many users are missing from those listed, by the lowest total that the tenant stated while they were read.</summary>
    public static long MissingUsers(IReadOnlyList<CollectionOutcome> outcomes, SyncStatistics listed) =>
        Math.Max(0, (Users(outcomes).Min(static outcome => outcome.LowestTotal) ?? 0) - listed.ResourcesOf(ResourceTypeIds.User));

    private static List<CollectionOutcome> Users(IReadOnlyList<CollectionOutcome> outcomes) =>
        [.. outcomes.Where(static outcome => outcome.Kind is UsersSyncer.KindName or UserRecountSyncer.KindName)];

    // Beside the evidence of each list: the distinct ids are no fewer than the lowest total stated meanwhile.
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

    /// <summary>A sync that ends because something is not proven whole.</summary>
    public static SyncException Incomplete(string what) => new(SyncErrorKind.Incomplete, what)
    {
        Hint = "The access file was not touched; run again.",
    };
}
