using System.Net;

namespace Auth0Connector.MockTenant.Tests;

public sealed class GroupTests
{
    [Fact]
    public async Task Groups_members_and_roles_are_the_truth()
    {
        await using var tenant = await TenantClient.StartAsync();
        var members = new List<TruthGroupMember>();
        var roles = new List<TruthGroupRole>();

        var (groups, _) = await tenant.TakeAllAsync("groups", "groups", take: 3);
        foreach (var group in groups.Select(x => x.GetProperty("id").GetString()!))
        {
            var (inGroup, _) = await tenant.TakeAllAsync($"groups/{group}/members", "members", take: 5);
            members.AddRange(inGroup.Select(x => new TruthGroupMember(
                group, x.GetProperty("id").GetString()!, x.GetProperty("member_type").GetString()!)));
            var (held, _) = await tenant.TakeAllAsync($"groups/{group}/roles", "roles");
            roles.AddRange(held.Select(x => new TruthGroupRole(group, x.GetProperty("id").GetString()!)));
        }

        Assert.Equal(tenant.Truth.Groups.Select(x => x.Id), groups.Select(x => x.GetProperty("id").GetString()));
        Assert.Equal(tenant.Truth.GroupMembers, members);
        Assert.Equal(tenant.Truth.GroupRoles, roles);
        Assert.NotEmpty(roles);
    }

    [Fact]
    public async Task Groups_nest_three_deep_and_two_hold_each_other()
    {
        await using var tenant = await TenantClient.StartAsync();
        var ids = tenant.Truth.Groups.Select(x => x.Id).ToList();
        var nested = tenant.Truth.GroupMembers.Where(x => x.MemberType == "group")
            .Select(x => (ids.IndexOf(x.GroupId), ids.IndexOf(x.MemberId)));

        Assert.Equal([(0, 1), (1, 2), (3, 4), (4, 3)], nested);
        Assert.DoesNotContain(tenant.Truth.GroupMembers, x => x.GroupId == ids[5]);
    }

    [Fact]
    public async Task Both_views_of_roles_that_groups_hold_agree()
    {
        await using var tenant = await TenantClient.StartAsync();
        var byRole = new List<TruthGroupRole>();
        var inOrganizations = new List<TruthOrganizationGroupRole>();

        foreach (var role in tenant.Truth.Roles)
        {
            var (groups, _) = await tenant.TakeAllAsync($"roles/{role.Id}/groups", "groups");
            byRole.AddRange(groups.Select(x => new TruthGroupRole(x.GetProperty("id").GetString()!, role.Id)));
        }

        foreach (var organization in tenant.Truth.Organizations)
        {
            var (groups, _) = await tenant.TakeAllAsync($"organizations/{organization.Id}/groups", "groups");
            foreach (var group in groups.Select(x => x.GetProperty("id").GetString()!))
            {
                var (roles, _) = await tenant.TakeAllAsync($"organizations/{organization.Id}/groups/{group}/roles", "roles");
                foreach (var role in roles.Select(x => x.GetProperty("id").GetString()!))
                {
                    inOrganizations.Add(new(organization.Id, group, role));
                    var (holders, _) = await tenant.TakeAllAsync($"organizations/{organization.Id}/roles/{role}/groups", "groups");
                    Assert.Contains(holders, x => x.GetProperty("id").GetString() == group);
                }
            }
        }

        Assert.Equal(tenant.Truth.GroupRoles.ToHashSet(), byRole.ToHashSet());
        Assert.Equal(tenant.Truth.OrganizationGroupRoles, inOrganizations);
        Assert.NotEmpty(inOrganizations);
    }

    [Fact]
    public async Task Plan_without_groups_answers_403_insufficient_entitlement()
    {
        await using var tenant = await TenantClient.StartAsync(new() { GroupsFeature = false, Scopes = [] });

        foreach (var path in new[] { "groups", "groups/x/members", "roles/x/groups", "organizations/x/groups" })
        {
            var error = await tenant.GetErrorAsync(path, HttpStatusCode.Forbidden);
            Assert.Equal("insufficient_entitlement", error.GetProperty("errorCode").GetString());
        }
    }
}
