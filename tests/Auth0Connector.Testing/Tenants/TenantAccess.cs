using Auth0Connector.ManagementApi.Options;
using Auth0Connector.MockTenant;

namespace Auth0Connector.Testing.Tenants;

/// <summary>The way into a mock tenant, and what was asked of it.</summary>
public static class TenantAccess
{
    /// <summary>Options with which a client gets in.</summary>
    public static ManagementApiOptions ApiOptions(this MockTenantServer tenant) => new()
    {
        BaseUrl = tenant.BaseUrl,
        ClientId = tenant.Options.ClientId,
        Credential = new ClientCredential.Secret(tenant.Options.ClientSecret),
    };

    /// <summary>Whether a request changed something or tried to; a token changes nothing.</summary>
    public static bool IsWrite(this RecordedRequest request) =>
        !request.Endpoint.StartsWith("GET ", StringComparison.Ordinal) && request.Endpoint != "POST /oauth/token";
}
