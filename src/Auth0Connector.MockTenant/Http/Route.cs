using Auth0Connector.MockTenant.Limits;

namespace Auth0Connector.MockTenant.Http;

/// <summary>An endpoint: its template, who may call it, and the rate-limit group it counts in.</summary>
internal sealed class Route(
    string method,
    string template,
    ScopeRule scopes,
    LimitGroup group,
    Func<ApiCall, CancellationToken, Task> handle)
{
    public string Method => method;

    public string[] Segments { get; } = template.Split('/');

    public ScopeRule Scopes => scopes;

    public LimitGroup Group => group;

    /// <summary>Method and path as they appear in counts: <c>GET /roles/{id}/users</c>.</summary>
    public string Name { get; } = $"{method} /{template}";

    /// <summary>True for the Management API, where a token is asked for and limits hold.</summary>
    public bool IsProtected { get; init; } = true;

    public Task HandleAsync(ApiCall call, CancellationToken cancellationToken) => handle(call, cancellationToken);
}
