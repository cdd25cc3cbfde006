using System.Text.Json;
using Auth0Connector.Cli.Tests.Support;
using Auth0Connector.MockTenant;

namespace Auth0Connector.Cli.Tests.Commands;

public sealed class ValidateTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task A_tenant_that_can_be_read_whole_ends_with_zero_and_an_estimate()
    {
        await using var tenant = await StartAsync(new MockTenantOptions { Users = 5_000, Roles = 9, Organizations = 40, RateLimitPerSecond = 50, Burst = 20 });

        var result = await _workspace.RunAsync("validate", "-o", "json", "--sync-permissions");

        Assert.Equal(0, result.ExitCode);
        using var json = JsonDocument.Parse(result.Out);
        var root = json.RootElement;
        Assert.True(root.GetProperty("complete").GetBoolean());
        Assert.Equal(tenant.Audience, root.GetProperty("audience").GetString());
        Assert.Contains("read:users", root.GetProperty("scopes").EnumerateArray().Select(scope => scope.GetString()));
        Assert.Equal(5_000, Part(root, "users").GetProperty("count").GetInt64());
        Assert.Equal(40, Part(root, "organizations").GetProperty("count").GetInt64());
        Assert.Equal(20, root.GetProperty("limits")[0].GetProperty("burst").GetInt32());
        Assert.False(File.Exists(_workspace.PathOf("sync.c1z")));
        await AssertEstimateAsync(root.GetProperty("requests").GetInt64(), tenant);
    }

    [Fact]
    public async Task What_would_be_skipped_is_said_and_how_to_get_it()
    {
        await using var tenant = await StartAsync(new MockTenantOptions { Scopes = [.. MockTenantScopes.Read.Except(["read:group_roles"])] });

        var result = await _workspace.RunAsync("validate");
        var strict = await _workspace.RunAsync("validate", "--strict");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("roles held by groups: the token lacks read:group_roles. Grant read:group_roles", result.Out, StringComparison.Ordinal);
        Assert.Equal(11, strict.ExitCode);
    }

    [Fact]
    public async Task A_plan_without_a_feature_is_found_out()
    {
        await using var tenant = await StartAsync(new MockTenantOptions { GroupsFeature = false });

        var result = await _workspace.RunAsync("validate");
        var asked = await _workspace.RunAsync("validate", "--sync-resource-types", "user,group");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("Would be skipped: groups: the tenant's plan lacks the feature", result.Out, StringComparison.Ordinal);
        Assert.Equal(11, asked.ExitCode);
    }

    [Fact]
    public async Task What_cannot_be_done_without_ends_with_its_own_code()
    {
        await using var tenant = await StartAsync(new MockTenantOptions { Scopes = ["read:users", "read:roles"] });

        var result = await _workspace.RunAsync("validate");

        Assert.Equal(11, result.ExitCode);
        Assert.Contains("organizations (the token lacks read:organizations)", result.Error, StringComparison.Ordinal);
        Assert.Contains("members of organizations (the token lacks read:organization_members)", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refused_credentials_have_their_code()
    {
        await using var tenant = await StartAsync(new MockTenantOptions());

        Assert.Equal(10, (await _workspace.RunAsync("validate", "--auth0-client-secret", "not-the-secret")).ExitCode);
    }

    private async Task AssertEstimateAsync(long estimate, MockTenantServer tenant)
    {
        var before = tenant.Requests.Total;
        await _workspace.RunAsync("--sync-permissions");
        var made = tenant.Requests.Total - before;

        Assert.InRange(estimate, made * 2 / 3, made * 3 / 2);
    }

    private static JsonElement Part(JsonElement root, string what) =>
        root.GetProperty("parts").EnumerateArray().Single(part => part.GetProperty("what").GetString() == what);

    private async Task<MockTenantServer> StartAsync(MockTenantOptions options)
    {
        var tenant = await MockTenantServer.StartAsync(options, CancellationToken.None);
        _workspace.LeadTo(tenant);
        return tenant;
    }
}
