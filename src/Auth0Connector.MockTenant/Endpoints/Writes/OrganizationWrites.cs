using System.Text.Json;
using Auth0Connector.MockTenant.Data;
using Auth0Connector.MockTenant.Http;
using Auth0Connector.MockTenant.Limits;

namespace Auth0Connector.MockTenant.Endpoints.Writes;

/// <summary>Members of organizations, ten a call, and their roles inside (reference, section 5).</summary>
internal sealed class OrganizationWrites(TenantModel model)
{
    private const int MostMembers = 10;
    private const int MostRoles = 50;

    public void AddTo(RouteTable routes)
    {
        routes.Write(model, "POST", "organizations/{id}/members", ScopeRule.Any("create:organization_members"), LimitGroup.MemberWrites, AddMembers);
        routes.Write(model, "DELETE", "organizations/{id}/members", ScopeRule.Any("delete:organization_members"), LimitGroup.MemberWrites, RemoveMembers);
        routes.Write(
            model,
            "POST",
            "organizations/{id}/members/{user_id}/roles",
            ScopeRule.Any("create:organization_member_roles"),
            LimitGroup.MemberRoleWrites,
            (call, body) => ChangeRoles(call, body, isGrant: true));
        routes.Write(
            model,
            "DELETE",
            "organizations/{id}/members/{user_id}/roles",
            ScopeRule.Any("delete:organization_member_roles"),
            LimitGroup.MemberRoleWrites,
            (call, body) => ChangeRoles(call, body, isGrant: false));
    }

    private void AddMembers(ApiCall call, JsonElement body)
    {
        if (!TryFind(call, out var organization) || !call.TryReadTexts(body, "members", MostMembers, out var ids))
        {
            return;
        }

        var users = ids.ConvertAll(model.Users.Find);
        if (users.TrueForAll(model.Users.Exists))
        {
            model.Organizations.ChangeMembers(organization, users, []);
            call.Done();
        }
        else
        {
            call.Fail(400, "One of the users does not exist.", "inexistent_user");
        }
    }

    private void RemoveMembers(ApiCall call, JsonElement body)
    {
        if (TryFind(call, out var organization) && call.TryReadTexts(body, "members", MostMembers, out var ids))
        {
            model.Organizations.ChangeMembers(organization, [], ids.ConvertAll(model.Users.Find));
            call.Done();
        }
    }

    private void ChangeRoles(ApiCall call, JsonElement body, bool isGrant)
    {
        if (!TryFind(call, out var organization) || !call.TryReadTexts(body, "roles", MostRoles, out var ids))
        {
            return;
        }

        var user = model.Users.Find(call.Values[1]);
        if (user < 0 || model.Organizations.MembersOf(organization).IndexOf(user) < 0)
        {
            call.NotFound("The user is not a member of the organization.");
            return;
        }

        var roles = ids.ConvertAll(id => model.Organizations.RoleNumber(organization, id));
        if (roles.Contains(-1))
        {
            call.NotFound("The role does not exist.", "inexistent_role");
        }
        else if (isGrant && model.Organizations.RolesOf(organization, user).Select(x => x.Id).Union(ids).Count() > MostRoles)
        {
            call.Fail(409, $"A member can have at most {MostRoles} roles.", "max_roles_reached");
        }
        else
        {
            model.Organizations.ChangeRoles(organization, user, isGrant ? roles : [], isGrant ? [] : roles);
            call.Done();
        }
    }

    private bool TryFind(ApiCall call, out int organization)
    {
        organization = model.Organizations.Find(call.Values[0]);
        if (organization < 0)
        {
            call.NotFound("No organization found by that id or name");
        }

        return organization >= 0;
    }
}
