using Auth0Connector.ManagementApi.Paging;
using Auth0Connector.ManagementApi.Records;

namespace Auth0Connector.ManagementApi;

/// <content>Groups (API reference, section 4.6).</content>
public sealed partial class ManagementApiClient
{
    /// <summary>The tenant's groups.</summary>
    public IAsyncEnumerable<ApiPage<GroupRecord>> ListGroupsAsync(string? cursor, CancellationToken cancellationToken) =>
        Groups().ReadAsync(_transport, cursor, cancellationToken);

    /// <summary>How many groups there are, and the first of them.</summary>
    public Task<ApiPage<GroupRecord>> PeekGroupsAsync(CancellationToken cancellationToken) =>
        Groups().FirstAsync(_transport, size: 1, cancellationToken);

    /// <summary>One group by id; <see langword="null"/> where there is none.</summary>
    public Task<GroupRecord?> FindGroupAsync(string groupId, CancellationToken cancellationToken) =>
        FindAsync("/groups/{id}", groupId, [], ManagementApiJson.Default.GroupRecord, static group => group.Id, cancellationToken);

    /// <summary>Users and groups in a group.</summary>
    public IAsyncEnumerable<ApiPage<GroupMemberRecord>> ListGroupMembersAsync(string groupId, string? cursor, CancellationToken cancellationToken) =>
        new Listing<GroupMemberRecord>("/groups/{id}/members", [groupId], "members", ManagementApiJson.Default.GroupMemberRecord, static member => member.Id) { Ways = ByCheckpoint }
            .ReadAsync(_transport, cursor, cancellationToken);

    /// <summary>Roles that a group holds in the whole tenant: at most 10.</summary>
    public IAsyncEnumerable<ApiPage<RoleRecord>> ListGroupRolesAsync(string groupId, string? cursor, CancellationToken cancellationToken) =>
        new Listing<RoleRecord>("/groups/{id}/roles", [groupId], "roles", ManagementApiJson.Default.RoleRecord, static role => role.Id) { Ways = ByCheckpoint }
            .ReadAsync(_transport, cursor, cancellationToken);

    private static Listing<GroupRecord> Groups() => new("/groups", [], "groups", ManagementApiJson.Default.GroupRecord, static group => group.Id) { Ways = ByCheckpointOrNumbers };
}
