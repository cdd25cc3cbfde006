using System.Net;
using System.Net.Sockets;
using Auth0Connector.Cli.Tests.Support;

namespace Auth0Connector.Cli.Tests.Safety;

/// <summary>What a person sees of a tenant that does not answer.</summary>
public sealed class UnreachableTenantTests
{
    [Theory]
    [InlineData("validate")]
    [InlineData("grant", "--user", "auth0|1", "--role", "rol_1")]
    [InlineData("revoke", "--user", "auth0|1", "--role", "rol_1")]
    [InlineData("account", "disable", "--user", "auth0|1")]
    public async Task A_command_that_somebody_waits_for_says_why_and_gives_up_after_two_attempts(params string[] arguments)
    {
        using var workspace = new Workspace().WithTenant();
        var address = $"127.0.0.1:{LoopbackServer.FreePort()}";
        workspace.Variables["BATON_AUTH0_BASE_URL"] = "http://" + address;

        var result = await workspace.RunAsync(arguments);

        Assert.Equal(12, result.ExitCode);
        Assert.Contains($"cannot reach {address}: connection refused, after 2 attempts", result.ErrorLine, StringComparison.Ordinal);
        Assert.Contains("trying again in 1 s (2 of 2): connection refused", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_that_does_not_exist_ends_a_sync_at_once()
    {
        using var workspace = new Workspace().WithTenant();
        workspace.Variables["BATON_AUTH0_BASE_URL"] = "https://no-such-tenant.invalid";

        var result = await workspace.RunAsync();

        Assert.Equal(12, result.ExitCode);
        Assert.Contains("cannot reach no-such-tenant.invalid: no such host", result.ErrorLine, StringComparison.Ordinal);
        Assert.DoesNotContain("trying again", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sync_says_at_the_first_attempt_why_and_stops_at_a_signal_while_it_waits()
    {
        using var workspace = new Workspace().WithTenant();
        workspace.Variables["BATON_AUTH0_BASE_URL"] = $"http://127.0.0.1:{LoopbackServer.FreePort()}";
        using var process = RealProcess.Start(workspace);

        await process.LogsAsync("(4 of 8): connection refused");
        process.Signal("INT");

        Assert.Equal(130, (await process.EndAsync()).ExitCode);
    }

    [Fact]
    public async Task A_proxy_is_asked_for_this_machine_only_where_the_flag_says_so()
    {
        using var proxy = new TcpListener(IPAddress.Loopback, 0);
        proxy.Start();
        var proxyAddress = $"127.0.0.1:{((IPEndPoint)proxy.LocalEndpoint).Port}";
        using var workspace = new Workspace().WithTenant();
        var address = $"127.0.0.1:{LoopbackServer.FreePort()}";
        workspace.Variables["BATON_AUTH0_BASE_URL"] = "http://" + address;
        workspace.Variables["http_proxy"] = $"http://me:pw@{proxyAddress}";

        var direct = await RealProcess.RunAsync(workspace, "validate");

        Assert.False(proxy.Pending(), "somebody came");
        Assert.Contains($"cannot reach {address}: connection refused", direct.Error, StringComparison.Ordinal);
        proxy.Stop();

        var through = await RealProcess.RunAsync(workspace, "validate", "--proxy-loopback");

        Assert.Contains($"connection refused (through the proxy {proxyAddress})", through.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("me:pw", through.Error, StringComparison.Ordinal);
    }
}
