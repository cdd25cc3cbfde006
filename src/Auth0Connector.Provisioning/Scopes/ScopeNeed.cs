namespace Auth0Connector.Provisioning.Scopes;

/// <summary>Something to do, and the scopes for it: any one of some sets, each of which must be held whole.</summary>
/// <param name="What">What it is for.</param>
/// <param name="Alternatives">The sets; the first is the one to recommend.</param>
public sealed record ScopeNeed(string What, IReadOnlyList<IReadOnlyList<string>> Alternatives)
{
    /// <summary>A need that one scope meets.</summary>
    public static ScopeNeed Of(string what, params string[] scopes) => new(what, [scopes]);

    /// <summary>Another set that meets the need as well.</summary>
    public ScopeNeed Or(params string[] scopes) => this with { Alternatives = [.. Alternatives, scopes] };

    /// <summary>The scopes of the recommended set that are missing; empty where some set is held.</summary>
    public IReadOnlyList<string> Missing(IReadOnlySet<string> held) =>
        Alternatives.Any(set => set.All(held.Contains)) ? [] : [.. Alternatives[0].Where(scope => !held.Contains(scope))];
}
