using Auth0Connector.ManagementApi.Failures;
using Auth0Connector.MockTenant;
using Auth0Connector.Sync.Reporting;
using Auth0Connector.Sync.Settings;
using Microsoft.Extensions.Logging.Abstractions;

namespace Auth0Connector.Sync.Tests;

/// <summary>
/// Every listing times every odd way to answer: the right content, or an announced skip, or an error that a person can act on;
/// never a file that lacks something unsaid. The whole matrix runs with <c>DIALECT_MATRIX=all</c>, otherwise a part of it.
/// </summary>
public sealed class OddTenantTests
{
    private const int Stride = 9;

    private static readonly MockTenantOptions Tenant = new()
    {
        Users = 130,
        Roles = 7,
        LargeRoleMembers = 120,
        Organizations = 4,
        LargeOrganizationMembers = 125,
        Groups = 6,
        GroupMembers = 9,
        Oddities = false,
    };

    // What costs a field, a way of reading, or nothing: content that is wrong or missing would be no excuse.
    private static readonly string[] Harmless =
    [
        "ignored-type", "refused-type", "mixed-roles", "system-roles", "untyped-roles", "refused-sort",
        "absent-fields", "null-fields", "odd-fields", "small-pages", "null-lists", "text-totals", "late-rows", "next-on-last",
        "no-next-on-last", "expired-cursors", "no-checkpoint@roles", "no-checkpoint@role-users", "no-checkpoint@organizations",
        "no-checkpoint@organization-members", "no-checkpoint@groups", "no-checkpoint@clients", "no-checkpoint@client-grants",
        "offset-envelope@roles", "offset-envelope@role-users", "offset-envelope@organizations", "offset-envelope@groups",
        "offset-envelope@clients", "offset-envelope@client-grants", "cursor-circle@role-users", "same-cursor@role-users",
        "endless-pages@role-users", "bare-pages@organization-members", "no-totals@organization-members",
        "zero-totals@organization-members", "short-pages@organization-members", "overlapping-pages@role-permissions",
    ];

    public static TheoryData<string> Whole()
    {
        var data = new TheoryData<string>();
        data.AddRange(Harmless);
        return data;
    }

    public static TheoryData<string> Matrix()
    {
        var all = MockDialects.All.SelectMany(dialect => dialect.Listings.Select(listing => $"{dialect.Name}@{listing}"))
            .Concat(MockDialects.All.Select(dialect => dialect.Name))
            .ToList();
        var isWhole = Environment.GetEnvironmentVariable("DIALECT_MATRIX") == "all";
        var data = new TheoryData<string>();
        // Bodies without end take seconds each: one stands for all in the part.
        data.AddRange([.. all.Where((dialect, index) => isWhole || dialect == "endless-body@role-users"
            || (index % Stride == 0 && !dialect.StartsWith("endless-body", StringComparison.Ordinal)))]);
        return data;
    }

    [Theory]
    [MemberData(nameof(Matrix))]
    public async Task Nothing_is_missing_unsaid(string dialect)
    {
        await using var bench = await SyncBench.StartAsync(Tenant with { Dialects = [dialect] });

        var (summary, failure) = await RunAsync(bench);

        if (failure is not null)
        {
            Assert.True(failure is SyncException or ManagementApiException, $"{dialect}: {failure}");
            Assert.DoesNotContain('\n', failure.Message);
            Assert.False(File.Exists(bench.Settings.TargetPath), $"{dialect}: failed and left a file");
            return;
        }

        AssertContent(bench, summary!, dialect);
    }

    [Theory]
    [MemberData(nameof(Whole))]
    public async Task What_is_only_odd_costs_nothing(string dialect)
    {
        await using var bench = await SyncBench.StartAsync(Tenant with { Dialects = [dialect] });

        var (summary, failure) = await RunAsync(bench);

        Assert.True(failure is null, $"{dialect}: {failure}");
        Assert.Empty(summary!.Skips);
        Assert.All(summary.Proof.Collections, line => Assert.True(line.Whole, line.Collection));
        AssertContent(bench, summary, dialect);
    }

    [Theory]
    [InlineData("feature-off-400")]
    [InlineData("feature-off-403")]
    [InlineData("feature-off-404")]
    [InlineData("feature-off-405")]
    [InlineData("feature-off-410")]
    [InlineData("feature-off-422")]
    [InlineData("feature-off-501")]
    public async Task A_feature_that_is_off_is_an_announced_skip_however_it_is_said(string dialect)
    {
        await using var bench = await SyncBench.StartAsync(Tenant with { Dialects = [$"{dialect}@groups", $"{dialect}@client-grants"] });

        var summary = await bench.SyncAsync(settings => settings with { Permissions = true });

        Assert.Equal(["groups", "what applications may ask of APIs"], summary.Skips.Select(skip => skip.What).Order(StringComparer.Ordinal));
        Assert.Equal(1, bench.Tenant.Requests.CountOf("GET /groups"));
        AssertContent(bench, summary, dialect);
    }

    [Fact]
    public async Task What_one_thing_is_refused_says_nothing_of_its_siblings()
    {
        await using var bench = await SyncBench.StartAsync(Tenant with { Dialects = ["bare-403@group-members"] });

        var summary = await bench.SyncAsync(settings => settings with { Permissions = true });

        var skip = Assert.Single(summary.Skips);
        Assert.Contains("3 of 6 lists", skip.What, StringComparison.Ordinal);
        Assert.Equal(6, bench.Tenant.Requests.CountOf("GET /groups/{id}/members"));
        Assert.NotEmpty(bench.Read().GrantsOf("group", "member"));
        AssertContent(bench, summary, "bare-403");
    }

    [Theory]
    [InlineData("json-404@role-users")]
    [InlineData("json-404@organization-members")]
    [InlineData("json-404@role-permissions")]
    [InlineData("html-404@role-users")]
    [InlineData("html-404@organization-members")]
    [InlineData("bodyless-404@role-permissions")]
    [InlineData("wrong-status-404@user-permissions")]
    public async Task A_list_that_is_not_found_of_something_that_is_there_is_not_called_empty(string dialect)
    {
        await using var bench = await SyncBench.StartAsync(Tenant with { Dialects = [dialect] });
        await File.WriteAllTextAsync(bench.Settings.TargetPath, "");

        var (_, failure) = await RunAsync(bench);

        Assert.True(failure is SyncException { Kind: SyncErrorKind.Incomplete } or ManagementApiException { Kind: ManagementApiErrorKind.BadAnswer }, $"{failure}");
        Assert.Equal("", await File.ReadAllTextAsync(bench.Settings.TargetPath));
    }

    [Theory]
    [InlineData("no-inline-roles")]
    [InlineData("null-inline-roles")]
    [InlineData("some-inline-roles")]
    public async Task Members_of_small_organizations_are_asked_for_their_roles_where_the_list_leaves_them_out(string dialect)
    {
        await using var bench = await SyncBench.StartAsync(Tenant with { LargeOrganizationMembers = 0, Dialects = [dialect] });

        var summary = await bench.SyncAsync(settings => settings with { Permissions = true });

        Assert.Empty(summary.Skips);
        Assert.NotEmpty(AccessFacts.Of(bench.Read())["member roles"]);
        AssertContent(bench, summary, dialect);
    }

    [Theory]
    [InlineData("no-inline-roles")]
    [InlineData("null-inline-roles")]
    [InlineData("some-inline-roles")]
    public async Task Roles_of_members_that_are_left_out_of_a_large_organization_are_said(string dialect)
    {
        await using var bench = await SyncBench.StartAsync(Tenant with { Dialects = [dialect] });

        var summary = await bench.SyncAsync(settings => settings with { Permissions = true });

        Assert.Contains("without the roles", Assert.Single(summary.Skips).Why, StringComparison.Ordinal);
        AssertContent(bench, summary, dialect);
    }

    [Theory]
    [InlineData("capped-totals", 1_300)]
    [InlineData("capped-totals", 1_000)]
    [InlineData("short-export", 1_300)]
    public async Task Tenants_beyond_what_search_lists_are_whole(string dialect, int users)
    {
        await using var bench = await SyncBench.StartAsync(Tenant with { Users = users, Dialects = [dialect] });

        var summary = await bench.SyncAsync();

        Truths.Equal(bench.Tenant.Truth.Users.Select(user => user.Id), bench.Read().IdsOf("user").Intersect(bench.Tenant.Truth.Users.Select(user => user.Id)), "users");
        Assert.True(summary.Proof.Collections.Single(line => line.Collection == "users").Whole);
    }

    private static async Task<(SyncSummary? Summary, Exception? Failure)> RunAsync(SyncBench bench)
    {
        // Enough for a fault that passes, and an end that comes soon for one that stays.
        var api = bench.Api with { MaxAttempts = 3, RetryMaxDelay = TimeSpan.FromMilliseconds(20), AttemptTimeout = TimeSpan.FromSeconds(60) };
        try
        {
            var settings = bench.Settings with { Permissions = true, UserPermissions = true };
            return (await new TenantSync(api, settings, bench.Reporter, NullLoggerFactory.Instance, TimeProvider.System).RunAsync(CancellationToken.None), null);
        }
        catch (Exception failure)
        {
            return (null, failure);
        }
    }

    private static void AssertContent(SyncBench bench, SyncSummary summary, string dialect)
    {
        var truth = AccessFacts.Of(bench.Tenant.Truth);
        var file = AccessFacts.Of(bench.Read());
        var skipped = summary.Skips
            .SelectMany(skip => AccessFacts.AreasOfSkips[skip.What.Split(" (")[0]])
            .ToHashSet(StringComparer.Ordinal);
        if (!summary.Proof.Settings.ContainsKey("sync-user-permissions"))
        {
            skipped.Add("user permissions");
        }

        var missing = truth.Except(file, skipped).ToList();
        var invented = file.Except(truth).ToList();
        Assert.True(missing.Count + invented.Count == 0, $"{dialect}: {missing.Count} missing ({string.Join("; ", missing.Take(4))}), {invented.Count} invented ({string.Join("; ", invented.Take(4))})");
    }
}
