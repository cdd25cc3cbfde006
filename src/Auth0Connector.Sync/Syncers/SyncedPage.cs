using Auth0Connector.AccessFile.Staging;
using Auth0Connector.ManagementApi.Paging;

namespace Auth0Connector.Sync.Syncers;

/// <summary>A page of a collection and what it means.</summary>
internal sealed record SyncedPage
{
    public IReadOnlyList<StagedResource> Resources { get; init; } = [];

    public IReadOnlyList<StagedEntitlement> Entitlements { get; init; } = [];

    public IReadOnlyList<StagedGrant> Grants { get; init; } = [];

    public IReadOnlyList<StagedTask> Tasks { get; init; } = [];

    /// <summary>Where the next page starts; <see langword="null"/> at the end mark.</summary>
    public required string? NextCursor { get; init; }

    public required long Received { get; init; }

    public required long Unreadable { get; init; }

    public long? StatedTotal { get; init; }

    public required long Requests { get; init; }

    /// <summary>Something about the collection that the proof should say.</summary>
    public string? Note { get; init; }

    /// <summary>How the collection ended; <see langword="null"/> while it goes on.</summary>
    public ListingEnd? End { get; init; }

    /// <summary>The answer to a request for one thing by its id.</summary>
    public static SyncedPage Single(bool found) => new()
    {
        NextCursor = null,
        Received = found ? 1 : 0,
        Unreadable = 0,
        Requests = 1,
        End = ListingEnd.Proven(EndEvidence.ById),
    };

    /// <summary>A page without records: how far something has come, or that it ended.</summary>
    public static SyncedPage Progress(string? cursor, long requests, ListingEnd? end = null) => new()
    {
        NextCursor = cursor,
        Received = 0,
        Unreadable = 0,
        Requests = requests,
        End = end,
    };

    /// <summary>A page whose meaning is yet to be filled in.</summary>
    public static SyncedPage Of<T>(ApiPage<T> page, int withoutId) => new()
    {
        NextCursor = page.NextCursor,
        Received = page.Items.Count,
        Unreadable = page.Unreadable + withoutId,
        StatedTotal = page.StatedTotal,
        End = page.End,
        Requests = page.Requests,
    };
}
