namespace Auth0Connector.MockTenant;

/// <summary>Something that a reader asks of the tenant, by the name that <c>--dialect NAME@LISTING</c> takes.</summary>
/// <param name="Name">Its name, such as <c>role-users</c>.</param>
/// <param name="Endpoint">What is asked, such as <c>GET /roles/{id}/users</c>.</param>
public sealed record MockListing(string Name, string Endpoint)
{
    /// <summary>The key that the rows stand under; null for what is no list.</summary>
    internal string? Key { get; init; }

    /// <summary>What it is.</summary>
    internal ListingKind Kind { get; init; } = ListingKind.Rows;

    /// <summary>Whether pages by number are answered.</summary>
    internal bool ByNumber { get; init; } = true;

    /// <summary>Whether <c>take</c> and <c>from</c> are answered.</summary>
    internal bool ByCursor { get; init; }

    /// <summary>Whether it is the list of one thing's rows.</summary>
    internal bool HasParent => Kind == ListingKind.Rows && Endpoint.Contains('{', StringComparison.Ordinal);
}

/// <summary>What a listing's name stands for.</summary>
internal enum ListingKind
{
    /// <summary>A list of rows.</summary>
    Rows,

    /// <summary>One thing.</summary>
    Thing,

    /// <summary>The export job and its file.</summary>
    Export,

    /// <summary>The token endpoint.</summary>
    Token,
}
