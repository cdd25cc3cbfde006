using System.Text.Json;
using Auth0Connector.Cli.Tests.Support;
using Auth0Connector.MockTenant;

namespace Auth0Connector.Cli.Tests.Commands;

public sealed class SyncCommandTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task Settings_from_all_sources_make_one_sync()
    {
        await using var tenant = await StartAsync();
        _workspace.Write(".baton.yaml", $"auth0-base-url: {tenant.BaseUrl}\nfile: config.c1z\nworkers: 2\n");
        _workspace.Write("secret", tenant.Options.ClientSecret + "\n");
        _workspace.Variables["BATON_AUTH0_CLIENT_ID"] = tenant.Options.ClientId;
        _workspace.Variables["BATON_OUTPUT_FORMAT"] = "json";

        var result = await _workspace.RunAsync("--auth0-client-secret-file", "secret", "-f", "flag.c1z", "--sync-resource-types", "user,role");

        Assert.Equal(0, result.ExitCode);
        Assert.True(File.Exists(_workspace.PathOf("flag.c1z")));
        using var json = JsonDocument.Parse(result.Out);
        Assert.Equal(["user", "role"], json.RootElement.GetProperty("resourceTypes").EnumerateArray().Select(type => type.GetProperty("resourceType").GetString()));
    }

    [Fact]
    public async Task Everything_of_the_ecosystem_that_has_no_effect_is_accepted()
    {
        await using var tenant = await StartAsync();
        Connect(tenant, tenant.Options.ClientSecret);

        var result = await _workspace.RunAsync(
            "--skip-full-sync", "--parallel-sync", "--task-concurrency", "3", "--health-check=1", "--otel-tracing-disabled", "--storage-engine", "sqlite", "--log-level", "debug");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("--skip-full-sync has no effect here", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refused_credentials_are_code_10_and_leave_no_file()
    {
        await using var tenant = await StartAsync();
        Connect(tenant, Workspace.Canary);

        var result = await _workspace.RunAsync();

        Assert.Equal(10, result.ExitCode);
        Assert.Empty(result.Out);
        Assert.StartsWith("error: ", result.ErrorLine, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_workspace.Directory));
    }

    [Fact]
    public async Task A_missing_scope_is_code_11_and_named()
    {
        await using var tenant = await MockTenantServer.StartAsync(new MockTenantOptions { Users = 20, Scopes = ["read:users", "read:roles"] }, CancellationToken.None);
        Connect(tenant, tenant.Options.ClientSecret);

        var result = await _workspace.RunAsync();

        Assert.Equal(11, result.ExitCode);
        Assert.Contains("read:organizations", result.ErrorLine, StringComparison.Ordinal);
        Assert.False(File.Exists(_workspace.PathOf("sync.c1z")));
    }

    [Fact]
    public async Task A_directory_that_takes_no_files_is_code_13()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        await using var tenant = await StartAsync();
        Connect(tenant, tenant.Options.ClientSecret);

        // Not even root may create a file there.
        var result = await _workspace.RunAsync("-f", "/proc/sync.c1z");

        Assert.Equal(13, result.ExitCode);
        Assert.Contains("/proc/sync.c1z", result.ErrorLine, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task No_secret_is_printed_or_written_at_any_level(bool right)
    {
        await using var tenant = await MockTenantServer.StartAsync(new MockTenantOptions { Users = 30, ClientSecret = Workspace.Canary, FaultRate = 0.1 }, CancellationToken.None);
        Connect(tenant, right ? Workspace.Canary : Workspace.Canary + "-5ecre7");

        var result = await _workspace.RunAsync("--log-level", "debug", "--log-path", "sync.log");

        Assert.Equal(right ? 0 : 10, result.ExitCode);
        Assert.DoesNotContain("5ecre7", result.Out + result.Error, StringComparison.Ordinal);
        Assert.All(Directory.GetFiles(_workspace.Directory), file => Assert.DoesNotContain("5ecre7", File.ReadAllText(file), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_slip_is_warned_of_while_the_sync_goes_on()
    {
        await using var tenant = await StartAsync();
        Connect(tenant, tenant.Options.ClientSecret);
        _workspace.Write(".baton.yaml", "auth0-client-idd: x\n");

        var result = await _workspace.RunAsync();

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("unknown key 'auth0-client-idd' is ignored; did you mean 'auth0-client-id'?", result.Error, StringComparison.Ordinal);
    }

    private static Task<MockTenantServer> StartAsync() => MockTenantServer.StartAsync(new MockTenantOptions { Users = 40 }, CancellationToken.None);

    private void Connect(MockTenantServer tenant, string secret)
    {
        _workspace.LeadTo(tenant.BaseUrl.AbsoluteUri, tenant.Options.ClientId, secret);
    }
}
