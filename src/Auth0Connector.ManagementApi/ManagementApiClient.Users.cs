using System.Globalization;
using Auth0Connector.ManagementApi.Failures;
using Auth0Connector.ManagementApi.Paging;
using Auth0Connector.ManagementApi.Records;
using Auth0Connector.ManagementApi.Requests;
using Auth0Connector.ManagementApi.Search;

namespace Auth0Connector.ManagementApi;

/// <content>Users (API reference, section 4.1).</content>
public sealed partial class ManagementApiClient
{
    // The API's own word for a person who is not there (API reference, section 4.1).
    private const string AbsentUser = "inexistent_user";

    /// <summary>Users by search, fewer than 1000 of them, by number.</summary>
    /// <param name="query">Lucene query, or <see langword="null"/> for everybody.</param>
    /// <param name="sort">Such as <c>created_at:1</c>, or <see langword="null"/> for the tenant's own order, which is stable.</param>
    /// <param name="cursor">Where to go on.</param>
    /// <param name="cancellationToken">Stops the listing.</param>
    public IAsyncEnumerable<ApiPage<UserRecord>> SearchUsersAsync(
        string? query,
        string? sort,
        string? cursor,
        CancellationToken cancellationToken) =>
        UserSearch(query, sort).ReadAsync(_transport, cursor, cancellationToken);

    /// <summary>How many users a query has, and the first of them in the order asked for.</summary>
    /// <exception cref="ManagementApiException">Some tenants refuse some forms of query (400).</exception>
    public Task<ApiPage<UserRecord>> PeekUsersAsync(string? query, string? sort, CancellationToken cancellationToken) =>
        UserSearch(query, sort).FirstAsync(_transport, size: 1, cancellationToken);

    /// <summary>
    /// The first users of a query in an order, as many as one page holds. Its end is <see cref="EndEvidence.SinglePage"/>
    /// where the answer shows that they are all of them, and <see langword="null"/> where more follow.
    /// </summary>
    /// <exception cref="ManagementApiException">Some tenants refuse some forms of query (400).</exception>
    public Task<ApiPage<UserRecord>> FirstUsersAsync(string? query, string? sort, CancellationToken cancellationToken) =>
        UserSearch(query, sort).BeginningAsync(_transport, cancellationToken);

    /// <summary>
    /// One page of a query by number, up to the last one that the tenant gives; no evidence of anything, for who judges several
    /// of them together.
    /// </summary>
    public Task<ApiPage<UserRecord>> UsersPageAsync(string? query, string sort, string? cursor, CancellationToken cancellationToken) =>
        UserSearch(query, sort).PageAsync(_transport, cursor is null ? 0 : int.Parse(cursor, NumberStyles.None, CultureInfo.InvariantCulture), cancellationToken);

    /// <summary>One user by id, at once and not from the search index; <see langword="null"/> where there is none.</summary>
    /// <remarks>A 404 that does not name the person as absent is believed only where the search finds nobody either.</remarks>
    public async Task<UserRecord?> FindUserAsync(string userId, CancellationToken cancellationToken)
    {
        try
        {
            return await GetAsync("/users/{id}", userId, [], ManagementApiJson.Default.UserRecord, static user => user.UserId, cancellationToken);
        }
        catch (ManagementApiException absent) when (absent.Kind == ManagementApiErrorKind.NotFound)
        {
            if (absent.ErrorCode == AbsentUser)
            {
                return null;
            }

            var found = await FirstUsersAsync($"user_id:{SearchText.Quote(userId)}", "user_id:1", cancellationToken);
            return found.End?.Evidence is null
                ? throw new ManagementApiException(ManagementApiErrorKind.BadAnswer, "/users/{id}: the tenant neither finds the person nor says that there is none", absent)
                {
                    StatusCode = absent.StatusCode,
                    Endpoint = absent.Endpoint,
                }
                : found.Items.FirstOrDefault(user => user.UserId == userId);
        }
    }

    /// <summary>Users with exactly this address, at once and not from the search index (section 4.1).</summary>
    public async Task<IReadOnlyList<UserRecord>> FindUsersByEmailAsync(string email, CancellationToken cancellationToken)
    {
        var (found, _) = await _transport.SendAsync(
            ApiRequest.Get("/users-by-email", [], [("email", email), ("fields", UserRecord.Fields), ("include_fields", "true")]),
            // Somebody with the same address who cannot be read must not make another one look like the only one.
            static body => PageReader.Read(body, "users", ManagementApiJson.Default.UserRecord) is { Unreadable: 0 } page
                ? page.Items
                : throw new AnswerShapeException("somebody in the answer is no record"),
            cancellationToken);
        return found;
    }

    /// <summary>Roles that a user holds directly in the whole tenant: at most 50 (section 8).</summary>
    public IAsyncEnumerable<ApiPage<RoleRecord>> ListUserRolesAsync(string userId, string? cursor, CancellationToken cancellationToken) =>
        new Listing<RoleRecord>("/users/{id}/roles", [userId], "roles", ManagementApiJson.Default.RoleRecord, static role => role.Id) { Ways = ByNumbers }
            .ReadAsync(_transport, cursor, cancellationToken);

    /// <summary>Organizations that a user is a member of; the stated total is unreliable (section 3.3).</summary>
    public IAsyncEnumerable<ApiPage<OrganizationRecord>> ListUserOrganizationsAsync(string userId, string? cursor, CancellationToken cancellationToken) =>
        new Listing<OrganizationRecord>("/users/{id}/organizations", [userId], "organizations", ManagementApiJson.Default.OrganizationRecord, static organization => organization.Id) { Ways = ByNumbers }
            .ReadAsync(_transport, cursor, cancellationToken);

    /// <summary>Permissions of a user, directly and through roles (section 4.4).</summary>
    public IAsyncEnumerable<ApiPage<PermissionRecord>> ListUserPermissionsAsync(string userId, string? cursor, CancellationToken cancellationToken) =>
        Permissions("/users/{id}/permissions", userId).ReadAsync(_transport, cursor, cancellationToken);

    private static Listing<UserRecord> UserSearch(string? query, string? sort) =>
        new("/users", [], "users", ManagementApiJson.Default.UserRecord, static user => user.UserId)
        {
            Ways = ByNumbers,
            Query = [("q", query), ("sort", sort), ("search_engine", "v3"), ("fields", UserRecord.Fields), ("include_fields", "true")],
        };
}
