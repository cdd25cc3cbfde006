using System.Text.Json;
using Auth0Connector.MockTenant.Data;
using Auth0Connector.MockTenant.Http;
using Auth0Connector.MockTenant.Limits;

namespace Auth0Connector.MockTenant.Endpoints.Writes;

/// <summary>Roles of groups, in the whole tenant and inside organizations (reference, section 5).</summary>
internal sealed class GroupRoleWrites(MockTenantOptions options, TenantModel model)
{
    private const int MostRoles = 10;
    private const int MostGroups = 50;

    public void AddTo(RouteTable routes)
    {
        Add(routes, "POST", "groups/{id}/roles", "create:group_roles", OfTenant);
        Add(routes, "DELETE", "groups/{id}/roles", "delete:group_roles", OfTenant);
        Add(routes, "POST", "roles/{id}/groups", "create:group_roles", OfRole);
        Add(routes, "DELETE", "roles/{id}/groups", "delete:group_roles", OfRole);
        Add(routes, "POST", "organizations/{id}/groups/{group_id}/roles", "create:organization_group_roles", OfOrganization);
        Add(routes, "DELETE", "organizations/{id}/groups/{group_id}/roles", "delete:organization_group_roles", OfOrganization);
    }

    private void Add(RouteTable routes, string method, string template, string scope, Action<ApiCall, JsonElement, bool> handle) =>
        routes.Write(model, method, template, options.GroupsFeature ? ScopeRule.Any(scope) : ScopeRule.None, LimitGroup.Other, (call, body) =>
        {
            if (options.GroupsFeature)
            {
                handle(call, body, method == "POST");
            }
            else
            {
                call.Fail(403, "This feature is not available on your plan.", "insufficient_entitlement");
            }
        });

    private void OfTenant(ApiCall call, JsonElement body, bool isGrant)
    {
        var group = model.Groups.Find(call.Values[0]);
        if (!TryRead(call, body, group, out var roles))
        {
            return;
        }

        if (isGrant && model.Groups.RolesOf(group).Union(roles).Count() > MostRoles)
        {
            call.Fail(409, $"A group can have at most {MostRoles} roles.", "max_roles_reached");
            return;
        }

        model.Groups.ChangeRoles(group, isGrant ? roles : [], isGrant ? [] : roles);
        call.Done();
    }

    private void OfRole(ApiCall call, JsonElement body, bool isGrant)
    {
        if (!call.TryReadTexts(body, "groups", MostGroups, out var ids))
        {
            return;
        }

        var role = model.Roles.Find(call.Values[0]);
        var groups = ids.ConvertAll(model.Groups.Find);
        if (role < 0 || groups.Contains(-1))
        {
            call.NotFound(role < 0 ? "The role does not exist." : "The group does not exist.");
        }
        else if (isGrant && groups.Exists(group => model.Groups.RolesOf(group).Append(role).Distinct().Count() > MostRoles))
        {
            call.Fail(409, $"A group can have at most {MostRoles} roles.", "max_roles_reached");
        }
        else
        {
            groups.ForEach(group => model.Groups.ChangeRoles(group, isGrant ? [role] : [], isGrant ? [] : [role]));
            call.Done();
        }
    }

    private void OfOrganization(ApiCall call, JsonElement body, bool isGrant)
    {
        var organization = model.Organizations.Find(call.Values[0]);
        if (organization < 0)
        {
            call.NotFound("No organization found by that id or name");
        }
        else if (model.Groups.Find(call.Values[1]) is var group && TryRead(call, body, group, out var roles))
        {
            model.Groups.ChangeRolesIn(organization, group, isGrant ? roles : [], isGrant ? [] : roles);
            call.Done();
        }
    }

    private bool TryRead(ApiCall call, JsonElement body, int group, out List<int> roles)
    {
        roles = [];
        if (!call.TryReadTexts(body, "roles", MostRoles, out var ids))
        {
            return false;
        }

        roles = ids.ConvertAll(model.Roles.Find);
        if (group < 0 || roles.Contains(-1))
        {
            call.NotFound(group < 0 ? "The group does not exist." : "The role does not exist.");
            return false;
        }

        return true;
    }
}
