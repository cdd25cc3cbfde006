namespace Auth0Connector.MockTenant;

/// <summary>What a script sees of a request before it is answered.</summary>
/// <param name="Method">HTTP method.</param>
/// <param name="Path">Path as sent, still escaped.</param>
/// <param name="Endpoint">Method and template, such as <c>GET /roles/{id}/users</c>.</param>
/// <param name="Query">Query parameters, decoded; the first of equal names.</param>
/// <param name="EndpointOrdinal">0 for the first request to this endpoint, and so on.</param>
/// <param name="Ordinal">0 for the first request of all.</param>
public sealed record MockRequest(
    string Method,
    string Path,
    string Endpoint,
    IReadOnlyDictionary<string, string> Query,
    long EndpointOrdinal,
    long Ordinal);
