namespace Auth0Connector.Sync.Preflight;

/// <summary>What a part needs, and whether a sync can do without it.</summary>
internal sealed record ScopeRequirement(SyncPart Part, string ResourceType, string What, IReadOnlyList<string> Scopes)
{
    /// <summary>One scope that does as well as all of <see cref="Scopes"/>.</summary>
    public string? InsteadOfAll { get; init; }

    /// <summary>Whether a sync without the part would lack something that was asked for: then it ends before the first page.</summary>
    public bool IsRequired { get; init; }

    /// <summary>A part without which this one means nothing.</summary>
    public SyncPart? After { get; init; }

    /// <summary>The scopes that a token lacks for the part.</summary>
    public IReadOnlyList<string> MissingFrom(IReadOnlySet<string> granted) =>
        InsteadOfAll is { } instead && granted.Contains(instead) ? [] : [.. Scopes.Where(scope => !granted.Contains(scope))];
}
