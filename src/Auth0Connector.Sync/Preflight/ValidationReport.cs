using Auth0Connector.ManagementApi.Pacing;
using Auth0Connector.Sync.Reporting;

namespace Auth0Connector.Sync.Preflight;

/// <summary>How a part of the tenant stands before a sync.</summary>
public enum PartStatus
{
    /// <summary>It would be read.</summary>
    Read,

    /// <summary>It would be skipped and announced.</summary>
    Skipped,

    /// <summary>It was asked for and cannot be read: a sync would end before its first page.</summary>
    Missing,
}

/// <summary>One part of the tenant, and whether it can be read.</summary>
/// <param name="What">The part in words.</param>
/// <param name="ResourceType">Resource type that it counts for.</param>
/// <param name="Scopes">Scopes that it needs.</param>
/// <param name="Status">How it stands.</param>
/// <param name="Why">Why it cannot be read; <see langword="null"/> where it can.</param>
/// <param name="Count">How many the tenant states, where it was asked.</param>
public sealed record ValidatedPart(string What, string ResourceType, IReadOnlyList<string> Scopes, PartStatus Status, string? Why, long? Count);

/// <summary>What a sync would meet: scopes, plan, size, and what it would cost.</summary>
public sealed record ValidationReport
{
    /// <summary>The tenant's host.</summary>
    public required string Source { get; init; }

    /// <summary>Audience of the token.</summary>
    public required string Audience { get; init; }

    /// <summary>Client id of the application.</summary>
    public required string ClientId { get; init; }

    /// <summary>Scopes of the token, in order; <see langword="null"/> where the tenant does not say.</summary>
    public required IReadOnlyList<string>? Scopes { get; init; }

    /// <summary>Every part that the settings ask for.</summary>
    public required IReadOnlyList<ValidatedPart> Parts { get; init; }

    /// <summary>What would be skipped, and how to get it.</summary>
    public required IReadOnlyList<SyncSkip> Skips { get; init; }

    /// <summary>Requests that a sync would make, roughly.</summary>
    public required long Requests { get; init; }

    /// <summary>How long it would take, roughly.</summary>
    public required TimeSpan Time { get; init; }

    /// <summary>The rate limits that the answers showed.</summary>
    public required IReadOnlyList<BucketFigures> Limits { get; init; }

    /// <summary>Whether a sync would read everything that the settings cannot do without.</summary>
    public bool IsComplete => Parts.All(static part => part.Status != PartStatus.Missing);
}
