using System.Globalization;
using System.Text.Json;
using Auth0Connector.MockTenant.Data;
using Auth0Connector.MockTenant.Endpoints.Writes;

namespace Auth0Connector.MockTenant.Churn;

/// <summary>Makes one change of the tenant; what it is about comes from the change, or is chosen by a hash.</summary>
internal sealed class Churner(MockTenantOptions options, TenantModel model)
{
    // Never the last ones: a tenant without anything would prove nothing.
    private const int Fewest = 3;

    private int _people;

    public void Apply(MockChange change, ulong hash)
    {
        var choice = new ChurnChoice(model, change, hash);
        switch (change.Kind)
        {
            case MockChangeKind.CreateUser: CreateUser(hash); break;
            case MockChangeKind.DeleteUser when model.Users.Existing.Skip(Fewest).Any(): DeleteUser(choice.User()); break;
            case MockChangeKind.CreateRole: model.Roles.Things.Create(); break;
            case MockChangeKind.DeleteRole when model.Roles.Existing.Count > Fewest: model.Roles.Delete(choice.Role()); break;
            case MockChangeKind.CreateOrganization: model.Organizations.Things.Create(); break;
            case MockChangeKind.DeleteOrganization when model.Organizations.Existing.Count > Fewest: model.Organizations.Things.Delete(choice.Organization()); break;
            case MockChangeKind.CreateGroup: model.Groups.Things.Create(); break;
            case MockChangeKind.DeleteGroup when model.Groups.Existing.Count > Fewest: model.Groups.Things.Delete(choice.Group()); break;
            case MockChangeKind.AddRoleMember or MockChangeKind.RemoveRoleMember or MockChangeKind.MoveRoleMember when model.Roles.Existing.Count > 0:
                ChangeRole(change.Kind, choice);
                break;
            case MockChangeKind.AddRolePermission or MockChangeKind.RemoveRolePermission when model.Roles.Existing.Count > 0 && model.Permissions.Count > 0:
                ChangePermissions(change.Kind, choice);
                break;
            case MockChangeKind.AddMember or MockChangeKind.RemoveMember or MockChangeKind.MoveMember when model.Organizations.Existing.Count > 0:
                ChangeOrganization(change.Kind, choice);
                break;
            case MockChangeKind.AddMemberRole or MockChangeKind.RemoveMemberRole when model.Organizations.Existing.Count > 0 && model.Roles.Existing.Count > 0:
                ChangeMemberRoles(change.Kind, choice);
                break;
            case MockChangeKind.AddGroupMember or MockChangeKind.RemoveGroupMember or MockChangeKind.ChangeGroupRole when model.Groups.Existing.Count > 0:
                ChangeGroup(change.Kind, choice);
                break;
            case MockChangeKind.ChangeUserPermission when model.Permissions.Count > 0:
                var user = choice.User();
                int[] permission = [choice.Permission()];
                model.Permissions.ChangeUser(user, model.Permissions.DirectOf(user).Any() ? [] : permission, [.. model.Permissions.DirectOf(user)]);
                break;
            default:
                break;
        }
    }

    private void CreateUser(ulong hash)
    {
        var number = _people++;
        var body = string.Create(
            CultureInfo.InvariantCulture,
            $$"""{"connection":"Username-Password-Authentication","password":"-","user_id":"{{hash:x16}}{{number:x8}}","email":"new{{number}}@churn.example","name":"New Person {{number}}"}""");
        using var document = JsonDocument.Parse(body);
        _ = NewAccount.TryRead(document.RootElement, options.Clock.GetUtcNow(), out var account);
        model.Users.Changes.Create(account!.ToUser());
    }

    private void DeleteUser(int user)
    {
        foreach (var group in model.Groups.Existing.Where(x => model.Groups.UsersOf(x).IndexOf(user) >= 0).ToList())
        {
            model.Groups.ChangeMembers(group, [], [user]);
        }

        model.DeleteUser(user);
    }

    private void ChangeRole(MockChangeKind kind, ChurnChoice choice)
    {
        var role = choice.Role();
        if (kind == MockChangeKind.AddRoleMember)
        {
            model.Roles.Change(role, [choice.OtherUser()], []);
        }
        else if (choice.Member(model.Roles.MembersOf(role)) is >= 0 and var member)
        {
            model.Roles.Change(role, [], [member]);
            if (kind == MockChangeKind.MoveRoleMember)
            {
                model.Roles.Change(choice.SecondRole(), [member], []);
            }
        }
    }

    private void ChangePermissions(MockChangeKind kind, ChurnChoice choice)
    {
        var role = choice.Role();
        if (kind == MockChangeKind.AddRolePermission)
        {
            model.Permissions.ChangeRole(role, [choice.Permission()], []);
        }
        else if (choice.Any(model.Permissions.OfRole(role)) is >= 0 and var permission)
        {
            model.Permissions.ChangeRole(role, [], [permission]);
        }
    }

    private void ChangeOrganization(MockChangeKind kind, ChurnChoice choice)
    {
        var organization = choice.Organization();
        if (kind == MockChangeKind.AddMember)
        {
            model.Organizations.ChangeMembers(organization, [choice.OtherUser()], []);
        }
        else if (choice.Member(model.Organizations.MembersOf(organization)) is >= 0 and var member)
        {
            model.Organizations.ChangeMembers(organization, [], [member]);
            if (kind == MockChangeKind.MoveMember)
            {
                model.Organizations.ChangeMembers(choice.SecondOrganization(), [member], []);
            }
        }
    }

    private void ChangeMemberRoles(MockChangeKind kind, ChurnChoice choice)
    {
        var organization = choice.Organization();
        if (choice.Member(model.Organizations.MembersOf(organization)) is >= 0 and var member)
        {
            int[] roles = kind == MockChangeKind.AddMemberRole ? [choice.SecondRole()] : [];
            int[] lost = [.. model.Organizations.RolesOf(organization, member).Take(1).Select(x => model.Organizations.RoleNumber(organization, x.Id))];
            model.Organizations.ChangeRoles(organization, member, roles, kind == MockChangeKind.AddMemberRole ? [] : lost);
        }
    }

    private void ChangeGroup(MockChangeKind kind, ChurnChoice choice)
    {
        var group = choice.Group();
        if (kind == MockChangeKind.AddGroupMember)
        {
            model.Groups.ChangeMembers(group, [choice.OtherUser()], []);
        }
        else if (kind == MockChangeKind.RemoveGroupMember && choice.Member(model.Groups.UsersOf(group)) is >= 0 and var member)
        {
            model.Groups.ChangeMembers(group, [], [member]);
        }
        else if (kind == MockChangeKind.ChangeGroupRole && model.Roles.Existing.Count > 0)
        {
            var held = model.Groups.RolesOf(group).ToList();
            model.Groups.ChangeRoles(group, held.Count > 0 ? [] : [choice.SecondRole()], held);
        }
    }
}
