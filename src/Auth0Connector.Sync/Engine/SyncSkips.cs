using Auth0Connector.AccessFile.Staging;
using Auth0Connector.Sync.Preflight;
using Auth0Connector.Sync.Reporting;

namespace Auth0Connector.Sync.Engine;

/// <summary>What was asked for and is not in the file: known before the first page, or refused while reading.</summary>
internal static class SyncSkips
{
    public static IReadOnlyList<SyncSkip> Of(SyncPlan plan, IReadOnlyList<CollectionOutcome> outcomes) =>
    [
        .. plan.Parts.Skips,
        .. outcomes.Where(static outcome => outcome.Refused > 0).Select(outcome => Refused(plan, outcome)).DistinctBy(static skip => skip.What),
    ];

    private static SyncSkip Refused(SyncPlan plan, CollectionOutcome outcome) => Refusals.Skip(
        plan.Parts.Of(plan.Syncers[outcome.Kind].Info.Part).What,
        outcome.Notes is [var why, ..] ? why : "the tenant refuses it");
}
