namespace Auth0Connector.MockTenant.Search;

/// <summary>A parsed query.</summary>
internal abstract record QueryNode
{
    /// <summary>Every person.</summary>
    internal sealed record Everything : QueryNode;

    internal sealed record And(QueryNode Left, QueryNode Right) : QueryNode;

    internal sealed record Or(QueryNode Left, QueryNode Right) : QueryNode;

    internal sealed record Not(QueryNode Inner) : QueryNode;

    internal sealed record Exists(SearchField Field) : QueryNode;

    /// <summary>A whole value, or its beginning when <paramref name="IsPrefix"/>.</summary>
    internal sealed record Term(SearchField Field, byte[] Value, bool IsPrefix) : QueryNode;

    /// <summary>A time in milliseconds or a number, both ends included.</summary>
    internal sealed record Range(SearchField Field, long Low, long High) : QueryNode;
}
