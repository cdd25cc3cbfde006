using System.Text.Json;
using Auth0Connector.MockTenant.Data;
using Auth0Connector.MockTenant.Http;
using Auth0Connector.MockTenant.Limits;

namespace Auth0Connector.MockTenant.Endpoints.Writes;

/// <summary>Roles of people in the whole tenant (reference, section 5).</summary>
internal sealed class UserRoleWrites(TenantModel model)
{
    private const int MostRoles = 50;

    public void AddTo(RouteTable routes)
    {
        routes.Write(model, "POST", "users/{id}/roles", ScopeRule.Any("update:users", "create:role_members"), LimitGroup.UserWrites, Assign);
        routes.Write(model, "DELETE", "users/{id}/roles", ScopeRule.Any("update:users", "delete:role_members"), LimitGroup.UserWrites, Remove);
        routes.Write(model, "POST", "roles/{id}/users", ScopeRule.Any("update:roles", "create:role_members"), LimitGroup.Other, AssignMany);
    }

    private void Assign(ApiCall call, JsonElement body)
    {
        if (!TryRead(call, body, out var user, out var roles))
        {
            return;
        }

        if (model.Permissions.RolesOfUser(user).Union(roles).Count() > MostRoles)
        {
            call.Fail(400, $"A user can have at most {MostRoles} roles.", "max_roles_reached");
            return;
        }

        roles.ForEach(role => model.Roles.Change(role, [user], []));
        call.Done();
    }

    private void Remove(ApiCall call, JsonElement body)
    {
        if (TryRead(call, body, out var user, out var roles))
        {
            roles.ForEach(role => model.Roles.Change(role, [], [user]));
            call.Done();
        }
    }

    private void AssignMany(ApiCall call, JsonElement body)
    {
        if (!call.TryReadTexts(body, "users", 1000, out var ids))
        {
            return;
        }

        var role = model.Roles.Find(call.Values[0]);
        var users = ids.ConvertAll(model.Users.Find);
        if (role < 0 || !users.TrueForAll(model.Users.Exists))
        {
            call.NotFound(role < 0 ? "The role does not exist." : "One of the users does not exist.");
            return;
        }

        model.Roles.Change(role, users, []);
        call.Done(200);
    }

    private bool TryRead(ApiCall call, JsonElement body, out int user, out List<int> roles)
    {
        roles = [];
        user = model.Users.Find(call.Values[0]);
        if (!call.TryReadTexts(body, "roles", MostRoles, out var ids))
        {
            return false;
        }

        if (!model.Users.Exists(user))
        {
            call.NotFound("The user does not exist.", "inexistent_user");
            return false;
        }

        roles = ids.ConvertAll(model.Roles.Find);
        if (roles.Contains(-1))
        {
            call.NotFound("The role does not exist.", "inexistent_role");
            return false;
        }

        return true;
    }
}
