using Auth0Connector.ManagementApi.Options;
using Auth0Connector.MockTenant;

namespace Auth0Connector.Sync.Tests.Resuming;

/// <summary>A run goes on only where everything that it belongs to is the same, and what differs is said.</summary>
public sealed class RunIdentityTests
{
    private static readonly MockTenantOptions Small = new() { Users = 120, Roles = 3, Organizations = 3, Groups = 2 };

    public static TheoryData<string, string> Parts() => new()
    {
        { "port", "another tenant (http://127.0.0.1:" },
        { "host", "another tenant (http://127.0.0.1:" },
        { "client", "another client (" + MockTenantOptions.DefaultClientId },
        { "audience", "another audience (" },
        { "settings", "other settings (" },
    };

    [Theory]
    [MemberData(nameof(Parts))]
    public async Task Another_one_starts_over_and_says_what_differs(string part, string why)
    {
        await using var run = await LeftRun.OfAsync(Small);
        await run.LeaveAsync("verifying", "left");
        var port = run.Bench.Tenant.BaseUrl.Port;
        if (part is "client" or "audience")
        {
            // At the same address, so that nothing else differs.
            await run.Bench.Tenant.DisposeAsync();
        }

        await using var second = await MockTenantServer.StartAsync(
            part switch
            {
                "client" => Small with { Port = port, ClientId = "another-client" },
                "audience" => Small with { Port = port, Audience = "https://canonical.example/api/v2/" },
                _ => Small with { Seed = 7 },
            },
            CancellationToken.None);
        var api = run.Bench.Api;
        api = part switch
        {
            "port" => api with { BaseUrl = second.BaseUrl },
            "host" => api with { BaseUrl = new UriBuilder(api.BaseUrl) { Host = "localhost" }.Uri, Audience = Audience(api) },
            "audience" => api with { Audience = "https://canonical.example/api/v2/" },
            "client" => api with { ClientId = "another-client" },
            _ => api,
        };
        var lines = new RecordingLog();
        var settings = run.Bench.Settings with { TargetPath = run.FileOf("left"), Permissions = part != "settings" };

        await Record.ExceptionAsync(() => new TenantSync(api, settings, new RecordingReporter(), lines, TimeProvider.System).RunAsync(CancellationToken.None));

        Assert.Contains(why, Assert.Single(lines.StartsOver()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_default_audience_by_name_is_the_same_one()
    {
        await using var run = await LeftRun.OfAsync(Small);
        await run.LeaveAsync("verifying", "left");
        var api = run.Bench.Api with { Audience = Audience(run.Bench.Api) };
        var settings = run.Bench.Settings with { TargetPath = run.FileOf("left"), Permissions = true };

        Assert.True((await new TenantSync(api, settings, new RecordingReporter(), LeftRun.NullLines, TimeProvider.System).RunAsync(CancellationToken.None)).Resumed);
    }

    private static string Audience(ManagementApiOptions api) => new Uri(api.BaseUrl, "api/v2/").ToString();
}
