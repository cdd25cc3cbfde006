using Auth0Connector.MockTenant;

namespace Auth0Connector.Tests.Shared;

/// <summary>Everything that changes can touch, as a set of facts: what is not in the difference was not touched.</summary>
internal static class TruthSnapshot
{
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
