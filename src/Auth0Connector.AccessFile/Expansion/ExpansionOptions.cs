using Auth0Connector.AccessFile.Sums;

namespace Auth0Connector.AccessFile.Expansion;

/// <summary>What to expand and how far.</summary>
public sealed record ExpansionOptions
{
    /// <summary>The ecosystem's limit of links in a chain.</summary>
    public const int DefaultMaxDepth = 20;

    /// <summary>The clock for discovered_at of new rows.</summary>
    public required TimeProvider TimeProvider { get; init; }

    /// <summary>
    /// Whether grants on entitlements of this resource type are written out; all by default. What it refuses keeps its
    /// annotation for readers that follow it.
    /// </summary>
    public Func<string, bool> IncludesTargetType { get; init; } = static _ => true;

    /// <summary>Links of a chain that are followed; 20 by default.</summary>
    public int MaxDepth { get; init; } = DefaultMaxDepth;

    /// <summary>Source grants held in memory at a time, and rows written in one transaction; 5000 by default.</summary>
    public int PageSize { get; init; } = 5000;

    /// <summary>Hears, inside each transaction and before it is committed, how many rows were added and updated so far.</summary>
    internal Action<long, long>? Committing { get; init; }

    /// <summary>Follows the grants that are written, where somebody keeps their sum.</summary>
    internal RowChanges? Changes { get; init; }
}
