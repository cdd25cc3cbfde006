using System.Net;
using Microsoft.Extensions.Time.Testing;

namespace Auth0Connector.MockTenant.Tests.Writes;

public sealed class OrganizationWriteTests
{
    [Fact]
    public async Task Members_come_and_go_and_take_their_roles_with_them()
    {
        await using var tenant = await WritingTenant.StartAsync();
        var organization = tenant.Truth.Organizations.ElementAt(3);
        var role = tenant.Truth.Roles.First().Id;
        var user = Outsider(tenant, organization.Id);
        var members = $$"""{"members":["{{user}}"]}""";
        var path = $"organizations/{organization.Id}/members";

        Assert.Equal(HttpStatusCode.NotFound, (await tenant.WriteAsync("POST", $"{path}/{WritingTenant.Path(user)}/roles", $$"""{"roles":["{{role}}"]}""")).Status);
        Assert.Equal((HttpStatusCode.NoContent, "", null), await tenant.WriteAsync("POST", path, members));
        Assert.Equal(HttpStatusCode.NoContent, (await tenant.WriteAsync("POST", $"{path}/{WritingTenant.Path(user)}/roles", $$"""{"roles":["{{role}}"]}""")).Status);
        Assert.Equal([role], Membership(tenant, organization.Id, user)!.RoleIds);
        var (rows, _) = await tenant.TakeAllAsync($"{path}?fields=user_id,roles", "members");
        Assert.Contains(rows, x => x.GetProperty("user_id").GetString() == user && x.GetProperty("roles").GetArrayLength() == 1);
        Assert.Equal(organization.Name, (await tenant.GetAsync($"organizations/name/{organization.Name}")).GetProperty("name").GetString());

        await tenant.WriteAsync("DELETE", path, members);
        Assert.Null(Membership(tenant, organization.Id, user));
        await tenant.WriteAsync("POST", path, members);
        Assert.Empty(Membership(tenant, organization.Id, user)!.RoleIds);
    }

    [Fact]
    public async Task Eleven_members_at_once_are_refused_and_so_is_somebody_unknown()
    {
        await using var tenant = await WritingTenant.StartAsync();
        var path = $"organizations/{tenant.Truth.Organizations.First().Id}/members";
        var eleven = string.Join(',', tenant.Truth.Users.Skip(40).Take(11).Select(x => $"\"{x.Id}\""));

        Assert.Equal("invalid_body", (await tenant.WriteAsync("POST", path, $$"""{"members":[{{eleven}}]}""")).Code);
        Assert.Equal((HttpStatusCode)400, (await tenant.WriteAsync("POST", path, """{"members":["auth0|nobody"]}""")).Status);
        Assert.Equal((HttpStatusCode)404, (await tenant.WriteAsync("POST", "organizations/org_none/members", """{"members":["auth0|nobody"]}""")).Status);
    }

    [Fact]
    public async Task The_member_listing_lags_behind_the_truth_for_as_long_as_asked()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddYears(56));
        await using var tenant = await WritingTenant.StartAsync(new MockTenantOptions { Clock = clock, WriteLag = TimeSpan.FromSeconds(3) });
        var organization = tenant.Truth.Organizations.ElementAt(3).Id;
        var user = Outsider(tenant, organization);
        await tenant.WriteAsync("POST", $"organizations/{organization}/members", $$"""{"members":["{{user}}"]}""");

        Assert.NotNull(Membership(tenant, organization, user));
        Assert.DoesNotContain(user, await ListedAsync(tenant, organization));
        clock.Advance(TimeSpan.FromSeconds(4));
        Assert.Contains(user, await ListedAsync(tenant, organization));
    }

    private static async Task<List<string?>> ListedAsync(TenantClient tenant, string organization) =>
        [.. (await tenant.TakeAllAsync($"organizations/{organization}/members", "members")).Rows.Select(x => x.GetProperty("user_id").GetString())];

    private static TruthMembership? Membership(TenantClient tenant, string organization, string user) =>
        tenant.Truth.Memberships.SingleOrDefault(x => x.OrganizationId == organization && x.UserId == user);

    private static string Outsider(TenantClient tenant, string organization)
    {
        var members = tenant.Truth.Memberships.Where(x => x.OrganizationId == organization).Select(x => x.UserId).ToHashSet();
        return tenant.Truth.Users.Skip(50).First(x => !members.Contains(x.Id)).Id;
    }
}
