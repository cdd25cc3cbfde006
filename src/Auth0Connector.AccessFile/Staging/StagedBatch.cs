namespace Auth0Connector.AccessFile.Staging;

/// <summary>
/// What one page brought: its rows, the cursor after it and the state of its task. All of it is committed in one
/// transaction or not at all.
/// </summary>
public sealed record StagedBatch
{
    /// <summary>Number of the task that the page belongs to; 0 for rows that belong to no task.</summary>
    public long TaskNumber { get; init; }

    /// <summary>Resource types to add.</summary>
    public IReadOnlyList<StagedResourceType> ResourceTypes { get; init; } = [];

    /// <summary>Resources to add.</summary>
    public IReadOnlyList<StagedResource> Resources { get; init; } = [];

    /// <summary>Entitlements to add.</summary>
    public IReadOnlyList<StagedEntitlement> Entitlements { get; init; } = [];

    /// <summary>Grants to add.</summary>
    public IReadOnlyList<StagedGrant> Grants { get; init; } = [];

    /// <summary>Tasks that became known; one that is known already is left as it is.</summary>
    public IReadOnlyList<StagedTask> Tasks { get; init; } = [];

    /// <summary>Where the task's next page starts.</summary>
    public string? NextCursor { get; init; }

    /// <summary>The task's state after this page.</summary>
    public StagedTaskState State { get; init; }

    /// <summary>Records that the page held, duplicates included.</summary>
    public long Received { get; init; }

    /// <summary>Elements of the page that were no records.</summary>
    public long Unreadable { get; init; }

    /// <summary>Total that the page stated, if it did.</summary>
    public long? StatedTotal { get; init; }

    /// <summary>Requests that the page took.</summary>
    public long Requests { get; init; }

    /// <summary>What the end of the task is known from, for <see cref="StagedTaskState.Done"/>; the engine's word.</summary>
    public string? Evidence { get; init; }

    /// <summary>Why the task was left out, for <see cref="StagedTaskState.LeftOut"/>.</summary>
    public string? Note { get; init; }
}
