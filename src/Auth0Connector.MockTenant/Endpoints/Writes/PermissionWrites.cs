using System.Text.Json;
using Auth0Connector.MockTenant.Data;
using Auth0Connector.MockTenant.Http;
using Auth0Connector.MockTenant.Limits;

namespace Auth0Connector.MockTenant.Endpoints.Writes;

/// <summary>Permissions given to people and to roles (reference, section 5).</summary>
internal sealed class PermissionWrites(TenantModel model)
{
    public void AddTo(RouteTable routes)
    {
        var updateUsers = ScopeRule.Any("update:users");
        var updateRoles = ScopeRule.Any("update:roles");
        routes.Write(model, "POST", "users/{id}/permissions", updateUsers, LimitGroup.UserWrites, (call, body) => OfUser(call, body, isGrant: true));
        routes.Write(model, "DELETE", "users/{id}/permissions", updateUsers, LimitGroup.UserWrites, (call, body) => OfUser(call, body, isGrant: false));
        routes.Write(model, "POST", "roles/{id}/permissions", updateRoles, LimitGroup.Other, (call, body) => OfRole(call, body, isGrant: true));
        routes.Write(model, "DELETE", "roles/{id}/permissions", updateRoles, LimitGroup.Other, (call, body) => OfRole(call, body, isGrant: false));
    }

    private void OfUser(ApiCall call, JsonElement body, bool isGrant)
    {
        var user = model.Users.Find(call.Values[0]);
        if (!model.Users.Exists(user))
        {
            call.NotFound("The user does not exist.", "inexistent_user");
        }
        else if (TryRead(call, body, out var permissions))
        {
            model.Permissions.ChangeUser(user, isGrant ? permissions : [], isGrant ? [] : permissions);
            Answer(call, isGrant);
        }
    }

    private void OfRole(ApiCall call, JsonElement body, bool isGrant)
    {
        var role = model.Roles.Find(call.Values[0]);
        if (role < 0)
        {
            call.NotFound("The role does not exist.", "inexistent_role");
        }
        else if (TryRead(call, body, out var permissions))
        {
            model.Permissions.ChangeRole(role, isGrant ? permissions : [], isGrant ? [] : permissions);
            Answer(call, isGrant);
        }
    }

    private static void Answer(ApiCall call, bool isGrant)
    {
        if (isGrant)
        {
            call.DoneWithEmptyObject();
        }
        else
        {
            call.Done();
        }
    }

    private bool TryRead(ApiCall call, JsonElement body, out List<int> permissions)
    {
        permissions = [];
        if (!body.TryGetProperty("permissions", out var list) || list.ValueKind != JsonValueKind.Array)
        {
            call.InvalidBody("Payload validation error: 'Missing required property: permissions'.");
            return false;
        }

        foreach (var entry in list.EnumerateArray())
        {
            permissions.Add(model.Permissions.Find(Text(entry, "resource_server_identifier"), Text(entry, "permission_name")));
        }

        if (permissions.Contains(-1))
        {
            call.NotFound("The permission does not exist.", "inexistent_permission");
            return false;
        }

        return true;
    }

    private static string? Text(JsonElement entry, string name) =>
        entry.ValueKind == JsonValueKind.Object && entry.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
