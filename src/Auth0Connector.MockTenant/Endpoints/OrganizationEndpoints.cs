using System.Text.Json;
using Auth0Connector.MockTenant.Data;
using Auth0Connector.MockTenant.Http;
using Auth0Connector.MockTenant.Limits;
using Auth0Connector.MockTenant.Paging;
using Auth0Connector.MockTenant.Users;

namespace Auth0Connector.MockTenant.Endpoints;

/// <summary>Organizations, their members, and the roles held inside (reference 4.5).</summary>
internal sealed class OrganizationEndpoints(TenantModel model)
{
    private const string MemberRolesScope = "read:organization_member_roles";

    private readonly UserRows _users = new(model);

    public void AddTo(RouteTable routes)
    {
        var read = ScopeRule.Any("read:organizations");
        routes.Get("organizations", read, List, LimitGroup.Organizations);
        routes.Get("organizations/{id}", read, Get, LimitGroup.Organization);
        routes.Get("organizations/name/{name}", read, GetByName, LimitGroup.Organization);
        routes.Get(
            "organizations/{id}/members",
            ScopeRule.Any("read:organization_members"),
            ListMembers,
            LimitGroup.OrganizationMembers);
        routes.Get(
            "organizations/{id}/members/{user_id}/roles", ScopeRule.Any(MemberRolesScope), ListMemberRoles, LimitGroup.MemberRoles);
        routes.Get(
            "organizations/{id}/roles/{role_id}/members",
            ScopeRule.All("read:roles", "read:organization_members"),
            ListRoleMembers,
            LimitGroup.OrganizationMembers);
    }

    private void List(ApiCall call) => PageAnswer.Write(
        call,
        "organizations",
        PagingRules.Both,
        model.Organizations.Existing,
        (writer, organization) => OrganizationRows.Write(writer, model, organization));

    private void Get(ApiCall call)
    {
        if (TryFind(call, out var organization))
        {
            call.WriteJson(writer => OrganizationRows.Write(writer, model, organization));
        }
    }

    private void GetByName(ApiCall call)
    {
        var organization = model.Organizations.Existing
            .FirstOrDefault(x => model.Organizations.NameOf(x) == call.Values[0], -1);
        if (organization < 0)
        {
            call.NotFound("No organization found by that id or name");
            return;
        }

        call.WriteJson(writer => OrganizationRows.Write(writer, model, organization));
    }

    private void ListMembers(ApiCall call)
    {
        var filter = new FieldFilter(call.Target);
        var withRoles = filter.AsksFor("roles");
        if (withRoles && !call.Scopes.Contains(MemberRolesScope))
        {
            call.Fail(403, ScopeRule.Any(MemberRolesScope).Message, "insufficient_scope");
            return;
        }

        if (!TryFind(call, out var organization))
        {
            return;
        }

        var set = model.Organizations.ListedMembersOf(organization);
        var selection = UserSelection.Only(UserRows.MemberFields.Where(filter.Wants));
        var rules = PagingRules.Both with { AlwaysNext = true };
        PageAnswer.Write(call, "members", rules, set.Count, (writer, position) =>
        {
            if (!withRoles)
            {
                _users.Write(writer, set.At(position), selection);
                return;
            }

            var buffer = new Utf8Buffer(512);
            model.UserJson.Append(buffer, set.At(position), selection);
            buffer.Truncate(buffer.Length - 1);
            buffer.Append(buffer.Length > 1 ? ",\"roles\":"u8 : "\"roles\":"u8);
            using (var roles = new Utf8JsonWriter(buffer))
            {
                WriteRoles(roles, organization, set.At(position));
            }

            buffer.Append((byte)'}');
            writer.WriteRawValue(buffer.Written, skipInputValidation: true);
        });
    }

    private void WriteRoles(Utf8JsonWriter writer, int organization, int user)
    {
        writer.WriteStartArray();
        foreach (var (id, name) in model.Organizations.RolesOf(organization, user))
        {
            writer.WriteStartObject();
            writer.WriteString("id", id);
            writer.WriteString("name", name);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private void ListMemberRoles(ApiCall call)
    {
        if (!TryFind(call, out var organization))
        {
            return;
        }

        var user = model.Users.Find(call.Values[1]);
        var position = user < 0 ? -1 : model.Organizations.MembersOf(organization).IndexOf(user);
        if (position < 0)
        {
            call.NotFound("The user is not a member of the organization.");
            return;
        }

        PageAnswer.Write(
            call,
            "roles",
            PagingRules.Offset,
            model.Organizations.RolesOf(organization, user),
            (writer, role) =>
            {
                writer.WriteStartObject();
                writer.WriteString("id", role.Id);
                writer.WriteString("name", role.Name);
                writer.WriteEndObject();
            });
    }

    private void ListRoleMembers(ApiCall call)
    {
        if (!TryFind(call, out var organization))
        {
            return;
        }

        var role = call.Values[1];
        if (model.Roles.Find(role) < 0 && model.Organizations.OwnerOf(role) != organization)
        {
            call.NotFound("The role does not exist.", "inexistent_role");
            return;
        }

        var set = model.Organizations.MembersOf(organization);
        var holders = Enumerable.Range(0, set.Count)
            .Where(x => model.Organizations.RolesOf(organization, set.At(x)).Any(held => held.Id == role));
        PageAnswer.Write(
            call, "members", PagingRules.Checkpoint, holders, (writer, x) => _users.WriteMember(writer, set.At(x)));
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
