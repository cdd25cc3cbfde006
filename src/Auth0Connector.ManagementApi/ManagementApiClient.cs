using System.Text.Json;
using Auth0Connector.ManagementApi.Export;
using Auth0Connector.ManagementApi.Http;
using Auth0Connector.ManagementApi.Json;
using Auth0Connector.ManagementApi.Paging;
using Auth0Connector.ManagementApi.Records;
using Auth0Connector.ManagementApi.Tokens;
using Microsoft.Extensions.Logging;

namespace Auth0Connector.ManagementApi;

/// <summary>The tenant's Management API: one method an endpoint, listings as pages that carry their cursor.</summary>
public sealed class ManagementApiClient : IDisposable
{
    // Named so that IdP tokens and metadata, which are never stored, are never sent either (section 4.1).
    internal const string UserFields =
        "user_id,email,email_verified,username,phone_number,created_at,updated_at,last_login,logins_count,"
        + "blocked,name,nickname,given_name,family_name,multifactor,identities";

    private readonly HttpClient _http;
    private readonly TokenProvider _tokens;
    private readonly ApiTransport _transport;

    /// <summary>A client for one tenant; it asks for nothing until it is used.</summary>
    public ManagementApiClient(ManagementApiOptions options, ILoggerFactory loggers, TimeProvider clock)
    {
        _http = TenantHttpClient.Create(options);
        var counts = new RequestCounts();
        var pipeline = new AttemptPipeline(options, counts, loggers.CreateLogger<ManagementApiClient>(), clock);
        _tokens = new TokenProvider(_http, options, pipeline, clock);
        _transport = new ApiTransport(_http, options, _tokens, pipeline, counts, clock);
        UserExport = new UserExport(_http, _transport, options, clock);
    }

    /// <summary>What this client has asked so far.</summary>
    public RequestCounts Counts => _transport.Counts;

    /// <summary>The export job, for tenants with more users than search can list.</summary>
    public UserExport UserExport { get; }

    /// <summary>Gets a token and says which scopes it carries; <see langword="null"/> where the tenant does not say.</summary>
    /// <exception cref="ManagementApiException">The credentials were refused, or the tenant cannot be reached.</exception>
    public async Task<IReadOnlySet<string>?> AuthenticateAsync(CancellationToken cancellationToken) =>
        (await _tokens.GetAsync(cancellationToken)).Scopes;

    /// <summary>Users by search, 1000 at most (section 4.1).</summary>
    /// <param name="query">Lucene query, or <see langword="null"/> for everybody.</param>
    /// <param name="sort">Such as <c>created_at:1</c>, or <see langword="null"/> for the tenant's own order, which is stable.</param>
    /// <param name="cursor">Where to go on.</param>
    /// <param name="cancellationToken">Stops the listing.</param>
    public IAsyncEnumerable<ApiPage<UserRecord>> SearchUsersAsync(
        string? query,
        string? sort,
        string? cursor,
        CancellationToken cancellationToken) =>
        UserSearch(query, sort).ByOffsetAsync(_transport, cursor, cancellationToken);

    /// <summary>How many users a query has, and the first of them in the order asked for.</summary>
    /// <exception cref="ManagementApiException">Some tenants refuse some forms of query (400).</exception>
    public Task<ApiPage<UserRecord>> PeekUsersAsync(string? query, string? sort, CancellationToken cancellationToken) =>
        UserSearch(query, sort).FirstAsync(_transport, size: 1, cancellationToken);

    /// <summary>One user by id, at once and not from the search index; <see langword="null"/> where there is none (section 4.1).</summary>
    public async Task<UserRecord?> FindUserAsync(string userId, CancellationToken cancellationToken)
    {
        try
        {
            var (user, _) = await _transport.SendAsync(
                ApiRequest.Get("/users/{id}", [userId], []),
                static body => JsonSerializer.Deserialize(body, ManagementApiJson.Default.UserRecord)
                    ?? throw new JsonException("no user in the answer"),
                cancellationToken);
            return user;
        }
        catch (ManagementApiException absent) when (absent.Kind == ManagementApiErrorKind.NotFound)
        {
            return null;
        }
    }

    /// <summary>The tenant's roles: at most 1000 (section 8).</summary>
    public IAsyncEnumerable<ApiPage<RoleRecord>> ListRolesAsync(string? cursor, CancellationToken cancellationToken) =>
        new Listing<RoleRecord>("/roles", [], "roles", ManagementApiJson.Default.RoleRecord)
            .ByOffsetAsync(_transport, cursor, cancellationToken);

    /// <summary>Users who hold a role directly (section 4.4).</summary>
    public IAsyncEnumerable<ApiPage<MemberRecord>> ListRoleUsersAsync(string roleId, string? cursor, CancellationToken cancellationToken) =>
        new Listing<MemberRecord>("/roles/{id}/users", [roleId], "users", ManagementApiJson.Default.MemberRecord)
            .ByCheckpointAsync(_transport, cursor, cancellationToken);

    /// <summary>The tenant's organizations (section 4.5).</summary>
    public IAsyncEnumerable<ApiPage<OrganizationRecord>> ListOrganizationsAsync(string? cursor, CancellationToken cancellationToken) =>
        new Listing<OrganizationRecord>("/organizations", [], "organizations", ManagementApiJson.Default.OrganizationRecord)
            .ByCheckpointAsync(_transport, cursor, cancellationToken);

    /// <summary>Members of an organization, with the roles they hold inside it where asked for (section 4.5).</summary>
    public IAsyncEnumerable<ApiPage<MemberRecord>> ListOrganizationMembersAsync(
        string organizationId,
        bool withRoles,
        string? cursor,
        CancellationToken cancellationToken) =>
        new Listing<MemberRecord>("/organizations/{id}/members", [organizationId], "members", ManagementApiJson.Default.MemberRecord)
        {
            // Without roles no field is named: naming any but user_id costs nothing, but roles never come by default.
            Query = [("fields", withRoles ? "user_id,roles" : "user_id")],
        }.ByCheckpointAsync(_transport, cursor, cancellationToken);

    private static Listing<UserRecord> UserSearch(string? query, string? sort) =>
        new("/users", [], "users", ManagementApiJson.Default.UserRecord)
        {
            Query = [("q", query), ("sort", sort), ("search_engine", "v3"), ("fields", UserFields), ("include_fields", "true")],
        };

    /// <inheritdoc/>
    public void Dispose()
    {
        _tokens.Dispose();
        _http.Dispose();
    }
}
