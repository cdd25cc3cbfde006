using Auth0Connector.MockTenant;

namespace Auth0Connector.Testing.Tenants;

/// <summary>Everything that changes can touch, as a set of facts: what is not in the difference was not touched.</summary>
public static class TruthSnapshot
{
    /// <summary>The facts of this moment.</summary>
    public static HashSet<object> Of(TenantTruth truth) =>
    [
        .. truth.RoleAssignments,
        .. truth.Memberships.Select(x => (x.OrganizationId, x.UserId)),
        .. truth.Memberships.SelectMany(x => x.RoleIds.Select(role => (x.OrganizationId, x.UserId, role))),
        .. truth.UserPermissions,
        .. truth.RolePermissions,
        .. truth.GroupRoles,
        .. truth.OrganizationGroupRoles,
        .. truth.Users.Select(x => (x.Id, x.Blocked)),
    ];
}
