using System.Net;

namespace Auth0Connector.MockTenant.Tests;

public sealed class PagingTests
{
    private static readonly MockTenantOptions Big = new()
    {
        Users = 2000,
        Roles = 10,
        LargeRoleMembers = 1500,
        Organizations = 1200,
        LargeOrganizationMembers = 1500,
    };

    [Fact]
    public async Task Page_beyond_the_cap_is_refused_even_if_fewer_records_exist()
    {
        await using var tenant = await TenantClient.StartAsync(new() { Users = 60 });

        var error = await tenant.GetErrorAsync("organizations?page=10&per_page=100", HttpStatusCode.BadRequest);

        Assert.Equal("invalid_paging", error.GetProperty("errorCode").GetString());
        Assert.Equal(
            "Requesting page 10 exceeds the allowed maximum of 1000 records. To fetch results beyond 1000, use the checkpoint pagination method.",
            error.GetProperty("message").GetString());
        Assert.Empty((await tenant.GetAsync("organizations?page=9&per_page=100")).EnumerateArray());
    }

    [Fact]
    public async Task User_search_has_its_own_words_for_the_cap()
    {
        await using var tenant = await TenantClient.StartAsync(Big);

        var error = await tenant.GetErrorAsync("users?page=20&per_page=50", HttpStatusCode.BadRequest);

        Assert.StartsWith("You can only page through the first 1000 records.", error.GetProperty("message").GetString());
    }

    [Fact]
    public async Task One_endpoint_answers_in_three_shapes()
    {
        await using var tenant = await TenantClient.StartAsync();

        var bare = await tenant.GetAsync("organizations?page=0&per_page=5");
        var totals = await tenant.GetAsync("organizations?page=1&per_page=5&include_totals=true");
        var checkpoint = await tenant.GetAsync("organizations?take=5&include_totals=true");

        Assert.Equal(5, bare.GetArrayLength());
        Assert.Equal(5, totals.GetProperty("start").GetInt32());
        Assert.Equal(5, totals.GetProperty("limit").GetInt32());
        Assert.Equal(20, totals.GetProperty("total").GetInt32());
        Assert.Equal(5, totals.GetProperty("organizations").GetArrayLength());
        Assert.False(totals.TryGetProperty("length", out _));
        Assert.Equal(["organizations", "next"], checkpoint.EnumerateObject().Select(x => x.Name));
    }

    [Fact]
    public async Task User_totals_say_their_length_too()
    {
        await using var tenant = await TenantClient.StartAsync();

        var totals = await tenant.GetAsync("users?page=8&per_page=100&include_totals=true");
        var last = await tenant.GetAsync("users?page=9&per_page=100&include_totals=true");

        Assert.Equal(100, totals.GetProperty("length").GetInt32());
        Assert.Equal(900, totals.GetProperty("total").GetInt32());
        Assert.Equal(0, last.GetProperty("length").GetInt32());
    }

    [Fact]
    public async Task Page_size_is_fifty_unless_said_otherwise()
    {
        await using var tenant = await TenantClient.StartAsync();

        Assert.Equal(50, (await tenant.GetAsync("users")).GetArrayLength());
        Assert.Equal(0, (await tenant.GetAsync("users?per_page=0&include_totals=true")).GetProperty("users").GetArrayLength());
    }

    [Theory]
    [InlineData("users?per_page=101")]
    [InlineData("users?per_page=-1")]
    [InlineData("users?page=-1")]
    [InlineData("users?page=x")]
    [InlineData("organizations?take=0")]
    [InlineData("organizations?take=101")]
    [InlineData("users?take=5")]
    [InlineData("organizations?take=5&from=bm90IGEgY3Vyc29y")]
    [InlineData("organizations?take=5&from=%%%")]
    public async Task Paging_that_the_endpoint_does_not_have_is_400(string path)
    {
        await using var tenant = await TenantClient.StartAsync(new() { Users = 60 });

        await tenant.GetErrorAsync(path, HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Role_members_lower_a_size_that_is_too_large()
    {
        await using var tenant = await TenantClient.StartAsync(Big);
        var role = tenant.Truth.Roles.Last().Id;

        var page = await tenant.GetAsync($"roles/{role}/users?per_page=500&include_totals=true");

        Assert.Equal(100, page.GetProperty("limit").GetInt32());
        Assert.Equal(100, page.GetProperty("users").GetArrayLength());
        Assert.Equal(1500, page.GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task Checkpoints_reach_beyond_the_cap()
    {
        await using var tenant = await TenantClient.StartAsync(Big);
        var role = tenant.Truth.Roles.Last().Id;

        var (users, _) = await tenant.TakeAllAsync($"roles/{role}/users", "users");
        var (organizations, _) = await tenant.TakeAllAsync("organizations", "organizations");

        Assert.Equal(
            tenant.Truth.RoleAssignments.Where(x => x.RoleId == role).Select(x => x.UserId).Order(),
            users.Select(x => x.GetProperty("user_id").GetString()).Order());
        Assert.Equal(1500, users.Count);
        Assert.Equal(
            tenant.Truth.Organizations.Select(x => x.Id), organizations.Select(x => x.GetProperty("id").GetString()));
    }

    [Fact]
    public async Task Short_page_ends_a_listing_but_never_that_of_organization_members()
    {
        await using var tenant = await TenantClient.StartAsync();
        var organization = tenant.Truth.Organizations.ElementAt(2).Id;

        var organizations = await tenant.GetAsync("organizations?take=100");
        var members = await tenant.GetAsync($"organizations/{organization}/members?take=100");
        var next = Uri.EscapeDataString(members.GetProperty("next").GetString()!);
        var after = await tenant.GetAsync($"organizations/{organization}/members?take=100&from={next}");

        Assert.False(organizations.TryGetProperty("next", out _));
        Assert.Equal(15, members.GetProperty("members").GetArrayLength());
        Assert.Equal("""{"members":[]}""", after.GetRawText());
    }

    [Fact]
    public async Task Cursor_of_one_listing_opens_no_other()
    {
        await using var tenant = await TenantClient.StartAsync();
        var next = (await tenant.GetAsync("organizations?take=5")).GetProperty("next").GetString()!;
        var organization = tenant.Truth.Organizations.ElementAt(2).Id;

        await tenant.GetErrorAsync(
            $"organizations/{organization}/members?take=5&from={Uri.EscapeDataString(next)}", HttpStatusCode.BadRequest);
        Assert.Contains('+', next);
        Assert.Contains('/', next);
    }

    [Fact]
    public async Task Cursor_outlives_a_restart()
    {
        string next;
        await using (var first = await TenantClient.StartAsync())
        {
            next = (await first.GetAsync("organizations?take=5")).GetProperty("next").GetString()!;
        }

        await using var second = await TenantClient.StartAsync();
        var page = await second.GetAsync("organizations?take=5&from=" + Uri.EscapeDataString(next));

        Assert.Equal(
            second.Truth.Organizations.Skip(5).Take(5).Select(x => x.Id),
            page.GetProperty("organizations").EnumerateArray().Select(x => x.GetProperty("id").GetString()));
    }
}
