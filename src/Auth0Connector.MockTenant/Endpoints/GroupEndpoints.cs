using System.Text.Json;
using Auth0Connector.MockTenant.Data;
using Auth0Connector.MockTenant.Http;
using Auth0Connector.MockTenant.Paging;

namespace Auth0Connector.MockTenant.Endpoints;

/// <summary>Enterprise groups, their members and their roles (reference 4.4 to 4.6).</summary>
internal sealed class GroupEndpoints(MockTenantOptions options, TenantModel model)
{
    private const string Since = "2025-03-01T09:00:00.000Z";

    private readonly RoleRows _roles = new(model);

    public void AddTo(RouteTable routes)
    {
        Add(routes, "groups", ScopeRule.Any("read:groups"), List);
        Add(routes, "groups/{id}", ScopeRule.Any("read:groups"), Get);
        Add(routes, "groups/{id}/members", ScopeRule.Any("read:group_members"), ListMembers);
        Add(routes, "groups/{id}/roles", ScopeRule.Any("read:group_roles"), ListRoles);
        Add(routes, "roles/{id}/groups", ScopeRule.Any("read:group_roles"), ListOfRole);
        Add(routes, "users/{id}/groups", ScopeRule.Any("read:groups"), ListOfUser);
        Add(routes, "organizations/{id}/groups", ScopeRule.Any("read:organization_groups"), ListOfOrganization);
        Add(
            routes,
            "organizations/{id}/groups/{group_id}/roles",
            ScopeRule.Any("read:organization_group_roles"),
            ListRolesInOrganization);
        Add(
            routes,
            "organizations/{id}/roles/{role_id}/groups",
            ScopeRule.All("read:roles", "read:organization_groups"),
            ListOfRoleInOrganization);
    }

    // A plan without the feature answers 403 whatever the scopes.
    private void Add(RouteTable routes, string template, ScopeRule scopes, Action<ApiCall> handle) =>
        routes.Get(template, options.GroupsFeature ? scopes : ScopeRule.None, call =>
        {
            if (options.GroupsFeature)
            {
                handle(call);
            }
            else
            {
                call.Fail(403, "This feature is not available on your plan.", "insufficient_entitlement");
            }
        });

    private void List(ApiCall call) =>
        PageAnswer.Write(call, "groups", PagingRules.Both, All(), WriteGroup);

    private void Get(ApiCall call)
    {
        if (TryFindGroup(call, 0, out var group))
        {
            call.WriteJson(writer => WriteGroup(writer, group));
        }
    }

    private void ListMembers(ApiCall call)
    {
        if (!TryFindGroup(call, 0, out var group))
        {
            return;
        }

        var nested = model.Groups.NestedIn(group);
        var groups = nested < 0 ? 0 : 1;
        var users = model.Groups.UsersOf(group);
        PageAnswer.Write(call, "members", PagingRules.Checkpoint, groups + users.Count, (writer, position) =>
        {
            var isGroup = position < groups;
            writer.WriteStartObject();
            writer.WriteString(
                "id", isGroup ? model.Groups.IdAt(nested) : model.Users.IdOf(users.At(position - groups)));
            writer.WriteString("member_type", isGroup ? "group" : "user");
            writer.WriteString("type", "connection");
            writer.WriteString("connection_id", model.Connections.IdAt(4));
            writer.WriteString("created_at", Since);
            writer.WriteEndObject();
        });
    }

    private void ListRoles(ApiCall call)
    {
        if (TryFindGroup(call, 0, out var group))
        {
            PageAnswer.Write(call, "roles", PagingRules.Checkpoint, model.Groups.RolesOf(group), _roles.Write);
        }
    }

    private void ListOfRole(ApiCall call)
    {
        if (TryFindRole(call, 0, out var role))
        {
            var holders = All().Where(x => model.Groups.RolesOf(x).Contains(role));
            PageAnswer.Write(call, "groups", PagingRules.Checkpoint, holders, WriteGroup);
        }
    }

    private void ListOfUser(ApiCall call)
    {
        var user = model.Users.Find(call.Values[0]);
        if (!model.Users.Exists(user))
        {
            call.NotFound("The user does not exist.", "inexistent_user");
            return;
        }

        var groups = All().Where(x => model.Groups.UsersOf(x).IndexOf(user) >= 0);
        PageAnswer.Write(call, "groups", PagingRules.Both, groups, WriteGroup);
    }

    private void ListOfOrganization(ApiCall call)
    {
        if (TryFindOrganization(call, out var organization))
        {
            PageAnswer.Write(call, "groups", PagingRules.Checkpoint, model.Groups.GroupsIn(organization), WriteGroup);
        }
    }

    private void ListRolesInOrganization(ApiCall call)
    {
        if (TryFindOrganization(call, out var organization) && TryFindGroup(call, 1, out var group))
        {
            PageAnswer.Write(call, "roles", PagingRules.Checkpoint, model.Groups.RolesIn(organization, group), _roles.Write);
        }
    }

    private void ListOfRoleInOrganization(ApiCall call)
    {
        if (TryFindOrganization(call, out var organization) && TryFindRole(call, 1, out var role))
        {
            var holders = model.Groups.GroupsIn(organization)
                .Where(x => model.Groups.RolesIn(organization, x).Contains(role));
            PageAnswer.Write(call, "groups", PagingRules.Checkpoint, holders, WriteGroup);
        }
    }

    private IReadOnlyList<int> All() => model.Groups.Existing;

    private void WriteGroup(Utf8JsonWriter writer, int group)
    {
        var organization = model.Groups.OrganizationOf(group);
        writer.WriteStartObject();
        writer.WriteString("id", model.Groups.IdAt(group));
        writer.WriteString("name", GroupModel.NameOf(group));
        writer.WriteString("tenant_name", "mock");
        if (organization >= 0)
        {
            writer.WriteString("organization_id", model.Organizations.IdAt(organization));
        }
        else
        {
            writer.WriteString("connection_id", model.Connections.IdAt(4));
            writer.WriteString("external_id", $"cn=group{group},ou=groups,dc=corp,dc=example");
        }

        writer.WriteString("created_at", Since);
        writer.WriteString("updated_at", Since);
        writer.WriteEndObject();
    }

    private bool TryFindGroup(ApiCall call, int value, out int group) =>
        Found(call, group = model.Groups.Find(call.Values[value]), "The group does not exist.");

    private bool TryFindRole(ApiCall call, int value, out int role) =>
        Found(call, role = model.Roles.Find(call.Values[value]), "The role does not exist.");

    private bool TryFindOrganization(ApiCall call, out int organization) => Found(
        call, organization = model.Organizations.Find(call.Values[0]), "No organization found by that id or name");

    private static bool Found(ApiCall call, int index, string message)
    {
        if (index < 0)
        {
            call.NotFound(message);
        }

        return index >= 0;
    }
}
