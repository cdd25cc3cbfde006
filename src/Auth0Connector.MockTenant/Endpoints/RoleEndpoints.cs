using Auth0Connector.MockTenant.Data;
using Auth0Connector.MockTenant.Http;
using Auth0Connector.MockTenant.Paging;

namespace Auth0Connector.MockTenant.Endpoints;

/// <summary>Roles, who is in them and what they may do (reference 4.4).</summary>
internal sealed class RoleEndpoints(TenantModel model)
{
    private readonly UserRows _users = new(model);
    private readonly RoleRows _roles = new(model);

    public void AddTo(RouteTable routes)
    {
        var readRoles = ScopeRule.Any("read:roles");
        routes.Get("roles", readRoles, List);
        routes.Get("roles/{id}", readRoles, Get);
        routes.Get("roles/{id}/permissions", readRoles, ListPermissions);
        routes.Get("roles/{id}/users", ScopeRule.All("read:users", "read:roles").Or("read:role_members"), ListUsers);
    }

    private void List(ApiCall call)
    {
        var type = call.Target["type"];
        if (type == "organization")
        {
            ListOwned(call);
            return;
        }

        if (type is not (null or "tenant"))
        {
            call.InvalidQuery($"Query validation error: 'Invalid value \"{type}\"' on property type.");
            return;
        }

        var found = call.Target["name_filter"] is { Length: > 0 } filter
            ? model.Roles.Existing.Where(x => model.Roles.NameOf(x).Contains(filter, StringComparison.OrdinalIgnoreCase))
            : model.Roles.Existing;
        PageAnswer.Write(call, "roles", PagingRules.Both, found, type is null ? _roles.Write : _roles.WriteTyped);
    }

    private void ListOwned(ApiCall call)
    {
        if (call.Target["owner_id"] is not { } owner)
        {
            call.InvalidQuery("Query validation error: 'owner_id is required when type is organization'.");
            return;
        }

        var organization = model.Organizations.Find(owner);
        int[] owned = organization >= 0 && model.Organizations.OwnedRoleOf(organization) is not null ? [organization] : [];
        PageAnswer.Write(call, "roles", PagingRules.Both, owned, _roles.WriteOwned);
    }

    private void Get(ApiCall call)
    {
        var owner = model.Organizations.OwnerOf(call.Values[0]);
        if (owner >= 0)
        {
            call.WriteJson(writer => _roles.WriteOwned(writer, owner));
        }
        else if (TryFind(call, out var role))
        {
            call.WriteJson(writer => _roles.Write(writer, role));
        }
    }

    private void ListPermissions(ApiCall call)
    {
        var owner = model.Organizations.OwnerOf(call.Values[0]);
        var role = 0;
        if (owner < 0 && !TryFind(call, out role))
        {
            return;
        }

        var set = owner >= 0 ? model.Permissions.OfOwnedRole(owner) : model.Permissions.OfRole(role);
        PageAnswer.Write(call, "permissions", PagingRules.Offset, set.Count, (writer, position) =>
        {
            _roles.StartPermission(writer, set.At(position));
            writer.WriteEndObject();
        });
    }

    private void ListUsers(ApiCall call)
    {
        if (TryFind(call, out var role))
        {
            var set = model.Roles.MembersOf(role);
            var rules = PagingRules.Both with { LowersSize = true };
            PageAnswer.Write(call, "users", rules, set.Count, (writer, position) => _users.WriteMember(writer, set.At(position)));
        }
    }

    private bool TryFind(ApiCall call, out int role)
    {
        role = model.Roles.Find(call.Values[0]);
        if (role < 0)
        {
            call.NotFound("The role does not exist.", "inexistent_role");
        }

        return role >= 0;
    }
}
