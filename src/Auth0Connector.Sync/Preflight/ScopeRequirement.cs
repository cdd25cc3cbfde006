using Auth0Connector.Vocabulary;

namespace Auth0Connector.Sync.Preflight;

/// <summary>What a part needs, and whether a sync can do without it.</summary>
internal sealed record ScopeRequirement(SyncPart Part, string ResourceType, ScopeNeed Need)
{
    /// <summary>What the part is called.</summary>
    public string What => Need.What;

    /// <summary>Whether a sync without the part would lack something that was asked for: then it ends before the first page.</summary>
    public bool IsRequired { get; init; }

    /// <summary>A part without which this one means nothing.</summary>
    public SyncPart? After { get; init; }
}
