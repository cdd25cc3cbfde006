using System.Globalization;
using Auth0Connector.AccessFile.Staging;
using Auth0Connector.Sync.Preflight;
using Auth0Connector.Sync.Reporting;

namespace Auth0Connector.Sync.Engine;

/// <summary>What was asked for and is not in the file: known before the first page, or refused while reading.</summary>
internal static class SyncSkips
{
    public static IReadOnlyList<SyncSkip> Of(SyncPlan plan, IReadOnlyList<CollectionOutcome> outcomes)
    {
        var parts = PartsOf(plan, outcomes);
        return
        [
            .. plan.Parts.Skips,
            // What only means something with a part that is left out goes with it, unsaid.
            .. parts.Select(part => Whole(plan, part, outcomes)).OfType<SyncSkip>(),
            .. outcomes.Where(outcome => outcome.RefusedAlone > 0 && !parts.Contains(plan.Syncers[outcome.Kind].Info.Part)).Select(outcome => Alone(plan, outcome)),
        ];
    }

    /// <summary>Parts that were refused or not provable while reading, with those that mean nothing without them.</summary>
    public static IReadOnlyList<SyncPart> PartsOf(SyncPlan plan, IReadOnlyList<CollectionOutcome> outcomes)
    {
        var refused = outcomes.Where(static outcome => outcome.Refused > 0).Select(outcome => plan.Syncers[outcome.Kind].Info.Part).Distinct().ToList();
        return [.. refused.Union(plan.Parts.All.Where(part => plan.Parts.Of(part).After is { } basis && refused.Contains(basis)))];
    }

    private static SyncSkip? Whole(SyncPlan plan, SyncPart part, IReadOnlyList<CollectionOutcome> outcomes)
    {
        var reason = outcomes.Where(outcome => outcome.Refused > 0 && plan.Syncers[outcome.Kind].Info.Part == part).SelectMany(static outcome => outcome.Reasons).FirstOrDefault();
        return reason is null ? null : Refusals.Skip(plan.Parts.Of(part).What, reason);
    }

    private static SyncSkip Alone(SyncPlan plan, CollectionOutcome outcome) => Refusals.Skip(
        string.Create(CultureInfo.InvariantCulture, $"{plan.Parts.Of(plan.Syncers[outcome.Kind].Info.Part).What} ({outcome.RefusedAlone} of {outcome.Lists} lists, {plan.Syncers[outcome.Kind].Info.Endpoint})"),
        outcome.Reasons is [var why, ..] ? why : "the tenant refuses it");
}
