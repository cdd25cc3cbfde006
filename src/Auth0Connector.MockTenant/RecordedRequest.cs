namespace Auth0Connector.MockTenant;

/// <summary>One request and what it got.</summary>
/// <param name="Ordinal">0 for the first request.</param>
/// <param name="Endpoint">Method and template, such as <c>GET /roles/{id}/users</c>.</param>
/// <param name="Target">Path and query as sent.</param>
/// <param name="Status">Status of the answer; 0 for a reset connection.</param>
/// <param name="Fault">The fault that the answer suffered, if any.</param>
public sealed record RecordedRequest(long Ordinal, string Endpoint, string Target, int Status, MockFaultKind? Fault);
