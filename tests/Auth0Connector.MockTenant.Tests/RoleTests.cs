using System.Net;

namespace Auth0Connector.MockTenant.Tests;

public sealed class RoleTests
{
    [Fact]
    public async Task Roles_members_and_permissions_are_the_truth()
    {
        await using var tenant = await TenantClient.StartAsync();
        var assignments = new List<(string, string)>();
        var permissions = new List<(string, string, string)>();

        var roles = (await tenant.GetAsync("roles?per_page=100")).EnumerateArray().ToList();
        foreach (var role in roles.Select(x => x.GetProperty("id").GetString()!))
        {
            var (users, _) = await tenant.TakeAllAsync($"roles/{role}/users", "users");
            assignments.AddRange(users.Select(x => (role, x.GetProperty("user_id").GetString()!)));
            for (var page = 0; page < 2; page++)
            {
                var held = await tenant.GetAsync($"roles/{role}/permissions?per_page=100&page={page}");
                permissions.AddRange(held.EnumerateArray().Select(x => (
                    role,
                    x.GetProperty("resource_server_identifier").GetString()!,
                    x.GetProperty("permission_name").GetString()!)));
            }
        }

        Assert.Equal(tenant.Truth.Roles.Select(x => x.Name), roles.Select(x => x.GetProperty("name").GetString()));
        Assert.Equal(tenant.Truth.RoleAssignments.Select(x => (x.RoleId, x.UserId)), assignments);
        Assert.Equal(tenant.Truth.RolePermissions.Select(x => (x.RoleId, x.Identifier, x.Scope)), permissions);
        Assert.Equal(permissions.Count, permissions.Distinct().Count());
    }

    [Fact]
    public async Task Roles_are_listed_by_cursor_too_and_name_their_type_where_it_was_asked_for()
    {
        await using var tenant = await TenantClient.StartAsync();

        var (plain, _) = await tenant.TakeAllAsync("roles", "roles", take: 5);
        var (typed, _) = await tenant.TakeAllAsync("roles?type=tenant", "roles", take: 5);
        var refused = await tenant.GetErrorAsync("roles?type=nothing", HttpStatusCode.BadRequest);

        Assert.Equal(tenant.Truth.Roles.Select(x => x.Id), plain.Select(x => x.GetProperty("id").GetString()));
        Assert.Equal(tenant.Truth.Roles.Select(x => x.Id), typed.Select(x => x.GetProperty("id").GetString()));
        Assert.All(plain, x => Assert.False(x.TryGetProperty("type", out _)));
        Assert.All(typed, x => Assert.Equal("tenant", x.GetProperty("type").GetString()));
        Assert.Equal("invalid_query_string", refused.GetProperty("errorCode").GetString());
    }

    [Fact]
    public async Task Special_roles_are_there()
    {
        await using var tenant = await TenantClient.StartAsync();
        var roles = tenant.Truth.Roles.ToList();
        var members = tenant.Truth.RoleAssignments.ToLookup(x => x.RoleId, x => x.UserId);
        var permissions = tenant.Truth.RolePermissions.ToLookup(x => x.RoleId);

        Assert.Empty(members[roles[0].Id]);
        Assert.Empty(permissions[roles[1].Id]);
        Assert.Equal(130, permissions[roles[2].Id].Count());
        Assert.Contains("auth0|a%2Fb", members[roles[3].Id]);
        Assert.Contains('\u001b', roles[4].Name);
        Assert.True(roles[5].Name.Length >= 1100);
        Assert.Equal(25, members[roles[6].Id].Count());
        Assert.Contains(tenant.Truth.Scopes, x => x.Value.Count(y => y == ':') > 1 && x.Identifier.Contains(':'));
    }

    [Fact]
    public async Task Roles_of_a_person_agree_with_the_members_of_roles()
    {
        await using var tenant = await TenantClient.StartAsync();

        foreach (var user in tenant.Truth.RoleAssignments.GroupBy(x => x.UserId).Take(60))
        {
            var roles = await tenant.GetAsync($"users/{Uri.EscapeDataString(user.Key)}/roles");
            Assert.Equal(
                user.Select(x => x.RoleId).Order(), roles.EnumerateArray().Select(x => x.GetProperty("id").GetString()).Order());
        }
    }

    [Fact]
    public async Task Permissions_of_a_person_tell_direct_ones_from_those_of_roles()
    {
        await using var tenant = await TenantClient.StartAsync();
        var direct = tenant.Truth.UserPermissions.ToLookup(x => x.UserId, x => x.Identifier + x.Scope);
        var ofRole = tenant.Truth.RolePermissions.ToLookup(x => x.RoleId, x => x.Identifier + x.Scope);
        var users = tenant.Truth.RoleAssignments.Where(x => ofRole[x.RoleId].Count() < 50).GroupBy(x => x.UserId)
            .Where(x => direct[x.Key].Any()).ToList();
        Assert.NotEmpty(users);

        foreach (var user in users)
        {
            var held = await tenant.GetAsync($"users/{Uri.EscapeDataString(user.Key)}/permissions?per_page=100&include_totals=true");
            var rows = held.GetProperty("permissions").EnumerateArray()
                .SelectMany(x => x.GetProperty("sources").EnumerateArray(), (x, source) => (
                    Key: x.GetProperty("resource_server_identifier").GetString() + x.GetProperty("permission_name").GetString(),
                    Type: source.GetProperty("source_type").GetString()!,
                    Id: source.GetProperty("source_id").GetString()!))
                .ToList();
            Assert.Equal(direct[user.Key].Order(), rows.Where(x => x.Type == "DIRECT").Select(x => x.Key).Order());
            foreach (var assignment in user)
            {
                Assert.Equal(
                    ofRole[assignment.RoleId].Order(), rows.Where(x => x.Id == assignment.RoleId).Select(x => x.Key).Order());
            }
        }
    }

    [Fact]
    public async Task Unknown_role_is_404_everywhere()
    {
        await using var tenant = await TenantClient.StartAsync();

        foreach (var path in new[] { "", "/users", "/permissions", "/groups" })
        {
            await tenant.GetErrorAsync("roles/rol_0000000000000000" + path, HttpStatusCode.NotFound);
        }
    }

    [Fact]
    public async Task Name_filter_finds_parts_of_names()
    {
        await using var tenant = await TenantClient.StartAsync();

        var found = await tenant.GetAsync("roles?name_filter=MANAGE");
        var platform = await tenant.GetAsync("roles?name_filter=platform");

        Assert.Equal(0, found.GetArrayLength());
        Assert.Equal("Platform Reader 7", Assert.Single(platform.EnumerateArray()).GetProperty("name").GetString());
    }
}
