using System.Text.Json;
using Auth0Connector.Cli.Tests.Support;
using Auth0Connector.MockTenant;

namespace Auth0Connector.Cli.Tests.Commands;

/// <summary>The program as people start it: streams, signals and codes of a real process.</summary>
public sealed class ProcessTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task A_mistake_reaches_the_shell()
    {
        var result = await RealProcess.RunAsync(_workspace, "--concurrency", "0");

        Assert.Equal(2, result.ExitCode);
        Assert.Equal("error: --concurrency: 0 is out of range; give a whole number from 1 to 256", result.Error.Trim());
    }

    [Fact]
    public async Task The_demo_leaves_a_file_and_pure_json()
    {
        var result = await RealProcess.RunAsync(_workspace, "demo", "-o", "json");

        Assert.Equal(0, result.ExitCode);
        JsonDocument.Parse(result.Out).Dispose();
        Assert.True(File.Exists(_workspace.PathOf("sync.c1z")));
    }

    [Theory]
    [InlineData("INT", 130)]
    [InlineData("TERM", 143)]
    public async Task A_signal_stops_a_sync_cleanly_and_says_what_is_left(string signal, int code)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        await using var tenant = await MockTenantServer.StartAsync(new MockTenantOptions { Users = 500, Latency = TimeSpan.FromMilliseconds(300) }, CancellationToken.None);
        _workspace.LeadTo(tenant);
        using var process = RealProcess.Start(_workspace);
        await process.LogsAsync("started");
        process.Signal(signal);

        var result = await process.EndAsync();

        Assert.Equal(code, result.ExitCode);
        Assert.Contains("error: stopped before the end; ", result.Error, StringComparison.Ordinal);
        Assert.Contains("no access file was written", result.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(_workspace.PathOf("sync.c1z")));
    }

    [Fact]
    public async Task The_mock_tenant_says_how_to_get_in_and_ends_well()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var process = RealProcess.Start(_workspace, "mock-tenant", "--port", "0", "--users", "30", "-o", "json");
        using var json = JsonDocument.Parse(await process.SaysAsync("}"));
        _workspace.LeadTo(
            json.RootElement.GetProperty("baseUrl").GetString()!,
            json.RootElement.GetProperty("clientId").GetString()!,
            json.RootElement.GetProperty("clientSecret").GetString()!);

        var sync = await _workspace.RunAsync();
        process.Signal("INT");

        Assert.Equal(0, sync.ExitCode);
        Assert.Equal(0, (await process.EndAsync()).ExitCode);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_said_so()
    {
        await using var tenant = await MockTenantServer.StartAsync(new MockTenantOptions { Users = 10 }, CancellationToken.None);

        var result = await _workspace.RunAsync("mock-tenant", "--port", $"{tenant.BaseUrl.Port}");

        Assert.Equal($"error: --port: {tenant.BaseUrl.Port} is taken; give another, or 0 for a free one\n", result.Error);
        Assert.Equal(2, result.ExitCode);
    }
}
