namespace Auth0Connector.Vocabulary;

/// <summary>Ids of scopes as resources.</summary>
public static class ScopeIds
{
    /// <summary>The id of a scope: the identifier of its API and its value, joined as the Go connector does it, never to be taken apart.</summary>
    public static string Of(string apiIdentifier, string scope) => $"{apiIdentifier}:{scope}";
}
