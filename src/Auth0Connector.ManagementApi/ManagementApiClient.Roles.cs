using Auth0Connector.ManagementApi.Json;
using Auth0Connector.ManagementApi.Paging;
using Auth0Connector.ManagementApi.Records;

namespace Auth0Connector.ManagementApi;

/// <content>Roles (API reference, section 4.4).</content>
public sealed partial class ManagementApiClient
{
    /// <summary>The tenant's roles: at most 1000 (section 8).</summary>
    public IAsyncEnumerable<ApiPage<RoleRecord>> ListRolesAsync(string? cursor, CancellationToken cancellationToken) =>
        Roles([]).ByOffsetAsync(_transport, cursor, cancellationToken);

    /// <summary>The roles that an organization owns; they are in no other listing.</summary>
    public IAsyncEnumerable<ApiPage<RoleRecord>> ListOrganizationOwnedRolesAsync(string organizationId, string? cursor, CancellationToken cancellationToken) =>
        Roles([("type", "organization"), ("owner_id", organizationId)]).ByOffsetAsync(_transport, cursor, cancellationToken);

    /// <summary>How many roles there are, and the first of them.</summary>
    public Task<ApiPage<RoleRecord>> PeekRolesAsync(CancellationToken cancellationToken) =>
        Roles([]).FirstAsync(_transport, size: 1, cancellationToken);

    /// <summary>One role by id; <see langword="null"/> where there is none.</summary>
    public Task<RoleRecord?> FindRoleAsync(string roleId, CancellationToken cancellationToken) =>
        FindAsync("/roles/{id}", roleId, [], ManagementApiJson.Default.RoleRecord, cancellationToken);

    /// <summary>Users who hold a role directly.</summary>
    public IAsyncEnumerable<ApiPage<MemberRecord>> ListRoleUsersAsync(string roleId, string? cursor, CancellationToken cancellationToken) =>
        new Listing<MemberRecord>("/roles/{id}/users", [roleId], "users", ManagementApiJson.Default.MemberRecord)
            .ByCheckpointAsync(_transport, cursor, cancellationToken);

    /// <summary>Permissions of a role: at most 1000 (section 8).</summary>
    public IAsyncEnumerable<ApiPage<PermissionRecord>> ListRolePermissionsAsync(string roleId, string? cursor, CancellationToken cancellationToken) =>
        new Listing<PermissionRecord>("/roles/{id}/permissions", [roleId], "permissions", ManagementApiJson.Default.PermissionRecord)
            .ByOffsetAsync(_transport, cursor, cancellationToken);

    /// <summary>Groups that hold a role in the whole tenant.</summary>
    public IAsyncEnumerable<ApiPage<GroupRecord>> ListRoleGroupsAsync(string roleId, string? cursor, CancellationToken cancellationToken) =>
        new Listing<GroupRecord>("/roles/{id}/groups", [roleId], "groups", ManagementApiJson.Default.GroupRecord)
            .ByCheckpointAsync(_transport, cursor, cancellationToken);

    private static Listing<RoleRecord> Roles(IReadOnlyList<(string Name, string? Value)> query) =>
        new("/roles", [], "roles", ManagementApiJson.Default.RoleRecord) { Query = query };
}
