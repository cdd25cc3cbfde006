namespace Auth0Connector.AccessFile.Expansion;

/// <summary>What an expansion did, and what it left undone.</summary>
public sealed record ExpansionReport
{
    /// <summary>Rows that were added.</summary>
    public required long NewGrants { get; init; }

    /// <summary>Rows that were there and gained a source.</summary>
    public required long UpdatedGrants { get; init; }

    /// <summary>The upper bound of new rows that was estimated before.</summary>
    public required long EstimatedNewGrants { get; init; }

    /// <summary>Edges that were followed.</summary>
    public required int Edges { get; init; }

    /// <summary>Edges left out because one of their entitlements is not in the sync.</summary>
    public required IReadOnlyList<ExpansionEdge> UnknownEdges { get; init; }

    /// <summary>Edges left out because they lie deeper than the limit.</summary>
    public required IReadOnlyList<ExpansionEdge> EdgesBeyondDepth { get; init; }

    /// <summary>Entitlements that include each other in a circle; within one nothing is propagated.</summary>
    public required IReadOnlyList<IReadOnlyList<string>> Cycles { get; init; }
}
