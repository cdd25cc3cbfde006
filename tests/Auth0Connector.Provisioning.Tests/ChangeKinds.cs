using Auth0Connector.MockTenant;
using Auth0Connector.Provisioning.Access;

namespace Auth0Connector.Provisioning.Tests;

/// <summary>One grant of every kind that the Management API can make, none of which is held at first.</summary>
internal static class ChangeKinds
{
    public static IEnumerable<AccessChange> Of(WritableTenant tenant)
    {
        var role = tenant.Truth.Roles.Last().Id;
        var user = tenant.Outsider(role);
        var organization = tenant.Truth.Organizations.First().Id;
        var odd = tenant.Truth.Memberships.First(x => x.RoleIds.Count > 0 && !x.RoleIds.Contains(role));
        var scope = tenant.Truth.Scopes.Last(x => x.Identifier != tenant.Server.Audience);
        var group = tenant.Truth.Groups.ElementAt(1).Id;
        yield return new AccessChange(true, PrincipalType.User, user, new AccessTarget.TenantRole(role));
        yield return new AccessChange(true, PrincipalType.User, user, new AccessTarget.Membership(organization));
        yield return new AccessChange(true, PrincipalType.User, odd.UserId, new AccessTarget.OrganizationRole(odd.OrganizationId, role));
        yield return new AccessChange(true, PrincipalType.User, tenant.Truth.Users.Skip(100).First(x => tenant.Truth.UserPermissions.All(y => y.UserId != x.Id)).Id, new AccessTarget.ApiScope(scope.Identifier, scope.Value));
        yield return new AccessChange(true, PrincipalType.Role, tenant.Truth.Roles.ElementAt(1).Id, new AccessTarget.ApiScope(scope.Identifier, scope.Value));
        yield return new AccessChange(true, PrincipalType.Group, group, new AccessTarget.TenantRole(role));
        yield return new AccessChange(true, PrincipalType.Group, group, new AccessTarget.OrganizationRole(organization, role));
    }

    public static bool Holds(TenantTruth truth, AccessChange grant) => (grant.PrincipalType, grant.Target) switch
    {
        (PrincipalType.User, AccessTarget.TenantRole x) => truth.RoleAssignments.Contains(new TruthRoleAssignment(x.RoleId, grant.PrincipalId)),
        (PrincipalType.User, AccessTarget.Membership x) => truth.Memberships.Any(y => y.OrganizationId == x.OrganizationId && y.UserId == grant.PrincipalId),
        (PrincipalType.User, AccessTarget.OrganizationRole x) =>
            truth.Memberships.Any(y => y.OrganizationId == x.OrganizationId && y.UserId == grant.PrincipalId && y.RoleIds.Contains(x.RoleId)),
        (PrincipalType.User, AccessTarget.ApiScope x) => truth.UserPermissions.Contains(new TruthUserScope(grant.PrincipalId, x.Identifier, x.Scope)),
        (PrincipalType.Role, AccessTarget.ApiScope x) => truth.RolePermissions.Contains(new TruthRoleScope(grant.PrincipalId, x.Identifier, x.Scope)),
        (PrincipalType.Group, AccessTarget.TenantRole x) => truth.GroupRoles.Contains(new TruthGroupRole(grant.PrincipalId, x.RoleId)),
        (PrincipalType.Group, AccessTarget.OrganizationRole x) => truth.OrganizationGroupRoles.Contains(new TruthOrganizationGroupRole(x.OrganizationId, grant.PrincipalId, x.RoleId)),
        _ => throw new InvalidOperationException(),
    };
}
