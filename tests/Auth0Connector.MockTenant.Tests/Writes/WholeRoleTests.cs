using System.Net;

namespace Auth0Connector.MockTenant.Tests.Writes;

public sealed class WholeRoleTests
{
    [Fact]
    public async Task A_deleted_role_is_gone_from_everything_that_held_it()
    {
        await using var tenant = await WritingTenant.StartAsync();
        var inside = tenant.Truth.Memberships.First(x => x.RoleIds.Count > 0);
        var role = inside.RoleIds.First(x => tenant.Truth.Roles.Any(y => y.Id == x));
        var others = tenant.Truth.RoleAssignments.Where(x => x.RoleId != role).ToList();
        var groups = tenant.Truth.GroupRoles.Where(x => x.RoleId != role).ToList();

        Assert.Equal((HttpStatusCode.OK, "{}", null), await tenant.WriteAsync("DELETE", $"roles/{role}", ""));

        Assert.Equal(others, tenant.Truth.RoleAssignments);
        Assert.Equal(groups, tenant.Truth.GroupRoles);
        Assert.DoesNotContain(role, tenant.Truth.Roles.Select(x => x.Id));
        Assert.DoesNotContain(tenant.Truth.Memberships, x => x.RoleIds.Contains(role));
        Assert.DoesNotContain(role, tenant.Truth.RolePermissions.Select(x => x.RoleId));
        Assert.DoesNotContain(role, (await tenant.GetAsync("roles")).EnumerateArray().Select(x => x.GetProperty("id").GetString()));
        await tenant.GetErrorAsync($"roles/{role}/users", HttpStatusCode.NotFound);
        Assert.Equal(HttpStatusCode.NotFound, (await tenant.WriteAsync("DELETE", $"roles/{role}", "")).Status);
    }

    [Fact]
    public async Task Groups_get_and_lose_a_role_by_the_role_too()
    {
        await using var tenant = await WritingTenant.StartAsync();
        var before = tenant.Truth.GroupRoles.ToHashSet();
        var role = tenant.Truth.Roles.Last().Id;
        var groups = tenant.Truth.Groups.Select(x => x.Id).Where(x => !before.Contains(new TruthGroupRole(x, role))).Take(2).ToList();
        var body = $$"""{"groups":["{{groups[0]}}","{{groups[1]}}"]}""";

        Assert.Equal((HttpStatusCode.NoContent, "", null), await tenant.WriteAsync("POST", $"roles/{role}/groups", body));
        Assert.Superset(groups.Select(x => new TruthGroupRole(x, role)).ToHashSet(), tenant.Truth.GroupRoles.ToHashSet());
        await tenant.WriteAsync("DELETE", $"roles/{role}/groups", body);

        Assert.True(before.SetEquals(tenant.Truth.GroupRoles));
        Assert.Equal(HttpStatusCode.NotFound, (await tenant.WriteAsync("POST", $"roles/{role}/groups", """{"groups":["grp_none"]}""")).Status);
    }

    [Fact]
    public async Task What_was_written_is_forgotten_by_a_reset()
    {
        await using var tenant = await WritingTenant.StartAsync();
        var roles = tenant.Truth.Roles.ToList();
        await tenant.WriteAsync("DELETE", $"roles/{roles[0].Id}", "");

        using var reset = await tenant.Http.PostAsync(new Uri(tenant.Server.BaseUrl, "control/reset"), null);

        Assert.Equal(roles, tenant.Truth.Roles);
    }
}
