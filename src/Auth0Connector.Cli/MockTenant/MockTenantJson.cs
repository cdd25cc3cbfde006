namespace Auth0Connector.Cli.MockTenant;

/// <summary>Where a mock tenant listens and how to get in, as <c>mock-tenant -o json</c> prints it.</summary>
internal sealed record MockTenantJson(string BaseUrl, string ClientId, string ClientSecret, string Audience);
