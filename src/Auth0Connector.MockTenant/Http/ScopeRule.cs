namespace Auth0Connector.MockTenant.Http;

/// <summary>Scopes of an endpoint: any of some sets, each of which must be held whole.</summary>
internal sealed class ScopeRule
{
    private readonly string[][] _alternatives;

    private ScopeRule(string[][] alternatives, string message)
    {
        _alternatives = alternatives;
        Message = message;
    }

    public static ScopeRule None { get; } = new([[]], "");

    /// <summary>The API's own words, which name what is missing.</summary>
    public string Message { get; }

    public static ScopeRule Any(params string[] scopes) =>
        new([.. scopes.Select(x => new[] { x })], $"Insufficient scope, expected any of: {string.Join(',', scopes)}");

    public static ScopeRule All(params string[] scopes) =>
        new([scopes], $"Insufficient scope, expected all of: {string.Join(',', scopes)}");

    public ScopeRule Or(string scope) => new([.. _alternatives, [scope]], Message);

    public bool Allows(IReadOnlySet<string> held) =>
        _alternatives.Any(set => set.All(held.Contains));
}
