using System.Text.Json;
using Auth0Connector.AccessFile.Completeness;
using Auth0Connector.Cli.Shell;
using Auth0Connector.Sync.Reporting;

namespace Auth0Connector.Cli.Sync;

/// <summary>The summary as <c>-o json</c> prints it. A public shape, documented in docs/settings.md: add, never rename.</summary>
internal sealed record SummaryJson(
    string SyncId,
    string Path,
    long FileBytes,
    DateTime StartedAt,
    double ElapsedSeconds,
    long Requests,
    long Retries,
    long Refusals,
    long DroppedGrants,
    bool Resumed,
    SummaryTotalsJson Totals,
    IReadOnlyList<SummaryTypeJson> ResourceTypes,
    IReadOnlyList<SummarySkipJson> Skips,
    IReadOnlyList<CollectionProof> Collections,
    ExpansionProof? Expansion)
{
    /// <summary>The one line to print.</summary>
    public static string Of(SyncSummary summary) => Printable.Of(JsonSerializer.Serialize(
        new SummaryJson(
            summary.SyncId,
            summary.Path,
            summary.FileBytes,
            summary.StartedAt.UtcDateTime,
            Seconds(summary.Elapsed),
            summary.Requests,
            summary.Retries,
            summary.Refusals,
            summary.DroppedGrants,
            summary.Resumed,
            new SummaryTotalsJson(
                summary.ResourceTypes.Sum(type => type.Resources),
                summary.ResourceTypes.Sum(type => type.Entitlements),
                summary.ResourceTypes.Sum(type => type.Grants)),
            [.. summary.ResourceTypes.Select(SummaryTypeJson.Of)],
            [.. summary.Skips.Select(skip => new SummarySkipJson(skip.What, skip.Why, skip.Remedy))],
            summary.Proof.Collections,
            summary.Proof.Expansion),
        SyncJsonContext.Readable.SummaryJson));

    /// <summary>A time as the JSON holds it.</summary>
    public static double Seconds(TimeSpan time) => Math.Round(time.TotalSeconds, 3);
}

/// <summary>What all resource types have together.</summary>
internal sealed record SummaryTotalsJson(long Resources, long Entitlements, long Grants);

/// <summary>One resource type.</summary>
internal sealed record SummaryTypeJson(
    string ResourceType,
    string DisplayName,
    long Resources,
    long Entitlements,
    long Grants,
    long Requests,
    double ElapsedSeconds)
{
    public static SummaryTypeJson Of(ResourceTypeSummary type) => new(
        type.ResourceType,
        type.DisplayName,
        type.Resources,
        type.Entitlements,
        type.Grants,
        type.Requests,
        SummaryJson.Seconds(type.Elapsed));
}

/// <summary>Something that was asked for and is not in the file.</summary>
internal sealed record SummarySkipJson(string What, string Why, string Remedy);
