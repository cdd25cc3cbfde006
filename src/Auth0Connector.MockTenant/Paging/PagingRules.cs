namespace Auth0Connector.MockTenant.Paging;

/// <summary>How one listing is paged (reference, sections 3.3 and 3.4).</summary>
internal sealed record PagingRules
{
    /// <summary>page and per_page, capped at 1000 records.</summary>
    public static PagingRules Offset { get; } = new();

    /// <summary>page and per_page without the cap.</summary>
    public static PagingRules Uncapped { get; } = new() { HasCap = false };

    /// <summary>Both ways.</summary>
    public static PagingRules Both { get; } = new() { HasCheckpoint = true };

    /// <summary>take and from only.</summary>
    public static PagingRules Checkpoint { get; } = new() { HasOffset = false, HasCheckpoint = true };

    public bool HasOffset { get; init; } = true;

    public bool HasCheckpoint { get; init; }

    /// <summary>Most rows of one page.</summary>
    public int MaximumSize { get; init; } = 100;

    public bool HasCap { get; init; } = true;

    /// <summary>Sizes above the maximum are lowered instead of refused (auth0.net: role members, organization clients).</summary>
    public bool LowersSize { get; init; }

    /// <summary>Every page with rows names a next one, even the last.</summary>
    public bool AlwaysNext { get; init; }

    /// <summary>The totals form also says <c>length</c>, as /users does.</summary>
    public bool WritesLength { get; init; }

    /// <summary>The totals form says 0, as was seen of /users/{id}/organizations.</summary>
    public bool TotalIsWrong { get; init; }

    /// <summary>An own text for the cap; null for the usual one.</summary>
    public string? CapMessage { get; init; }
}
