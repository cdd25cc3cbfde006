using Auth0Connector.ManagementApi.Http;
using Auth0Connector.ManagementApi.Json;
using Auth0Connector.ManagementApi.Paging;
using Auth0Connector.ManagementApi.Records;

namespace Auth0Connector.ManagementApi;

/// <content>Users (API reference, section 4.1).</content>
public sealed partial class ManagementApiClient
{
    /// <summary>Users by search, 1000 at most.</summary>
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

    /// <summary>One user by id, at once and not from the search index; <see langword="null"/> where there is none.</summary>
    public Task<UserRecord?> FindUserAsync(string userId, CancellationToken cancellationToken) =>
        FindAsync("/users/{id}", userId, [], ManagementApiJson.Default.UserRecord, cancellationToken);

    /// <summary>Users with exactly this address, at once and not from the search index (section 4.1).</summary>
    public async Task<IReadOnlyList<UserRecord>> FindUsersByEmailAsync(string email, CancellationToken cancellationToken)
    {
        var (found, _) = await _transport.SendAsync(
            ApiRequest.Get("/users-by-email", [], [("email", email), ("fields", UserFields), ("include_fields", "true")]),
            // Somebody with the same address who cannot be read must not make another one look like the only one.
            static body => PageReader.Read(body, "users", ManagementApiJson.Default.UserRecord) is { Unreadable: 0 } page
                ? page.Items
                : throw new AnswerShapeException("somebody in the answer is no record"),
            cancellationToken);
        return found;
    }

    /// <summary>Roles that a user holds directly in the whole tenant: at most 50 (section 8).</summary>
    public IAsyncEnumerable<ApiPage<RoleRecord>> ListUserRolesAsync(string userId, string? cursor, CancellationToken cancellationToken) =>
        new Listing<RoleRecord>("/users/{id}/roles", [userId], "roles", ManagementApiJson.Default.RoleRecord)
            .ByOffsetAsync(_transport, cursor, cancellationToken);

    /// <summary>Organizations that a user is a member of; the stated total is unreliable (section 3.3).</summary>
    public IAsyncEnumerable<ApiPage<OrganizationRecord>> ListUserOrganizationsAsync(string userId, string? cursor, CancellationToken cancellationToken) =>
        new Listing<OrganizationRecord>("/users/{id}/organizations", [userId], "organizations", ManagementApiJson.Default.OrganizationRecord)
            .ByOffsetAsync(_transport, cursor, cancellationToken);

    /// <summary>Permissions of a user, directly and through roles (section 4.4).</summary>
    public IAsyncEnumerable<ApiPage<PermissionRecord>> ListUserPermissionsAsync(string userId, string? cursor, CancellationToken cancellationToken) =>
        new Listing<PermissionRecord>("/users/{id}/permissions", [userId], "permissions", ManagementApiJson.Default.PermissionRecord)
            .ByOffsetAsync(_transport, cursor, cancellationToken);

    private static Listing<UserRecord> UserSearch(string? query, string? sort) =>
        new("/users", [], "users", ManagementApiJson.Default.UserRecord)
        {
            Query = [("q", query), ("sort", sort), ("search_engine", "v3"), ("fields", UserFields), ("include_fields", "true")],
            // A window reads itself again; it knows which users it has met.
            ReadsAgain = query is null,
        };
}
