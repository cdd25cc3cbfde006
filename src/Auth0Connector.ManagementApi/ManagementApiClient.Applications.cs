using Auth0Connector.ManagementApi.Paging;
using Auth0Connector.ManagementApi.Records;

namespace Auth0Connector.ManagementApi;

/// <content>APIs, applications, and what applications may ask of APIs (API reference, section 4.7).</content>
public sealed partial class ManagementApiClient
{
    // Named so that no secret and no key is ever sent.
    private const string ClientFields = "client_id,name,app_type,is_first_party,grant_types,organization_usage,token_endpoint_auth_method";

    private static readonly IReadOnlyList<(string Name, string? Value)> ClientQuery =
        [("fields", ClientFields), ("include_fields", "true")];

    /// <summary>The tenant's APIs with their scopes.</summary>
    public IAsyncEnumerable<ApiPage<ResourceServerRecord>> ListResourceServersAsync(string? cursor, CancellationToken cancellationToken) =>
        ResourceServers().ReadAsync(_transport, cursor, cancellationToken);

    /// <summary>How many APIs there are, and the first of them.</summary>
    public Task<ApiPage<ResourceServerRecord>> PeekResourceServersAsync(CancellationToken cancellationToken) =>
        ResourceServers().FirstAsync(_transport, size: 1, cancellationToken);

    /// <summary>One API by id or identifier; <see langword="null"/> where there is none.</summary>
    public Task<ResourceServerRecord?> FindResourceServerAsync(string idOrIdentifier, CancellationToken cancellationToken) =>
        FindAsync("/resource-servers/{id}", idOrIdentifier, [], ManagementApiJson.Default.ResourceServerRecord, static server => server.Id, cancellationToken);

    /// <summary>The tenant's applications, without the global one that stands for all of them.</summary>
    public IAsyncEnumerable<ApiPage<ClientRecord>> ListClientsAsync(string? cursor, CancellationToken cancellationToken) =>
        Clients().ReadAsync(_transport, cursor, cancellationToken);

    /// <summary>How many applications there are, and the first of them.</summary>
    public Task<ApiPage<ClientRecord>> PeekClientsAsync(CancellationToken cancellationToken) =>
        Clients().FirstAsync(_transport, size: 1, cancellationToken);

    /// <summary>One application by id; <see langword="null"/> where there is none.</summary>
    public Task<ClientRecord?> FindClientAsync(string clientId, CancellationToken cancellationToken) =>
        FindAsync("/clients/{id}", clientId, ClientQuery, ManagementApiJson.Default.ClientRecord, static client => client.ClientId, cancellationToken);

    /// <summary>What applications may ask of APIs, for themselves and for people.</summary>
    public IAsyncEnumerable<ApiPage<ClientGrantRecord>> ListClientGrantsAsync(string? cursor, CancellationToken cancellationToken) =>
        new Listing<ClientGrantRecord>("/client-grants", [], "client_grants", ManagementApiJson.Default.ClientGrantRecord, static grant => grant.Id) { Ways = ByCheckpointOrNumbers }
            .ReadAsync(_transport, cursor, cancellationToken);

    // Whether the usual cap holds here is not documented, and a tenant may have 100,000 APIs (section 8): beyond twice
    // that, a tenant repeats itself.
    private static Listing<ResourceServerRecord> ResourceServers() =>
        new("/resource-servers", [], "resource_servers", ManagementApiJson.Default.ResourceServerRecord, static server => server.Id)
        {
            Ways = ByNumbers,
            RecordCap = 200_000,
        };

    private static Listing<ClientRecord> Clients() =>
        new("/clients", [], "clients", ManagementApiJson.Default.ClientRecord, static client => client.ClientId)
        {
            Ways = ByCheckpointOrNumbers,
            Query = [.. ClientQuery, ("is_global", "false")],
        };
}
