using System.Net;
using System.Text.Json;

namespace Auth0Connector.MockTenant.Tests;

public sealed class ControlTests
{
    public static TheoryData<string> Kinds =>
    [
        "users", "roles", "organization-owned-roles", "organizations", "role-assignments", "memberships", "groups",
        "group-members", "group-roles", "organization-group-roles", "resource-servers", "scopes", "role-permissions",
        "user-permissions", "clients", "client-grants", "consents", "connections", "connection-clients",
        "organization-connections", "organization-domains", "organization-clients",
    ];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Truth_is_read_over_HTTP_line_by_line(string kind)
    {
        await using var tenant = await TenantClient.StartAsync(new(), signIn: false);

        var text = await tenant.Http.GetStringAsync(new Uri($"control/truth/{kind}", UriKind.Relative));
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.NotEmpty(lines);
        Assert.All(lines, x =>
        {
            using var document = JsonDocument.Parse(x);
            Assert.Equal(JsonValueKind.Object, document.RootElement.ValueKind);
        });
        if (kind == "users")
        {
            using var document = JsonDocument.Parse(lines[0]);
            Assert.Equal(900, lines.Length);
            Assert.Equal("auth0|a%2Fb", document.RootElement.GetProperty("id").GetString());
            Assert.True(document.RootElement.TryGetProperty("created_at", out _));
        }
    }

    [Fact]
    public async Task Requests_are_counted_by_endpoint_and_the_count_can_be_reset()
    {
        await using var tenant = await TenantClient.StartAsync();

        await tenant.GetAsync("users?page=1");
        await tenant.GetAsync("users?page=2");
        using var unknown = await tenant.SendAsync("no/such/thing");
        var counts = await ControlAsync(tenant);
        using var reset = await tenant.Http.PostAsync(new Uri("control/reset", UriKind.Relative), content: null);
        var after = await ControlAsync(tenant);

        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        Assert.Equal(4, counts.GetProperty("total").GetInt32());
        Assert.Equal(2, counts.GetProperty("by_endpoint").GetProperty("GET /users").GetInt32());
        Assert.Equal(1, counts.GetProperty("by_endpoint").GetProperty("POST /oauth/token").GetInt32());
        Assert.Equal(1, counts.GetProperty("by_endpoint").GetProperty("(unknown)").GetInt32());
        Assert.Equal(1, counts.GetProperty("highest_in_flight").GetInt32());
        Assert.Equal(HttpStatusCode.NoContent, reset.StatusCode);
        Assert.Equal(0, after.GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task Highest_number_in_flight_is_what_clients_did()
    {
        await using var tenant = await TenantClient.StartAsync(new() { Users = 60, Latency = TimeSpan.FromMilliseconds(60) });

        await Task.WhenAll(Enumerable.Range(0, 7).Select(_ => tenant.GetAsync("roles")));

        Assert.Equal(7, tenant.Server.Requests.HighestInFlight);
        Assert.Equal(0, tenant.Server.Requests.InFlight);
    }

    [Fact]
    public async Task History_names_each_request()
    {
        await using var tenant = await TenantClient.StartAsync(new() { Users = 60, RequestHistory = 2 });

        await tenant.GetAsync("users?page=1");
        await tenant.GetAsync("roles");
        var text = await tenant.Http.GetStringAsync(new Uri("control/requests/recent", UriKind.Relative));

        Assert.Equal(["/api/v2/users?page=1", "/api/v2/roles"], tenant.Server.Requests.Recent.Select(x => x.Target));
        Assert.Contains("\"endpoint\":\"GET /roles\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tokens_can_be_revoked_in_the_middle()
    {
        await using var tenant = await TenantClient.StartAsync();

        using var revoked = await tenant.Http.PostAsync(new Uri("control/revoke-tokens", UriKind.Relative), content: null);

        await tenant.GetErrorAsync("users", HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Option_out_of_range_is_refused_by_name()
    {
        var problem = await Assert.ThrowsAsync<ArgumentException>(
            () => MockTenantServer.StartAsync(new() { FaultRate = 2 }, CancellationToken.None));

        Assert.Contains("FaultRate", problem.Message, StringComparison.Ordinal);
    }

    private static async Task<JsonElement> ControlAsync(TenantClient tenant)
    {
        using var answer = await tenant.Http.GetAsync(new Uri("control/requests", UriKind.Relative));
        return await TenantClient.ReadAsync(answer);
    }
}
