using System.Net;

namespace Auth0Connector.MockTenant.Tests;

public sealed class ChurnTests
{
    private static readonly MockTenantOptions Living = new() { Users = 150, Roles = 130, Organizations = 12, Churn = 100 };

    [Fact]
    public async Task A_schedule_can_be_had_again()
    {
        var first = await ReadAsync(Living with { ChurnSeed = 7 });
        var again = await ReadAsync(Living with { ChurnSeed = 7 });
        var other = await ReadAsync(Living with { ChurnSeed = 8 });

        Assert.Equal(first, again);
        Assert.NotEqual(first, other);
    }

    [Fact]
    public async Task What_stayed_is_part_of_what_is_and_that_of_what_ever_was()
    {
        await using var tenant = await TenantClient.StartAsync(Living);
        var before = tenant.Truth.Users.Select(x => x.Id).ToHashSet(StringComparer.Ordinal);
        for (var request = 0; request < 200; request++)
        {
            await tenant.GetAsync("organizations?take=50");
        }

        var truth = tenant.Truth;
        Check(truth.Throughout.Users.Select(x => x.Id), truth.Users.Select(x => x.Id), truth.Ever.Users.Select(x => x.Id));
        Check(truth.Throughout.Roles.Select(x => x.Id), truth.Roles.Select(x => x.Id), truth.Ever.Roles.Select(x => x.Id));
        Check(truth.Throughout.Organizations.Select(x => x.Id), truth.Organizations.Select(x => x.Id), truth.Ever.Organizations.Select(x => x.Id));
        Check(truth.Throughout.Groups.Select(x => x.Id), truth.Groups.Select(x => x.Id), truth.Ever.Groups.Select(x => x.Id));
        Check(truth.Throughout.RoleAssignments, truth.RoleAssignments, truth.Ever.RoleAssignments);
        Check(truth.Throughout.GroupMembers, truth.GroupMembers, truth.Ever.GroupMembers);
        Check(truth.Throughout.RolePermissions, truth.RolePermissions, truth.Ever.RolePermissions);
        Check(Inside(truth.Throughout.Memberships), Inside(truth.Memberships), Inside(truth.Ever.Memberships));
        Assert.Subset(before, truth.Throughout.Users.Select(x => x.Id).ToHashSet(StringComparer.Ordinal));
        Assert.True(truth.Throughout.Memberships.Count < truth.Ever.Memberships.Count);

        static void Check<T>(IEnumerable<T> throughout, IEnumerable<T> now, IEnumerable<T> ever)
        {
            var stayed = throughout.ToHashSet();
            var rows = now.ToHashSet();
            var all = ever.ToHashSet();
            Assert.Subset(rows, stayed);
            Assert.Subset(all, rows);
            Assert.True(stayed.Count < all.Count, $"Nothing of {typeof(T).Name} changed.");
        }

        static IEnumerable<(string, string, string)> Inside(IEnumerable<TruthMembership> rows) =>
            rows.SelectMany(x => x.RoleIds.Select(role => (x.OrganizationId, x.UserId, role)).Append((x.OrganizationId, x.UserId, "")));
    }

    [Fact]
    public async Task A_role_that_goes_and_one_that_comes_shift_a_page_while_the_total_stays()
    {
        await using var quiet = await TenantClient.StartAsync(Living with { Churn = 0, Changes = [new(1000, MockChangeKind.CreateRole)] });
        var first = quiet.Truth.Roles.First().Id;
        await using var tenant = await TenantClient.StartAsync(Living with
        {
            Churn = 0,
            Changes = [new(1, MockChangeKind.DeleteRole, first), new(1, MockChangeKind.CreateRole)],
        });

        var one = await tenant.GetAsync("roles?per_page=100&page=0&include_totals=true");
        var two = await tenant.GetAsync("roles?per_page=100&page=1&include_totals=true");

        var read = one.GetProperty("roles").EnumerateArray().Concat(two.GetProperty("roles").EnumerateArray())
            .Select(x => x.GetProperty("id").GetString()!).ToHashSet(StringComparer.Ordinal);
        Assert.Equal((130, 130), (one.GetProperty("total").GetInt32(), two.GetProperty("total").GetInt32()));
        Assert.Equal((130, 129, 131), (tenant.Truth.Roles.Count(), tenant.Truth.Throughout.Roles.Count, tenant.Truth.Ever.Roles.Count));
        Assert.Contains(first, read);
        Assert.DoesNotContain(tenant.Truth.Roles, x => x.Id == first);
        Assert.Equal(tenant.Truth.Roles.Select(x => x.Id).Order(StringComparer.Ordinal), tenant.Truth.Roles.Select(x => x.Id));
    }

    [Fact]
    public async Task Who_comes_is_found_at_once_and_who_goes_is_gone_everywhere()
    {
        await using var quiet = await TenantClient.StartAsync(Living with { Churn = 0 });
        var leaver = quiet.Truth.Memberships.Last().UserId;
        await using var tenant = await TenantClient.StartAsync(Living with
        {
            Churn = 0,
            Changes = [new(0, MockChangeKind.DeleteUser, leaver), new(0, MockChangeKind.CreateUser)],
        });

        var newest = (await tenant.GetAsync("users?sort=created_at:-1&per_page=1"))[0];
        using var gone = await tenant.SendAsync($"users/{Uri.EscapeDataString(leaver)}");

        Assert.Equal("New Person 0", newest.GetProperty("name").GetString());
        Assert.Contains(tenant.Truth.Users, x => x.Id == newest.GetProperty("user_id").GetString());
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        Assert.DoesNotContain(tenant.Truth.Memberships, x => x.UserId == leaver);
        Assert.DoesNotContain(tenant.Truth.GroupMembers, x => x.MemberId == leaver);
    }

    [Fact]
    public async Task Listings_show_the_truth_after_every_kind_of_change()
    {
        await using var tenant = await TenantClient.StartAsync(Living with
        {
            Churn = 0,
            Changes = [.. Enumerable.Range(0, 20).SelectMany(round => Enum.GetValues<MockChangeKind>()).Select(kind => new MockChange(0, kind))],
        });

        var roles = (await tenant.TakeAllAsync("roles", "roles")).Rows.Select(x => x.GetProperty("id").GetString());
        var organizations = (await tenant.TakeAllAsync("organizations", "organizations")).Rows.Select(x => x.GetProperty("id").GetString()!).ToList();
        var groups = (await tenant.TakeAllAsync("groups", "groups")).Rows.Select(x => x.GetProperty("id").GetString());
        var members = new List<(string, string)>();
        foreach (var organization in organizations)
        {
            var (rows, _) = await tenant.TakeAllAsync($"organizations/{organization}/members", "members");
            members.AddRange(rows.Select(x => (organization, x.GetProperty("user_id").GetString()!)));
        }

        Assert.Equal(tenant.Truth.Roles.Select(x => x.Id), roles);
        Assert.Equal(tenant.Truth.Organizations.Select(x => x.Id), organizations);
        Assert.Equal(tenant.Truth.Groups.Select(x => x.Id), groups);
        Assert.Equal(tenant.Truth.Memberships.Select(x => (x.OrganizationId, x.UserId)), members);
    }

    [Fact]
    public async Task The_control_endpoint_tells_spans()
    {
        await using var tenant = await TenantClient.StartAsync(Living with { Churn = 0, Changes = [new(0, MockChangeKind.CreateRole)] });
        await tenant.GetAsync("roles");

        Assert.Equal(130, await LinesAsync("roles?span=throughout"));
        Assert.Equal(131, await LinesAsync("roles?span=ever"));
        Assert.Equal(131, await LinesAsync("roles"));
        Assert.Equal(tenant.Truth.Clients.Count(), await LinesAsync("clients?span=ever"));
        using var wrong = await tenant.Http.GetAsync(new Uri(tenant.Server.BaseUrl, "control/truth/roles?span=never"));
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);

        async Task<int> LinesAsync(string path) =>
            (await tenant.Http.GetStringAsync(new Uri(tenant.Server.BaseUrl, "control/truth/" + path))).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length;
    }

    [Fact]
    public async Task A_tenant_that_does_not_change_says_the_same_of_every_span()
    {
        await using var tenant = await TenantClient.StartAsync();

        Assert.Equal(tenant.Truth.Users, tenant.Truth.Throughout.Users);
        Assert.Equal(tenant.Truth.Roles, tenant.Truth.Ever.Roles);
    }

    private static async Task<string> ReadAsync(MockTenantOptions options)
    {
        await using var tenant = await TenantClient.StartAsync(options);
        for (var request = 0; request < 60; request++)
        {
            await tenant.GetAsync("roles?take=5");
        }

        var truth = tenant.Truth;
        return string.Join(
            '\n',
            truth.Users.Select(x => x.Id)
                .Concat(truth.Roles.Select(x => x.Id))
                .Concat(truth.RoleAssignments.Select(x => x.ToString()))
                .Concat(truth.Memberships.Select(x => $"{x.OrganizationId} {x.UserId} {string.Join(' ', x.RoleIds)}"))
                .Concat(truth.GroupMembers.Select(x => x.ToString())));
    }
}
