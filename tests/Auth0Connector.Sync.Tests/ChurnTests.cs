using System.Globalization;
using Auth0Connector.MockTenant;
using Auth0Connector.Sync.Settings;

namespace Auth0Connector.Sync.Tests;

/// <summary>
/// A tenant that lives while it is read: people, roles, members and permissions go, come and move between two requests. The file
/// holds everybody who was there from the beginning to the end, and nobody who never was. All schedules run with
/// <c>CHURN_SCHEDULES=1000</c>, otherwise some of them.
/// </summary>
public sealed class ChurnTests
{
    private const int SchedulesInThePart = 24;

    private static readonly MockTenantOptions Living = new()
    {
        Users = 320,
        Roles = 130,
        RoleMembers = 6,
        LargeRoleMembers = 230,
        Organizations = 12,
        OrganizationMembers = 9,
        LargeOrganizationMembers = 210,
        Groups = 6,
        PermissionsPerRole = 3,
        Churn = 25,
    };

    public static TheoryData<int> Schedules()
    {
        var wanted = int.TryParse(Environment.GetEnvironmentVariable("CHURN_SCHEDULES"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : SchedulesInThePart;
        var data = new TheoryData<int>();
        data.AddRange([.. Enumerable.Range(1, wanted)]);
        return data;
    }

    [Theory]
    [MemberData(nameof(Schedules))]
    public async Task Whoever_was_there_throughout_is_in_the_file_and_nobody_who_never_was(int seed)
    {
        // By turns small enough for search, and large enough for windows and for the export.
        var way = (UsersVia)(seed % 3);
        await using var bench = await SyncBench.StartAsync(Living with
        {
            ChurnSeed = seed,
            Users = way == UsersVia.Auto ? Living.Users : 1_150,
            Roles = seed % 2 == 0 ? Living.Roles : 12,
        });

        var summary = await bench.SyncAsync(settings => settings with { Permissions = true, UsersVia = way });

        var file = AccessFacts.Of(bench.Read());
        var skipped = summary.Skips.SelectMany(skip => AccessFacts.AreasOfSkips[skip.What.Split(" (")[0]]).Append("user permissions").ToHashSet(StringComparer.Ordinal);
        var missing = AccessFacts.Of(bench.Tenant.Truth.Throughout).Except(file, skipped).ToList();
        var invented = file.Except(AccessFacts.Of(bench.Tenant.Truth.Ever)).ToList();
        Assert.True(missing.Count + invented.Count == 0, $"{way}, {seed}: {missing.Count} missing ({string.Join("; ", missing.Take(4))}), {invented.Count} invented ({string.Join("; ", invented.Take(4))})");
        Assert.NotEmpty(AccessFacts.Of(bench.Tenant.Truth.Ever).Except(AccessFacts.Of(bench.Tenant.Truth.Throughout)));
    }
}
