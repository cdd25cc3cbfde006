using Auth0Connector.ManagementApi.Paging;
using Auth0Connector.ManagementApi.Records;

namespace Auth0Connector.ManagementApi;

/// <content>Organizations (API reference, section 4.5).</content>
public sealed partial class ManagementApiClient
{
    /// <summary>The tenant's organizations.</summary>
    public IAsyncEnumerable<ApiPage<OrganizationRecord>> ListOrganizationsAsync(string? cursor, CancellationToken cancellationToken) =>
        Organizations().ReadAsync(_transport, cursor, cancellationToken);

    /// <summary>How many organizations there are, and the first of them.</summary>
    public Task<ApiPage<OrganizationRecord>> PeekOrganizationsAsync(CancellationToken cancellationToken) =>
        Organizations().FirstAsync(_transport, size: 1, cancellationToken);

    /// <summary>One organization by id; <see langword="null"/> where there is none.</summary>
    public Task<OrganizationRecord?> FindOrganizationAsync(string organizationId, CancellationToken cancellationToken) =>
        FindAsync("/organizations/{id}", organizationId, [], ManagementApiJson.Default.OrganizationRecord, static organization => organization.Id, cancellationToken);

    /// <summary>One organization by its name, a slug; <see langword="null"/> where there is none.</summary>
    public Task<OrganizationRecord?> FindOrganizationByNameAsync(string name, CancellationToken cancellationToken) =>
        FindAsync("/organizations/name/{name}", name, [], ManagementApiJson.Default.OrganizationRecord, static organization => organization.Id, cancellationToken);

    /// <summary>Roles that a member holds inside an organization; 404 for somebody who is no member.</summary>
    public IAsyncEnumerable<ApiPage<RoleRecord>> ListMemberRolesAsync(
        string organizationId,
        string userId,
        string? cursor,
        CancellationToken cancellationToken) =>
        new Listing<RoleRecord>("/organizations/{id}/members/{user_id}/roles", [organizationId, userId], "roles", ManagementApiJson.Default.RoleRecord, static role => role.Id) { Ways = ByNumbers }
            .ReadAsync(_transport, cursor, cancellationToken);

    /// <summary>Members of an organization, with the roles they hold inside it where asked for.</summary>
    public IAsyncEnumerable<ApiPage<MemberRecord>> ListOrganizationMembersAsync(
        string organizationId,
        bool withRoles,
        string? cursor,
        CancellationToken cancellationToken) =>
        Members(organizationId, withRoles).ReadAsync(_transport, cursor, cancellationToken);

    /// <summary>How many members an organization has, and the first of them with the roles held inside it.</summary>
    public Task<ApiPage<MemberRecord>> PeekOrganizationMembersAsync(string organizationId, CancellationToken cancellationToken) =>
        Members(organizationId, withRoles: true).FirstAsync(_transport, size: 1, cancellationToken);

    /// <summary>The connections that an organization lets people in by: at most 10 (section 8).</summary>
    public IAsyncEnumerable<ApiPage<EnabledConnectionRecord>> ListOrganizationConnectionsAsync(
        string organizationId,
        string? cursor,
        CancellationToken cancellationToken) =>
        new Listing<EnabledConnectionRecord>(
            "/organizations/{id}/enabled_connections",
            [organizationId],
            "enabled_connections",
            ManagementApiJson.Default.EnabledConnectionRecord,
            static connection => connection.ConnectionId)
        { Ways = ByNumbers }.ReadAsync(_transport, cursor, cancellationToken);

    /// <summary>Groups that have something to do with an organization.</summary>
    public IAsyncEnumerable<ApiPage<GroupRecord>> ListOrganizationGroupsAsync(string organizationId, string? cursor, CancellationToken cancellationToken) =>
        new Listing<GroupRecord>("/organizations/{id}/groups", [organizationId], "groups", ManagementApiJson.Default.GroupRecord, static group => group.Id) { Ways = ByCheckpoint }
            .ReadAsync(_transport, cursor, cancellationToken);

    /// <summary>Roles that a group holds inside an organization.</summary>
    public IAsyncEnumerable<ApiPage<RoleRecord>> ListOrganizationGroupRolesAsync(
        string organizationId,
        string groupId,
        string? cursor,
        CancellationToken cancellationToken) =>
        new Listing<RoleRecord>("/organizations/{id}/groups/{group_id}/roles", [organizationId, groupId], "roles", ManagementApiJson.Default.RoleRecord, static role => role.Id) { Ways = ByCheckpoint }
            .ReadAsync(_transport, cursor, cancellationToken);

    private static Listing<MemberRecord> Members(string organizationId, bool withRoles) =>
        new("/organizations/{id}/members", [organizationId], "members", ManagementApiJson.Default.MemberRecord, static member => member.UserId)
        {
            // Most organizations are one page, which states its total; pages by number of larger ones would shift.
            Ways = [ListingWay.SinglePage, ListingWay.Checkpoint, ListingWay.Numbers],
            IsFull = member => !withRoles || member.Roles is not null,
            // Roles never come by default, and naming them alone would leave the user's id out.
            Query = [("fields", withRoles ? "user_id,roles" : "user_id")],
        };

    private static Listing<OrganizationRecord> Organizations() =>
        new("/organizations", [], "organizations", ManagementApiJson.Default.OrganizationRecord, static organization => organization.Id)
        {
            Ways = ByCheckpointOrNumbers,
        };
}
