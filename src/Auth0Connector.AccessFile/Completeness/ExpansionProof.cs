namespace Auth0Connector.AccessFile.Completeness;

/// <summary>What an expansion wrote out, and what it left.</summary>
public sealed record ExpansionProof
{
    /// <summary>Which grants were written out: <c>membership</c> or <c>all</c>.</summary>
    public required string Mode { get; init; }

    /// <summary>Rows that were added.</summary>
    public required long Added { get; init; }

    /// <summary>Rows that were there and gained a source.</summary>
    public required long Updated { get; init; }

    /// <summary>Most rows that were expected to be added.</summary>
    public required long Estimated { get; init; }

    /// <summary>Entitlements that include each other in a circle; within one nothing is passed on.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Cycles { get; init; } = [];

    /// <summary>Links left out because one of their entitlements is not in the file.</summary>
    public long UnknownLinks { get; init; }

    /// <summary>Links left out because they lie deeper than the limit.</summary>
    public long LinksBeyondDepth { get; init; }
}
