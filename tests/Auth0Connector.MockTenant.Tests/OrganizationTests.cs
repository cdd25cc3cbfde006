using System.Net;

namespace Auth0Connector.MockTenant.Tests;

public sealed class OrganizationTests
{
    private const string MembersWithRoles = "members?fields=user_id,email,name,picture,roles";

    [Fact]
    public async Task Members_and_their_roles_inline_are_the_truth()
    {
        await using var tenant = await TenantClient.StartAsync(new() { EveryoneOrganization = true, Organizations = 8 });
        var got = new List<string>();

        foreach (var organization in tenant.Truth.Organizations)
        {
            var (members, _) = await tenant.TakeAllAsync($"organizations/{organization.Id}/{MembersWithRoles}", "members");
            got.AddRange(members.Select(x => Row(
                organization.Id,
                x.GetProperty("user_id").GetString()!,
                x.GetProperty("roles").EnumerateArray().Select(role => role.GetProperty("id").GetString()!))));
        }

        Assert.Equal(tenant.Truth.Memberships.Select(x => Row(x.OrganizationId, x.UserId, x.RoleIds)), got);
        Assert.Equal(900, tenant.Truth.Memberships.Count(x => x.OrganizationId == tenant.Truth.Organizations.Last().Id));
        Assert.DoesNotContain(tenant.Truth.Memberships, x => x.OrganizationId == tenant.Truth.Organizations.First().Id);
    }

    [Fact]
    public async Task Roles_come_only_when_asked_for_by_name()
    {
        await using var tenant = await TenantClient.StartAsync();
        var path = $"organizations/{tenant.Truth.Organizations.ElementAt(1).Id}/members";

        var plain = await tenant.GetAsync(path + "?per_page=5");
        var rolesOnly = await tenant.GetAsync(path + "?per_page=5&fields=roles");

        Assert.All(plain.EnumerateArray(), x => Assert.False(x.TryGetProperty("roles", out _)));
        Assert.All(rolesOnly.EnumerateArray(), x => Assert.Equal(["roles"], x.EnumerateObject().Select(y => y.Name)));
    }

    [Fact]
    public async Task Roles_inline_need_a_scope_of_their_own()
    {
        await using var tenant = await TenantClient.StartAsync(
            new() { Scopes = ["read:organizations", "read:organization_members"] });
        var path = $"organizations/{tenant.Truth.Organizations.ElementAt(1).Id}/";

        await tenant.GetAsync(path + "members");
        var error = await tenant.GetErrorAsync(path + MembersWithRoles, HttpStatusCode.Forbidden);

        Assert.Equal(
            "Insufficient scope, expected any of: read:organization_member_roles", error.GetProperty("message").GetString());
    }

    [Fact]
    public async Task Organization_of_odd_people_holds_every_awkward_id_with_roles()
    {
        await using var tenant = await TenantClient.StartAsync();
        var organization = tenant.Truth.Organizations.ElementAt(1).Id;

        var members = tenant.Truth.Memberships.Where(x => x.OrganizationId == organization).ToList();

        Assert.Contains(members, x => x.UserId == "auth0|🦊🚀" && x.RoleIds.Count == 2);
        foreach (var member in members)
        {
            var roles = await tenant.GetAsync(
                $"organizations/{organization}/members/{Uri.EscapeDataString(member.UserId)}/roles");
            Assert.Equal(member.RoleIds, roles.EnumerateArray().Select(x => x.GetProperty("id").GetString()));
        }

        await tenant.GetErrorAsync($"organizations/{organization}/members/nobody/roles", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Organizations_of_a_person_are_right_but_their_total_is_not()
    {
        await using var tenant = await TenantClient.StartAsync();
        var user = tenant.Truth.Users.First().Id;

        var page = await tenant.GetAsync($"users/{Uri.EscapeDataString(user)}/organizations?include_totals=true");

        Assert.Equal(
            tenant.Truth.Memberships.Where(x => x.UserId == user).Select(x => x.OrganizationId),
            page.GetProperty("organizations").EnumerateArray().Select(x => x.GetProperty("id").GetString()));
        Assert.NotEqual(0, page.GetProperty("organizations").GetArrayLength());
        Assert.Equal(0, page.GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task Owned_roles_are_listed_only_with_their_owner()
    {
        await using var tenant = await TenantClient.StartAsync();
        var owned = tenant.Truth.OrganizationOwnedRoles.First();

        var tenantWide = await tenant.GetAsync("roles?per_page=100");
        var ofOwner = await tenant.GetAsync($"roles?type=organization&owner_id={owned.OwnerOrganizationId}");
        await tenant.GetErrorAsync("roles?type=organization", HttpStatusCode.BadRequest);

        Assert.DoesNotContain(tenantWide.EnumerateArray(), x => x.GetProperty("id").GetString() == owned.Id);
        Assert.Equal(owned.Id, Assert.Single(ofOwner.EnumerateArray()).GetProperty("id").GetString());
        var (holders, _) = await tenant.TakeAllAsync(
            $"organizations/{owned.OwnerOrganizationId}/roles/{owned.Id}/members", "members");
        Assert.Equal(
            tenant.Truth.Memberships.Where(x => x.RoleIds.Contains(owned.Id)).Select(x => x.UserId),
            holders.Select(x => x.GetProperty("user_id").GetString()));
        Assert.Equal(3, holders.Count);
    }

    [Fact]
    public async Task Some_connection_makes_members_of_everyone_who_logs_in()
    {
        await using var tenant = await TenantClient.StartAsync();

        var enabled = await tenant.GetAsync(
            $"organizations/{tenant.Truth.Organizations.ElementAt(3).Id}/enabled_connections");

        Assert.Contains(enabled.EnumerateArray(), x => x.GetProperty("assign_membership_on_login").GetBoolean());
        Assert.Contains(enabled.EnumerateArray(), x => !x.GetProperty("assign_membership_on_login").GetBoolean());
    }

    [Fact]
    public async Task Unknown_organization_is_404()
    {
        await using var tenant = await TenantClient.StartAsync();

        var error = await tenant.GetErrorAsync("organizations/org_0000000000000000/members", HttpStatusCode.NotFound);

        Assert.Equal("No organization found by that id or name", error.GetProperty("message").GetString());
    }

    private static string Row(string organization, string user, IEnumerable<string> roles) =>
        $"{organization} {user} {string.Join(' ', roles)}";
}
