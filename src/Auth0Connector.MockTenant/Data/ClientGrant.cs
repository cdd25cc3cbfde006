namespace Auth0Connector.MockTenant.Data;

internal sealed record ClientGrant(
    string Id,
    string? ClientId,
    string Audience,
    IReadOnlyList<string> Scopes,
    string SubjectType,
    bool AllowAllScopes = false,
    string? DefaultFor = null);
