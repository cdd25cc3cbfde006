using Auth0Connector.MockTenant.Http;
using Auth0Connector.MockTenant.Truth;

namespace Auth0Connector.MockTenant.Endpoints;

/// <summary><c>GET /control/truth/{kind}?span=throughout|ever</c>: what stayed, or ever was, while the tenant changed.</summary>
internal static class SpanEndpoint
{
    /// <summary>False for kinds that do not change by themselves: of those any span is what is true now.</summary>
    public static bool TryAnswer(ApiCall call, TenantTruth truth, string span)
    {
        if (span is not ("throughout" or "ever"))
        {
            call.InvalidQuery("span must be 'throughout' or 'ever'");
            return true;
        }

        var rows = span == "ever" ? truth.Ever : truth.Throughout;
        var json = TruthJson.Default;
        switch (call.Values[0])
        {
            case "users": ControlEndpoints.Stream(call, rows.Users, json.TruthUser); break;
            case "roles": ControlEndpoints.Stream(call, rows.Roles, json.TruthRole); break;
            case "organization-owned-roles": ControlEndpoints.Stream(call, rows.OrganizationOwnedRoles, json.TruthRole); break;
            case "organizations": ControlEndpoints.Stream(call, rows.Organizations, json.TruthOrganization); break;
            case "role-assignments": ControlEndpoints.Stream(call, rows.RoleAssignments, json.TruthRoleAssignment); break;
            case "memberships": ControlEndpoints.Stream(call, rows.Memberships, json.TruthMembership); break;
            case "groups": ControlEndpoints.Stream(call, rows.Groups, json.TruthGroup); break;
            case "group-members": ControlEndpoints.Stream(call, rows.GroupMembers, json.TruthGroupMember); break;
            case "group-roles": ControlEndpoints.Stream(call, rows.GroupRoles, json.TruthGroupRole); break;
            case "organization-group-roles": ControlEndpoints.Stream(call, rows.OrganizationGroupRoles, json.TruthOrganizationGroupRole); break;
            case "role-permissions": ControlEndpoints.Stream(call, rows.RolePermissions, json.TruthRoleScope); break;
            case "organization-owned-role-permissions": ControlEndpoints.Stream(call, rows.OrganizationOwnedRolePermissions, json.TruthRoleScope); break;
            case "user-permissions": ControlEndpoints.Stream(call, rows.UserPermissions, json.TruthUserScope); break;
            case "automatic-memberships": ControlEndpoints.Stream(call, rows.AutomaticMemberships, json.TruthAutomaticMembership); break;
            default: return false;
        }

        return true;
    }
}
