using Auth0Connector.AccessFile.Format;

namespace Auth0Connector.AccessFile.Reading;

/// <summary>A row of v1_sync_runs (format section 3). Times are kept as they are written, since readers order them as text.</summary>
public sealed record SyncRun
{
    /// <summary>The row id.</summary>
    public required long RowId { get; init; }

    /// <summary>The id of the sync.</summary>
    public required string SyncId { get; init; }

    /// <summary>The text of started_at.</summary>
    public required string StartedAtText { get; init; }

    /// <summary>The text of ended_at; null while unfinished.</summary>
    public required string? EndedAtText { get; init; }

    /// <summary>The state of the collection, JSON in files of the ecosystem.</summary>
    public required string SyncToken { get; init; }

    /// <summary><c>full</c>, <c>partial</c>, <c>resources_only</c> and others; unknown values are possible.</summary>
    public required string SyncType { get; init; }

    /// <summary>The full sync that a partial one belongs to, or empty.</summary>
    public required string ParentSyncId { get; init; }

    /// <summary>The other half of a pair of diff syncs, or empty.</summary>
    public required string LinkedSyncId { get; init; }

    /// <summary>Whether expansion has begun in this sync.</summary>
    public required bool SupportsDiff { get; init; }

    /// <summary>False when GrantExpandable annotations may still stand in the grants themselves.</summary>
    public required bool GrantsBackfilled { get; init; }

    /// <summary>The stored statistics; null when absent or garbage.</summary>
    public required SyncStatistics? StoredStatistics { get; init; }

    /// <summary>Whether the sync is complete.</summary>
    public bool IsFinished => EndedAtText is not null;

    /// <summary>Whether it is a full sync.</summary>
    public bool IsFull => string.Equals(SyncType, "full", StringComparison.Ordinal);

    /// <summary>When it started; null when the text is no time.</summary>
    public DateTimeOffset? StartedAt => SyncTimestamp.TryParse(StartedAtText, out var time) ? time : null;

    /// <summary>When it ended; null while unfinished or when the text is no time.</summary>
    public DateTimeOffset? EndedAt => SyncTimestamp.TryParse(EndedAtText, out var time) ? time : null;
}
