namespace Auth0Connector.MockTenant.Tests;

public sealed class CastTests
{
    [Fact]
    public async Task The_cast_comes_on_top_and_leaves_everybody_else_as_they_are()
    {
        await using var usual = await MockTenantServer.StartAsync(new MockTenantOptions { Users = 60 }, CancellationToken.None);
        await using var played = await MockTenantServer.StartAsync(new MockTenantOptions { Users = 60, Cast = true }, CancellationToken.None);

        Assert.Equal(MockTenantOptions.CastSize, played.Truth.Users.Count() - usual.Truth.Users.Count());
        Assert.Empty(usual.Truth.Users.Select(user => user.Id).Except(played.Truth.Users.Select(user => user.Id)));
        Assert.Empty(usual.Truth.RoleAssignments.Except(played.Truth.RoleAssignments));
        Assert.Equal(["auth0|ada", "auth0|grace", "auth0|lena", "auth0|tom"], played.Truth.Users.Select(user => user.Id).Except(usual.Truth.Users.Select(user => user.Id)).Order(StringComparer.Ordinal));
        Assert.Contains("Admin", played.Truth.Roles.Select(role => role.Name));
        Assert.Contains("acme", played.Truth.Organizations.Select(organization => organization.Name));
        var acme = played.Truth.Organizations.Single(organization => organization.Name == "acme").Id;
        Assert.Equal(4, played.Truth.Memberships.Count(member => member.OrganizationId == acme && played.Truth.Users.Any(user => user.Id == member.UserId && !usual.Truth.Users.Any(other => other.Id == user.Id))));
    }

    [Fact]
    public async Task A_tenant_without_room_for_the_cast_has_its_people()
    {
        await using var small = await MockTenantServer.StartAsync(new MockTenantOptions { Users = 2, Roles = 0, Organizations = 0, ResourceServers = 0, Oddities = false, Cast = true }, CancellationToken.None);

        Assert.Equal(2 + MockTenantOptions.CastSize, small.Truth.Users.Count());
    }

    [Fact]
    public async Task Search_in_order_of_creation_has_the_cast_where_it_was_created()
    {
        await using var tenant = await TenantClient.StartAsync(new() { Users = 300, Oddities = false, Cast = true });

        var created = new List<DateTimeOffset>();
        for (var page = 0; page < 4; page++)
        {
            using var answer = await tenant.Http.GetAsync(new Uri($"api/v2/users?sort=created_at:1&per_page=100&page={page}", UriKind.Relative));
            created.AddRange((await TenantClient.ReadAsync(answer)).EnumerateArray().Select(user => user.GetProperty("created_at").GetDateTimeOffset()));
        }

        Assert.Equal(304, created.Count);
        Assert.Equal(created.Order(), created);
    }
}
