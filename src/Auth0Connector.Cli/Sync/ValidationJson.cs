using System.Text.Json;
using Auth0Connector.Cli.Shell;
using Auth0Connector.ManagementApi.Pacing;
using Auth0Connector.Sync.Preflight;

namespace Auth0Connector.Cli.Sync;

/// <summary>What a sync would meet, as <c>validate -o json</c> prints it. A public shape: add, never rename.</summary>
internal sealed record ValidationJson(
    bool Complete,
    string Source,
    string Audience,
    string ClientId,
    IReadOnlyList<string>? Scopes,
    IReadOnlyList<ValidationPartJson> Parts,
    IReadOnlyList<SummarySkipJson> Skips,
    long Requests,
    double Seconds,
    IReadOnlyList<ValidationLimitJson> Limits)
{
    /// <summary>The one line to print.</summary>
    public static string Of(ValidationReport report, bool complete) => Printable.Of(JsonSerializer.Serialize(
        new ValidationJson(
            complete,
            report.Source,
            report.Audience,
            report.ClientId,
            report.Scopes,
            [.. report.Parts.Select(ValidationPartJson.Of)],
            [.. report.Skips.Select(skip => new SummarySkipJson(skip.What, skip.Why, skip.Remedy))],
            report.Requests,
            SummaryJson.Seconds(report.Time),
            [.. report.Limits.Select(ValidationLimitJson.Of)]),
        SyncJsonContext.Readable.ValidationJson));
}

/// <summary>One part of the tenant; <c>status</c> is <c>read</c>, <c>skipped</c> or <c>missing</c>.</summary>
internal sealed record ValidationPartJson(string What, string ResourceType, IReadOnlyList<string> Scopes, string Status, string? Why, long? Count)
{
    public static ValidationPartJson Of(ValidatedPart part) =>
        new(part.What, part.ResourceType, part.Scopes, part.Status.ToString().ToLowerInvariant(), part.Why, part.Count);
}

/// <summary>A rate limit that the answers showed.</summary>
internal sealed record ValidationLimitJson(IReadOnlyList<string> Groups, int Burst, double PerSecond)
{
    public static ValidationLimitJson Of(BucketFigures bucket) =>
        new([.. bucket.Groups.Select(static group => group.ToString())], bucket.Burst, Math.Round(bucket.RefillPerSecond, 3));
}
