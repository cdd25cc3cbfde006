using System.Net;
using System.Net.Sockets;
using System.Text;
using Auth0Connector.Cli.Tests.Support;
using Auth0Connector.MockTenant;

namespace Auth0Connector.Cli.Tests.Safety;

/// <summary>Whom the program talks to, and what it tells them.</summary>
public sealed class TrustTests
{
    [Fact]
    public async Task A_private_authority_is_trusted_once_it_is_named()
    {
        await using var bench = await TenantBench.StartAsync();
        await using var front = new TlsFront(bench.Tenant.BaseUrl.Port);
        bench.Workspace.Variables["BATON_AUTH0_BASE_URL"] = front.Url;
        bench.Workspace.Variables["BATON_AUTH0_AUDIENCE"] = bench.Tenant.BaseUrl + "api/v2/";

        var untrusted = await bench.Workspace.RunAsync();

        Assert.Equal(12, untrusted.ExitCode);
        Assert.Contains("localhost presents a certificate that is not trusted here", untrusted.ErrorLine, StringComparison.Ordinal);
        Assert.Contains("--ca-file", untrusted.ErrorLine, StringComparison.Ordinal);
        Assert.Equal(0, bench.Tenant.Requests.Total);

        bench.Workspace.Write("ca.pem", front.AuthorityPem);
        var trusted = await bench.Workspace.RunAsync("--ca-file", "ca.pem");

        Assert.True(trusted.ExitCode == 0, trusted.Error);
    }

    [Fact]
    public async Task Another_authority_helps_nothing()
    {
        await using var bench = await TenantBench.StartAsync();
        await using var front = new TlsFront(bench.Tenant.BaseUrl.Port);
        await using var other = new TlsFront(bench.Tenant.BaseUrl.Port);
        bench.Workspace.Variables["BATON_AUTH0_BASE_URL"] = front.Url;
        bench.Workspace.Write("ca.pem", other.AuthorityPem);

        var result = await bench.Workspace.RunAsync("--ca-file", "ca.pem");

        Assert.Equal(12, result.ExitCode);
        Assert.Equal(0, bench.Tenant.Requests.Total);
    }

    [Fact]
    public async Task A_redirect_carries_nothing_to_another_host()
    {
        using var elsewhere = new TcpListener(IPAddress.Loopback, 0);
        elsewhere.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)elsewhere.LocalEndpoint).Port}/";
        await using var bench = await TenantBench.StartAsync(new MockTenantOptions
        {
            Users = 20,
            Script = request => request.Endpoint == "GET /users"
                ? new MockFault { Status = 302, Headers = new Dictionary<string, string>(StringComparer.Ordinal) { ["Location"] = address } }
                : null,
        });

        var result = await bench.Workspace.RunAsync();

        Assert.Equal(14, result.ExitCode);
        Assert.Contains("redirects elsewhere", result.ErrorLine, StringComparison.Ordinal);
        Assert.False(elsewhere.Pending(), "somebody came");
    }

    [Fact]
    public async Task The_usual_variables_name_the_proxy()
    {
        using var proxy = new TcpListener(IPAddress.Loopback, 0);
        proxy.Start();
        using var workspace = new Workspace().WithTenant();
        workspace.Variables["HTTPS_PROXY"] = $"http://127.0.0.1:{((IPEndPoint)proxy.LocalEndpoint).Port}";
        using var process = RealProcess.Start(workspace);
        using var client = await proxy.AcceptTcpClientAsync();
        var bytes = new byte[256];

        var count = await client.GetStream().ReadAsync(bytes);

        Assert.StartsWith("CONNECT acme.eu.auth0.com:443 ", Encoding.ASCII.GetString(bytes, 0, count), StringComparison.Ordinal);
    }
}
