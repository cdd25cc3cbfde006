using System.Net;

namespace Auth0Connector.MockTenant.Tests.Writes;

public sealed class RoleWriteTests
{
    [Fact]
    public async Task A_role_given_and_taken_is_seen_by_the_truth_and_by_every_reading_endpoint()
    {
        await using var tenant = await WritingTenant.StartAsync();
        var role = tenant.Truth.Roles.Last().Id;
        var held = tenant.Truth.RoleAssignments.Where(x => x.RoleId == role).Select(x => x.UserId).ToList();
        var user = tenant.Truth.Users.First(x => !held.Contains(x.Id)).Id;
        var body = $$"""{"roles":["{{role}}"]}""";

        var given = await tenant.WriteAsync("POST", $"users/{WritingTenant.Path(user)}/roles", body);
        await tenant.WriteAsync("POST", $"users/{WritingTenant.Path(user)}/roles", body);

        Assert.Equal((HttpStatusCode.NoContent, "", null), given);
        Assert.Equal([.. held, user], tenant.Truth.RoleAssignments.Where(x => x.RoleId == role).Select(x => x.UserId));
        var (rows, _) = await tenant.TakeAllAsync($"roles/{role}/users", "users");
        Assert.Equal([.. held, user], rows.Select(x => x.GetProperty("user_id").GetString()));
        var roles = await tenant.GetAsync($"users/{WritingTenant.Path(user)}/roles");
        Assert.Contains(role, roles.EnumerateArray().Select(x => x.GetProperty("id").GetString()));

        Assert.Equal(HttpStatusCode.NoContent, (await tenant.WriteAsync("DELETE", $"users/{WritingTenant.Path(user)}/roles", body)).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await tenant.WriteAsync("DELETE", $"users/{WritingTenant.Path(user)}/roles", body)).Status);
        Assert.Equal(held, tenant.Truth.RoleAssignments.Where(x => x.RoleId == role).Select(x => x.UserId));
    }

    [Theory]
    [InlineData("""{"roles":["rol_0000000000000000"]}""", HttpStatusCode.NotFound)]
    [InlineData("""{"roles":[]}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"roles":[1]}""", HttpStatusCode.BadRequest)]
    [InlineData("""{}""", HttpStatusCode.BadRequest)]
    [InlineData("""[]""", HttpStatusCode.BadRequest)]
    [InlineData("""{"roles":""", HttpStatusCode.BadRequest)]
    public async Task A_wrong_body_is_refused_and_changes_nothing(string body, HttpStatusCode status)
    {
        await using var tenant = await WritingTenant.StartAsync();
        var before = tenant.Truth.RoleAssignments.ToList();
        var user = tenant.Truth.Users.Last().Id;

        Assert.Equal(status, (await tenant.WriteAsync("POST", $"users/{WritingTenant.Path(user)}/roles", body)).Status);
        Assert.Equal(before, tenant.Truth.RoleAssignments);
    }

    [Fact]
    public async Task Somebody_unknown_is_not_found_and_a_token_without_the_scope_is_told_which()
    {
        await using var tenant = await TenantClient.StartAsync();
        await using var writing = await WritingTenant.StartAsync();
        var body = $$"""{"roles":["{{tenant.Truth.Roles.First().Id}}"]}""";

        Assert.Equal("insufficient_scope", (await tenant.WriteAsync("POST", "users/auth0%7Cnobody/roles", body)).Code);
        Assert.Equal("inexistent_user", (await writing.WriteAsync("POST", "users/auth0%7Cnobody/roles", body)).Code);
    }

    [Fact]
    public async Task Permissions_of_people_and_roles_follow()
    {
        await using var tenant = await WritingTenant.StartAsync();
        var scope = tenant.Truth.Scopes.First(x => x.Identifier != tenant.Server.Audience);
        var user = tenant.Truth.Users.First(x => !tenant.Truth.UserPermissions.Any(held => held.UserId == x.Id)).Id;
        var role = tenant.Truth.Roles.ElementAt(1).Id;
        var body = $$"""{"permissions":[{"resource_server_identifier":"{{scope.Identifier}}","permission_name":"{{scope.Value}}"}]}""";

        Assert.Equal((HttpStatusCode.Created, "{}", null), await tenant.WriteAsync("POST", $"users/{WritingTenant.Path(user)}/permissions", body));
        Assert.Equal((HttpStatusCode.Created, "{}", null), await tenant.WriteAsync("POST", $"roles/{role}/permissions", body));
        Assert.Contains(new TruthUserScope(user, scope.Identifier, scope.Value), tenant.Truth.UserPermissions);
        Assert.Contains(new TruthRoleScope(role, scope.Identifier, scope.Value), tenant.Truth.RolePermissions);

        await tenant.WriteAsync("DELETE", $"users/{WritingTenant.Path(user)}/permissions", body);
        await tenant.WriteAsync("DELETE", $"roles/{role}/permissions", body);
        Assert.DoesNotContain(new TruthUserScope(user, scope.Identifier, scope.Value), tenant.Truth.UserPermissions);
        Assert.DoesNotContain(new TruthRoleScope(role, scope.Identifier, scope.Value), tenant.Truth.RolePermissions);
    }

    [Fact]
    public async Task Roles_of_groups_follow_in_the_tenant_and_inside_organizations()
    {
        await using var tenant = await WritingTenant.StartAsync();
        var role = tenant.Truth.Roles.Last().Id;
        var group = tenant.Truth.Groups.ElementAt(1).Id;
        var organization = tenant.Truth.Organizations.First().Id;
        var body = $$"""{"roles":["{{role}}"]}""";

        await tenant.WriteAsync("POST", $"groups/{group}/roles", body);
        await tenant.WriteAsync("POST", $"organizations/{organization}/groups/{group}/roles", body);

        Assert.Contains(new TruthGroupRole(group, role), tenant.Truth.GroupRoles);
        Assert.Contains(new TruthOrganizationGroupRole(organization, group, role), tenant.Truth.OrganizationGroupRoles);

        await tenant.WriteAsync("DELETE", $"groups/{group}/roles", body);
        await tenant.WriteAsync("DELETE", $"organizations/{organization}/groups/{group}/roles", body);

        Assert.DoesNotContain(new TruthGroupRole(group, role), tenant.Truth.GroupRoles);
        Assert.DoesNotContain(new TruthOrganizationGroupRole(organization, group, role), tenant.Truth.OrganizationGroupRoles);
    }

    [Fact]
    public async Task A_reset_brings_the_first_tenant_back()
    {
        await using var tenant = await WritingTenant.StartAsync();
        var before = tenant.Truth.RoleAssignments.ToList();
        var role = tenant.Truth.Roles.First().Id;
        await tenant.WriteAsync("POST", $"roles/{role}/users", $$"""{"users":["{{before[0].UserId}}"]}""");
        Assert.NotEqual(before, tenant.Truth.RoleAssignments);

        using var answer = await tenant.Http.PostAsync(new Uri(tenant.Server.BaseUrl, "control/reset"), content: null);

        Assert.Equal(before, tenant.Truth.RoleAssignments);
    }

    [Fact]
    public async Task Many_writers_at_once_lose_nothing()
    {
        await using var tenant = await WritingTenant.StartAsync();
        var role = tenant.Truth.Roles.First().Id;
        var users = tenant.Truth.Users.Take(60).Select(x => x.Id).ToList();

        await Parallel.ForEachAsync(users, async (user, _) =>
            await tenant.WriteAsync("POST", $"users/{WritingTenant.Path(user)}/roles", $$"""{"roles":["{{role}}"]}"""));

        Assert.Equal(users.Order(), tenant.Truth.RoleAssignments.Where(x => x.RoleId == role).Select(x => x.UserId).Order());
    }
}
