using System.Globalization;
using Auth0Connector.AccessFile.Staging;
using Auth0Connector.Sync.Parts;
using Auth0Connector.Sync.Reporting;

namespace Auth0Connector.Sync.Engine;

/// <summary>What was asked for and is not in the file: known before the first page, or refused while reading.</summary>
internal static class SyncSkips
{
    public static IReadOnlyList<SyncSkip> Of(SyncerSet syncers, IReadOnlyList<CollectionOutcome> outcomes)
    {
        var parts = PartsOf(syncers, outcomes);
        return
        [
            .. syncers.Parts.Skips,
            // What only means something with a part that is left out goes with it, unsaid.
            .. parts.Select(part => Whole(syncers, part, outcomes)).OfType<SyncSkip>(),
            .. outcomes.Where(outcome => outcome.RefusedAlone > 0 && !parts.Contains(syncers.PartOf(outcome.Kind))).Select(outcome => Alone(syncers, outcome)),
        ];
    }

    /// <summary>Parts that were refused or not provable while reading, with those that mean nothing without them.</summary>
    public static IReadOnlyList<PartDefinition> PartsOf(SyncerSet syncers, IReadOnlyList<CollectionOutcome> outcomes)
    {
        var refused = outcomes.Where(static outcome => outcome.Refused > 0).Select(outcome => syncers.PartOf(outcome.Kind)).Distinct().ToList();
        return [.. refused.Union(syncers.Parts.All.Where(part => part.After is { } basis && refused.Contains(basis)))];
    }

    private static SyncSkip? Whole(SyncerSet syncers, PartDefinition part, IReadOnlyList<CollectionOutcome> outcomes)
    {
        var reason = outcomes.Where(outcome => outcome.Refused > 0 && syncers.PartOf(outcome.Kind) == part).SelectMany(static outcome => outcome.Reasons).FirstOrDefault();
        return reason is null ? null : Refusal.Skip(part.What, reason);
    }

    private static SyncSkip Alone(SyncerSet syncers, CollectionOutcome outcome) => Refusal.Skip(
        string.Create(CultureInfo.InvariantCulture, $"{syncers.PartOf(outcome.Kind).What} ({outcome.RefusedAlone} of {outcome.Lists} lists, {syncers[outcome.Kind].Info.Endpoint})"),
        outcome.Reasons is [var why, ..] ? why : "the tenant refuses it");
}
