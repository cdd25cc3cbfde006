namespace Auth0Connector.Vocabulary;

/// <summary>Something to do, and the scopes for it: any one of some sets, each of which must be held whole.</summary>
/// <param name="What">What it is for.</param>
/// <param name="Alternatives">The sets; the first is the one to recommend.</param>
public sealed record ScopeNeed(string What, IReadOnlyList<IReadOnlyList<string>> Alternatives)
{
    /// <summary>The set to recommend.</summary>
    public IReadOnlyList<string> Scopes => Alternatives[0];

    /// <summary>A need that one set of scopes meets.</summary>
    public static ScopeNeed Of(string what, params string[] scopes) => new(what, [scopes]);

    /// <summary>Another set that meets the need as well.</summary>
    public ScopeNeed Or(params string[] scopes) => this with { Alternatives = [.. Alternatives, scopes] };

    /// <summary>The scopes of the recommended set that are missing; empty where some set is held.</summary>
    public IReadOnlyList<string> Missing(IReadOnlySet<string> held) =>
        Alternatives.Any(set => set.All(held.Contains)) ? [] : [.. Scopes.Where(scope => !held.Contains(scope))];
}
