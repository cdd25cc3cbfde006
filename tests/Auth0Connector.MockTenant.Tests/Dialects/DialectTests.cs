using System.Net;

namespace Auth0Connector.MockTenant.Tests.Dialects;

public sealed class DialectTests
{
    // Small enough to start in no time, large enough for several pages of people, roles and members.
    private static readonly MockTenantOptions Tenant = new()
    {
        Users = 1200,
        Roles = 130,
        LargeRoleMembers = 250,
        LargeOrganizationMembers = 250,
        Oddities = true,
        ExportDuration = TimeSpan.Zero,
    };

    private static readonly Dictionary<string, Func<OddTenant, Task>> Checks = new(
        [.. RowChecks.All, .. PageChecks.All, .. CursorChecks.All, .. AnswerChecks.All, .. OtherChecks.All], StringComparer.Ordinal);

    public static TheoryData<string> Names { get; } = [.. MockDialects.All.Select(static x => x.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Every_dialect_is_heard_over_HTTP(string name)
    {
        Assert.True(Checks.TryGetValue(name, out var check), $"The dialect {name} has no check.");
        var isToken = MockDialects.All.Single(x => x.Name == name).Listings is ["token"];
        await using var plain = await TenantClient.StartAsync(Tenant);
        await using var odd = await TenantClient.StartAsync(Tenant with { Dialects = [name] }, signIn: !isToken);

        await check(new OddTenant(plain, odd));

        if (name != "short-export")
        {
            Assert.Equal(plain.Truth.Users.Select(x => x.Id), odd.Truth.Users.Select(x => x.Id));
        }
    }

    [Fact]
    public void Every_check_is_of_a_dialect() =>
        Assert.Equal(MockDialects.All.Select(static x => x.Name).Order(), Checks.Keys.Order());

    [Fact]
    public async Task A_dialect_can_be_restricted_to_one_listing()
    {
        await using var tenant = await TenantClient.StartAsync(Tenant with { Dialects = ["html-404@roles", "empty-200@user"] });
        var user = Uri.EscapeDataString(tenant.Truth.Users.First().Id);

        using var roles = await tenant.SendAsync("roles");
        using var one = await tenant.SendAsync($"users/{user}");

        Assert.Equal(HttpStatusCode.NotFound, roles.StatusCode);
        Assert.Equal("", await one.Content.ReadAsStringAsync());
        Assert.Equal(50, (await tenant.GetAsync("organizations?per_page=50&page=0&include_totals=true")).GetProperty("limit").GetInt32());
        Assert.NotEmpty((await tenant.GetAsync("users")).EnumerateArray());
    }

    [Fact]
    public async Task Every_listing_of_the_table_can_be_made_odd_alone()
    {
        foreach (var listing in MockListings.All.Where(static x => x.Name != "token"))
        {
            await using var tenant = await TenantClient.StartAsync(Tenant with { Dialects = [$"html-404@{listing.Name}"] });
            using var answer = await ListingPaths.AskAsync(tenant, listing);

            Assert.Equal((listing.Name, 404, "text/html"), (listing.Name, (int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        }
    }

    [Theory]
    [InlineData("no-such-dialect")]
    [InlineData("no-totals@group-members")]
    [InlineData("no-totals@nowhere")]
    public async Task An_unknown_dialect_does_not_start(string text) =>
        await Assert.ThrowsAsync<ArgumentException>(() => TenantClient.StartAsync(new() { Dialects = [text] }));
}
