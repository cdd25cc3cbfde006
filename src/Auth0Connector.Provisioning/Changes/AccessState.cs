using Auth0Connector.ManagementApi;
using Auth0Connector.ManagementApi.Paging;
using Auth0Connector.ManagementApi.Records;

namespace Auth0Connector.Provisioning.Changes;

/// <summary>Reads who holds what, by the endpoints that know it at once and not from a lagging listing.</summary>
internal sealed class AccessState(ManagementApiClient client)
{
    public Task<bool> IsHeldAsync(AccessChange change, CancellationToken cancellationToken) => (change.PrincipalType, change.Target) switch
    {
        (PrincipalType.User, AccessTarget.TenantRole role) =>
            AnyAsync(client.ListUserRolesAsync(change.PrincipalId, null, cancellationToken), held => held.Id == role.RoleId, cancellationToken),
        (PrincipalType.User, AccessTarget.Membership member) =>
            AnyAsync(client.ListUserOrganizationsAsync(change.PrincipalId, null, cancellationToken), held => held.Id == member.OrganizationId, cancellationToken),
        (PrincipalType.User, AccessTarget.OrganizationRole role) => HoldsInsideAsync(change.PrincipalId, role, cancellationToken),
        (PrincipalType.User, AccessTarget.ApiScope permission) => AnyAsync(
            client.ListUserPermissionsAsync(change.PrincipalId, null, cancellationToken),
            held => Is(held, permission) && held.IsDirect,
            cancellationToken),
        (PrincipalType.Role, AccessTarget.ApiScope permission) =>
            AnyAsync(client.ListRolePermissionsAsync(change.PrincipalId, null, cancellationToken), held => Is(held, permission), cancellationToken),
        (PrincipalType.Group, AccessTarget.TenantRole role) =>
            AnyAsync(client.ListGroupRolesAsync(change.PrincipalId, null, cancellationToken), held => held.Id == role.RoleId, cancellationToken),
        (PrincipalType.Group, AccessTarget.OrganizationRole role) => AnyAsync(
            client.ListOrganizationGroupRolesAsync(role.OrganizationId, change.PrincipalId, null, cancellationToken),
            held => held.Id == role.RoleId,
            cancellationToken),
        _ => throw new InvalidOperationException("no such change"),
    };

    // Who is no member holds nothing inside.
    private async Task<bool> HoldsInsideAsync(string userId, AccessTarget.OrganizationRole role, CancellationToken cancellationToken)
    {
        try
        {
            return await AnyAsync(
                client.ListMemberRolesAsync(role.OrganizationId, userId, null, cancellationToken),
                held => held.Id == role.RoleId,
                cancellationToken);
        }
        catch (ManagementApiException absent) when (absent.Kind == ManagementApiErrorKind.NotFound)
        {
            return false;
        }
    }

    private static bool Is(PermissionRecord held, AccessTarget.ApiScope permission) =>
        held.ResourceServerIdentifier == permission.Identifier && held.PermissionName == permission.Scope;

    private static async Task<bool> AnyAsync<T>(IAsyncEnumerable<ApiPage<T>> pages, Func<T, bool> isIt, CancellationToken cancellationToken)
    {
        await foreach (var page in pages.DemandEvidenceAsync(cancellationToken))
        {
            if (page.Items.Any(isIt))
            {
                return true;
            }
        }

        return false;
    }
}
