namespace Auth0Connector.ManagementApi.Paging;

/// <summary>One page of a listing, with the cursor of the page after it.</summary>
public sealed record ApiPage<T>
{
    /// <summary>What the page holds.</summary>
    public required IReadOnlyList<T> Items { get; init; }

    /// <summary>Where the next page starts; <see langword="null"/> when nothing more comes: then <see cref="End"/> says what that means.</summary>
    public required string? NextCursor { get; init; }

    /// <summary>How the listing ended; <see langword="null"/> while it goes on.</summary>
    public ListingEnd? End { get; init; }

    /// <summary>Total that the answer stated. It can be wrong and is never by itself what ends a listing (section 3.3).</summary>
    public long? StatedTotal { get; init; }

    /// <summary>Elements that were no records at all.</summary>
    public int Unreadable { get; init; }

    /// <summary>Requests that this page took, retries included.</summary>
    public int Requests { get; init; } = 1;
}
