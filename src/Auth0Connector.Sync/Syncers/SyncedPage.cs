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

    public bool CutByCap { get; init; }

    public required long Requests { get; init; }

    /// <summary>Something about the collection that the proof should say.</summary>
    public string? Note { get; init; }

    /// <summary>Records fewer than the tenant stated, also when read again.</summary>
    public long Missing { get; init; }

    /// <summary>The answer to a request for one thing by its id.</summary>
    public static SyncedPage Single(bool found) => new()
    {
        NextCursor = null,
        Received = found ? 1 : 0,
        Unreadable = 0,
        Requests = 1,
    };

    /// <summary>A page whose meaning is yet to be filled in.</summary>
    public static SyncedPage Of<T>(ApiPage<T> page, int withoutId) => new()
    {
        NextCursor = page.NextCursor,
        Received = page.Items.Count,
        Unreadable = page.Unreadable + withoutId,
        StatedTotal = page.StatedTotal,
        CutByCap = page.CutByCap,
        Missing = page.Missing,
        Requests = page.Requests,
    };
}
