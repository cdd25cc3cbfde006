using System.Globalization;
using System.Net;
using Microsoft.Extensions.Time.Testing;

namespace Auth0Connector.MockTenant.Tests;

public sealed class LimitTests
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 8, 1, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task One_bucket_empties_says_so_and_refills()
    {
        await using var tenant = await StartAsync(new() { RateLimitPerSecond = 0.5, Burst = 3 });
        var now = _clock.GetUtcNow().ToUnixTimeSeconds();

        for (var remaining = 2; remaining >= 0; remaining--)
        {
            using var answer = await tenant.SendAsync("roles");
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal([3, remaining, now + 2], Headers(answer));
        }

        using var first = await tenant.SendAsync("users");
        using var second = await tenant.SendAsync("roles");
        var body = await TenantClient.ReadAsync(first);
        Assert.Equal(HttpStatusCode.TooManyRequests, first.StatusCode);
        Assert.Equal([3, 0, now + 2], Headers(first));
        Assert.Equal("Global limit has been reached", body.GetProperty("message").GetString());
        Assert.Equal("too_many_requests", body.GetProperty("errorCode").GetString());
        Assert.Null(first.Headers.RetryAfter);
        Assert.Equal(TimeSpan.FromSeconds(2), second.Headers.RetryAfter!.Delta);
        Assert.Equal(2, tenant.Server.Requests.Refusals);

        _clock.Advance(TimeSpan.FromSeconds(2));
        await tenant.GetAsync("roles");
        await tenant.GetErrorAsync("roles", HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task Reset_of_a_fast_bucket_is_now()
    {
        await using var tenant = await StartAsync(new() { RateLimitPerSecond = 10, Burst = 1 });

        await tenant.GetAsync("roles");
        using var refused = await tenant.SendAsync("roles");

        Assert.Equal([1, 0, _clock.GetUtcNow().ToUnixTimeSeconds()], Headers(refused));
    }

    [Fact]
    public async Task Token_endpoint_and_controls_are_outside_the_bucket()
    {
        await using var tenant = await StartAsync(new() { RateLimitPerSecond = 1, Burst = 1 });

        await tenant.SignInAsync();
        await tenant.SignInAsync();
        await tenant.GetAsync("roles");
    }

    [Fact]
    public async Task Plans_have_buckets_of_their_own_for_groups_of_endpoints()
    {
        await using var tenant = await StartAsync(new() { Plan = RatePlan.Enterprise });
        var organization = tenant.Truth.Organizations.Last().Id;

        Assert.Equal(50, await LimitAsync(tenant, "users"));
        Assert.Equal(50, await LimitAsync(tenant, "roles"));
        Assert.Equal(10, await LimitAsync(tenant, "organizations"));
        Assert.Equal(10, await LimitAsync(tenant, $"organizations/{organization}"));
        Assert.Equal(40, await LimitAsync(tenant, $"organizations/{organization}/members"));
        Assert.Equal(10, await LimitAsync(tenant, $"organizations/{organization}/enabled_connections"));
        for (var request = 1; request < 10; request++)
        {
            await tenant.GetAsync("organizations");
        }

        var error = await tenant.GetErrorAsync("organizations", HttpStatusCode.TooManyRequests);
        Assert.Equal("Organizations list limit has been reached", error.GetProperty("message").GetString());
        await tenant.GetAsync("roles");
    }

    [Theory]
    [InlineData(RatePlan.Free, 2, 2)]
    [InlineData(RatePlan.Professional, 40, 10)]
    [InlineData(RatePlan.PrivateCloud, 50, 50)]
    public async Task Plans_differ(RatePlan plan, int users, int roles)
    {
        await using var tenant = await StartAsync(new() { Plan = plan });

        Assert.Equal(users, await LimitAsync(tenant, "users"));
        Assert.Equal(roles, await LimitAsync(tenant, "roles"));
    }

    [Fact]
    public async Task Private_clouds_have_buckets_of_their_own()
    {
        await using var tenant = await StartAsync(new() { Plan = RatePlan.PrivateCloud });
        var membership = tenant.Truth.Memberships.First();
        var organization = $"organizations/{membership.OrganizationId}";

        Assert.Equal(10, await LimitAsync(tenant, "organizations"));
        Assert.Equal(40, await LimitAsync(tenant, organization));
        Assert.Equal(20, await LimitAsync(tenant, organization + "/members"));
        Assert.Equal(20, await LimitAsync(tenant, $"{organization}/members/{Uri.EscapeDataString(membership.UserId)}/roles"));
        Assert.Equal(10, await LimitAsync(tenant, organization + "/client-grants"));
        Assert.Equal(50, await LimitAsync(tenant, organization + "/enabled_connections"));
    }

    [Fact]
    public async Task Without_a_limit_no_header_speaks_of_one()
    {
        await using var tenant = await StartAsync(new());

        using var answer = await tenant.SendAsync("roles");

        Assert.False(answer.Headers.Contains("x-ratelimit-limit"));
        Assert.Equal(_clock.GetUtcNow(), answer.Headers.Date);
    }

    private Task<TenantClient> StartAsync(MockTenantOptions options) =>
        TenantClient.StartAsync(options with { Users = 60, Clock = _clock });

    private static async Task<long> LimitAsync(TenantClient tenant, string path)
    {
        using var answer = await tenant.SendAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return Headers(answer)[0];
    }

    private static long[] Headers(HttpResponseMessage answer) =>
    [
        .. new[] { "x-ratelimit-limit", "x-ratelimit-remaining", "x-ratelimit-reset" }
            .Select(x => long.Parse(answer.Headers.GetValues(x).Single(), CultureInfo.InvariantCulture)),
    ];
}
