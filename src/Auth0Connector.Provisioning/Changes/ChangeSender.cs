using Auth0Connector.ManagementApi;
using Auth0Connector.ManagementApi.Records;

namespace Auth0Connector.Provisioning.Changes;

/// <summary>Sends the one request of a change.</summary>
internal sealed class ChangeSender(ManagementApiClient client)
{
    public Task<WriteReceipt> SendAsync(AccessChange change, CancellationToken cancellationToken) =>
        change.IsGrant ? AddAsync(change.PrincipalType, change.PrincipalId, change.Target, cancellationToken) : RemoveAsync(change.PrincipalType, change.PrincipalId, change.Target, cancellationToken);

    private Task<WriteReceipt> AddAsync(PrincipalType type, string id, AccessTarget target, CancellationToken cancellationToken) => (type, target) switch
    {
        (PrincipalType.User, AccessTarget.TenantRole role) => client.AddUserRoleAsync(id, role.RoleId, cancellationToken),
        (PrincipalType.User, AccessTarget.Membership member) => client.AddMembersAsync(member.OrganizationId, [id], cancellationToken),
        (PrincipalType.User, AccessTarget.OrganizationRole role) => client.AddMemberRoleAsync(role.OrganizationId, id, role.RoleId, cancellationToken),
        (PrincipalType.User, AccessTarget.ApiScope permission) => client.AddUserPermissionAsync(id, permission.Identifier, permission.Scope, cancellationToken),
        (PrincipalType.Role, AccessTarget.ApiScope permission) => client.AddRolePermissionAsync(id, permission.Identifier, permission.Scope, cancellationToken),
        (PrincipalType.Group, AccessTarget.TenantRole role) => client.AddGroupRoleAsync(id, role.RoleId, cancellationToken),
        (PrincipalType.Group, AccessTarget.OrganizationRole role) => client.AddOrganizationGroupRoleAsync(role.OrganizationId, id, role.RoleId, cancellationToken),
        _ => throw new InvalidOperationException("no such change"),
    };

    private Task<WriteReceipt> RemoveAsync(PrincipalType type, string id, AccessTarget target, CancellationToken cancellationToken) => (type, target) switch
    {
        (PrincipalType.User, AccessTarget.TenantRole role) => client.RemoveUserRoleAsync(id, role.RoleId, cancellationToken),
        (PrincipalType.User, AccessTarget.Membership member) => client.RemoveMembersAsync(member.OrganizationId, [id], cancellationToken),
        (PrincipalType.User, AccessTarget.OrganizationRole role) => client.RemoveMemberRoleAsync(role.OrganizationId, id, role.RoleId, cancellationToken),
        (PrincipalType.User, AccessTarget.ApiScope permission) => client.RemoveUserPermissionAsync(id, permission.Identifier, permission.Scope, cancellationToken),
        (PrincipalType.Role, AccessTarget.ApiScope permission) => client.RemoveRolePermissionAsync(id, permission.Identifier, permission.Scope, cancellationToken),
        (PrincipalType.Group, AccessTarget.TenantRole role) => client.RemoveGroupRoleAsync(id, role.RoleId, cancellationToken),
        (PrincipalType.Group, AccessTarget.OrganizationRole role) => client.RemoveOrganizationGroupRoleAsync(role.OrganizationId, id, role.RoleId, cancellationToken),
        _ => throw new InvalidOperationException("no such change"),
    };
}
