using Auth0Connector.ManagementApi.Pacing;
using Auth0Connector.MockTenant;

namespace Auth0Connector.Sync.Tests;

/// <summary>Whole syncs against every plan. Refusals are planning errors: at most two, while the limits are unknown.</summary>
public sealed class PlanTests
{
    private static readonly MockTenantOptions Tenant = new()
    {
        Users = 1_500,
        Roles = 6,
        RoleMembers = 120,
        Organizations = 7,
        OrganizationMembers = 110,
        Oddities = false,
        ExportDuration = TimeSpan.Zero,
    };

    [Theory]
    [InlineData(RatePlan.None, 0.8)]
    [InlineData(RatePlan.Professional, 0.8)]
    [InlineData(RatePlan.Enterprise, 0.8)]
    [InlineData(RatePlan.Enterprise, 1)]
    [InlineData(RatePlan.PrivateCloud, 0.8)]
    [InlineData(RatePlan.PrivateCloud, 1)]
    public async Task A_plan_refuses_a_whole_sync_at_most_twice(RatePlan plan, double share)
    {
        await AssertReadAsync(Tenant with { Plan = plan }, share);
    }

    [Fact]
    public async Task The_free_plan_refuses_a_whole_sync_at_most_twice()
    {
        await AssertReadAsync(Tenant with { Plan = RatePlan.Free, Users = 150, Roles = 2, RoleMembers = 20, Organizations = 1, OrganizationMembers = 10 }, 0.8);
    }

    [Theory]
    [InlineData(0.8)]
    [InlineData(1)]
    public async Task One_bucket_for_everything_refuses_a_whole_sync_at_most_twice(double share)
    {
        await AssertReadAsync(Tenant with { RateLimitPerSecond = 15, Burst = 50 }, share);
    }

    private static async Task AssertReadAsync(MockTenantOptions options, double share)
    {
        await using var bench = await SyncBench.StartAsync(options);
        var api = bench.Api with { Pace = new PaceOptions { RateShare = share } };

        var summary = await bench.SyncAsync(api);

        Assert.InRange(summary.Refusals, 0, 2);
        Assert.Equal(summary.Refusals, bench.Tenant.Requests.Refusals);
        Truths.Equal(bench.Tenant.Truth.Users.Select(user => user.Id), bench.Read().IdsOf("user"), "users");
    }
}
