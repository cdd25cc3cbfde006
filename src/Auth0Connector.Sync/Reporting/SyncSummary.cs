using Auth0Connector.AccessFile.Completeness;

namespace Auth0Connector.Sync.Reporting;

/// <summary>One line of the summary: a resource type.</summary>
/// <param name="ResourceType">The type's id, such as <c>organization</c>.</param>
/// <param name="DisplayName">The type's name for people.</param>
/// <param name="Resources">Resources in the file.</param>
/// <param name="Entitlements">Entitlements on them.</param>
/// <param name="Grants">Grants of those entitlements.</param>
/// <param name="Requests">Requests that were made for this type.</param>
/// <param name="Elapsed">From the first request for this type to the last page committed.</param>
public sealed record ResourceTypeSummary(
    string ResourceType,
    string DisplayName,
    long Resources,
    long Entitlements,
    long Grants,
    long Requests,
    TimeSpan Elapsed);

/// <summary>What a finished sync left.</summary>
public sealed record SyncSummary
{
    /// <summary>Id of the sync run in the file (KSUID).</summary>
    public required string SyncId { get; init; }

    /// <summary>Whether the run went on where an earlier process had stopped.</summary>
    public bool Resumed { get; init; }

    /// <summary>The access file.</summary>
    public required string Path { get; init; }

    /// <summary>Size of the access file in bytes.</summary>
    public required long FileBytes { get; init; }

    /// <summary>When the sync began.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>How long this process took; of a resumed run only its last part.</summary>
    public required TimeSpan Elapsed { get; init; }

    /// <summary>All requests, retries included.</summary>
    public required long Requests { get; init; }

    /// <summary>Requests that had to be repeated.</summary>
    public required long Retries { get; init; }

    /// <summary>Answers that refused us for asking too fast (429).</summary>
    public required long Refusals { get; init; }

    /// <summary>A line for each resource type, in the order of the file.</summary>
    public required IReadOnlyList<ResourceTypeSummary> ResourceTypes { get; init; }

    /// <summary>What was asked for and is not in the file.</summary>
    public required IReadOnlyList<SyncSkip> Skips { get; init; }

    /// <summary>Grants left out because their principal, or what they grant, no longer exists in the tenant.</summary>
    public required long DroppedGrants { get; init; }

    /// <summary>What was expected of every collection and what came; it stands in the file as well.</summary>
    public required CompletenessProof Proof { get; init; }
}
