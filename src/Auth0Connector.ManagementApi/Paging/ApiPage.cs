namespace Auth0Connector.ManagementApi.Paging;

/// <summary>One page of a listing, with the cursor of the page after it.</summary>
public sealed record ApiPage<T>
{
    /// <summary>What the page holds.</summary>
    public required IReadOnlyList<T> Items { get; init; }

    /// <summary>Where the next page starts; <see langword="null"/> when the listing has ended by its own end mark.</summary>
    public required string? NextCursor { get; init; }

    /// <summary>Total that the answer stated. It can be wrong and is never what ends a listing (section 3.3).</summary>
    public long? StatedTotal { get; init; }

    /// <summary>
    /// The listing was cut by the cap of 1000 records of offset pagination, not ended (section 3.2).
    /// </summary>
    public bool CutByCap { get; init; }

    /// <summary>
    /// On the last page of an offset listing: how many records fewer came than the tenant stated, also when read again.
    /// </summary>
    public long Missing { get; init; }

    /// <summary>Elements that were no records at all.</summary>
    public int Unreadable { get; init; }

    /// <summary>Requests that this page took, retries included.</summary>
    public int Requests { get; init; } = 1;
}
