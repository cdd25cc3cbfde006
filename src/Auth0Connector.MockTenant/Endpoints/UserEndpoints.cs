using Auth0Connector.MockTenant.Data;
using Auth0Connector.MockTenant.Http;
using Auth0Connector.MockTenant.Limits;
using Auth0Connector.MockTenant.Paging;

namespace Auth0Connector.MockTenant.Endpoints;

/// <summary>One person and what the person holds (reference 4.1, 4.4). The search is elsewhere.</summary>
internal sealed class UserEndpoints(MockTenantOptions options, TenantModel model)
{
    private readonly UserRows _users = new(model);
    private readonly RoleRows _roles = new(model);

    public void AddTo(RouteTable routes)
    {
        var readUsers = ScopeRule.Any("read:users");
        routes.Get("users/{id}", readUsers, GetUser, LimitGroup.Users);
        routes.Get("users-by-email", readUsers, GetByEmail, LimitGroup.Users);
        routes.Get("users/{id}/roles", ScopeRule.All("read:users", "read:roles").Or("read:role_members"), GetRoles, LimitGroup.Users);
        routes.Get("users/{id}/permissions", readUsers, GetPermissions, LimitGroup.Users);
        routes.Get("users/{id}/organizations", ScopeRule.Any("read:organizations"), GetOrganizations, LimitGroup.UserOrganizations);
    }

    /// <summary>The person in the path; false when the answer is the 404.</summary>
    private bool TryFind(ApiCall call, out int user)
    {
        user = model.Users.Find(call.Values[0]);
        if (model.Users.Exists(user))
        {
            return true;
        }

        call.NotFound("The user does not exist.", "inexistent_user");
        return false;
    }

    private void GetUser(ApiCall call)
    {
        if (TryFind(call, out var user))
        {
            model.UserJson.Append(call.Body, user, UserRows.Select(new FieldFilter(call.Target)));
        }
    }

    private void GetByEmail(ApiCall call)
    {
        if (call.Target["email"] is not { Length: > 0 } email)
        {
            call.InvalidQuery("Query validation error: 'Missing required property: email'.");
            return;
        }

        var selection = UserRows.Select(new FieldFilter(call.Target));
        call.WriteJson(writer =>
        {
            writer.WriteStartArray();
            foreach (var user in model.Users.FindByEmail(email))
            {
                _users.Write(writer, user, selection);
            }

            writer.WriteEndArray();
        });
    }

    private void GetRoles(ApiCall call)
    {
        if (TryFind(call, out var user))
        {
            PageAnswer.Write(call, "roles", PagingRules.Offset, model.Permissions.RolesOfUser(user), _roles.Write);
        }
    }

    private void GetPermissions(ApiCall call)
    {
        if (!TryFind(call, out var user))
        {
            return;
        }

        var sources = new SortedDictionary<int, List<int>>();
        foreach (var permission in model.Permissions.DirectOf(user))
        {
            sources[permission] = [-1];
        }

        foreach (var role in model.Permissions.RolesOfUser(user))
        {
            var set = model.Permissions.OfRole(role);
            for (var position = 0; position < set.Count; position++)
            {
                var permission = set.At(position);
                if (!sources.TryGetValue(permission, out var list))
                {
                    sources[permission] = list = [];
                }

                list.Add(role);
            }
        }

        PageAnswer.Write(call, "permissions", PagingRules.Offset, sources, (writer, row) =>
        {
            _roles.StartPermission(writer, row.Key);
            writer.WriteStartArray("sources");
            foreach (var role in row.Value)
            {
                writer.WriteStartObject();
                writer.WriteString("source_id", role < 0 ? "" : model.Roles.IdAt(role));
                writer.WriteString("source_name", role < 0 ? "" : model.Roles.NameOf(role));
                writer.WriteString("source_type", role < 0 ? "DIRECT" : "ROLE");
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        });
    }

    private void GetOrganizations(ApiCall call)
    {
        if (TryFind(call, out var user))
        {
            var held = model.Organizations.Existing
                .Where(x => model.Organizations.MembersOf(x).IndexOf(user) >= 0);
            var rules = PagingRules.Uncapped with { TotalIsWrong = options.Oddities };
            PageAnswer.Write(call, "organizations", rules, held, (writer, row) => OrganizationRows.Write(writer, model, row));
        }
    }
}
