using System.Net;
using Auth0Connector.MockTenant.Http;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;

namespace Auth0Connector.MockTenant;

/// <summary>
/// A tenant over real HTTP on the loopback interface. Kestrel is started without a host: no configuration is read,
/// nothing is logged, and Ctrl-C stays the business of the program around it.
/// </summary>
public sealed class MockTenantServer : IAsyncDisposable
{
    private readonly KestrelServer _server;
    private readonly TenantApi _api;

    private MockTenantServer(MockTenantOptions options, KestrelServer server)
    {
        Options = options;
        _server = server;
        Requests = new RequestLog(options.RequestHistory);
        _api = new TenantApi(options, Requests);
    }

    /// <summary>Where it listens, such as <c>http://127.0.0.1:8089/</c>.</summary>
    public Uri BaseUrl { get; private set; } = new("http://127.0.0.1/");

    /// <summary>What it was started with.</summary>
    public MockTenantOptions Options { get; }

    /// <summary>What is true in the tenant.</summary>
    public TenantTruth Truth => _api.Truth;

    /// <summary>What was asked so far.</summary>
    public RequestLog Requests { get; }

    /// <summary>The identifier of its Management API, to be asked for as audience.</summary>
    public string Audience => _api.Audience;

    /// <summary>Listens on 127.0.0.1 and answers until disposed.</summary>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<MockTenantServer> StartAsync(MockTenantOptions options, CancellationToken cancellationToken)
    {
        OptionRules.Check(options);
        var kestrel = new KestrelServerOptions { AddServerHeader = false };
        kestrel.Listen(IPAddress.Loopback, options.Port, listen => listen.Protocols = HttpProtocols.Http1);

        // Ids of 255 characters, escaped, and queries of several of them.
        kestrel.Limits.MaxRequestLineSize = 32 * 1024;
        var transport = new SocketTransportFactory(
            Microsoft.Extensions.Options.Options.Create(new SocketTransportOptions()), NullLoggerFactory.Instance);
        var server = new KestrelServer(
            Microsoft.Extensions.Options.Options.Create(kestrel), transport, NullLoggerFactory.Instance);
        var tenant = new MockTenantServer(options, server);
        try
        {
            await server.StartAsync(new HttpApplication(tenant._api), cancellationToken);
            var address = server.Features.Get<IServerAddressesFeature>()?.Addresses.First();
            tenant.BaseUrl = new Uri(address ?? throw new InvalidOperationException("Kestrel names no address."));
            tenant._api.Open(tenant.BaseUrl);
            return tenant;
        }
        catch
        {
            server.Dispose();
            throw;
        }
    }

    /// <summary>Puts a line into the tenant's log that is no write of the Management API, such as a sign-in (<c>s</c>).</summary>
    public void Happen(string type, string? userId = null, string? clientId = null, string? organizationId = null) =>
        _api.Log.Add((id, date) => new Data.LoggedLine { Id = id, Date = date, Type = type, UserId = userId, ClientId = clientId, OrganizationId = organizationId });

    /// <summary>Drops the open connections and stops listening.</summary>
    public async ValueTask DisposeAsync()
    {
        // A cancelled token makes Kestrel abort what is still open instead of waiting for idle clients.
        await _server.StopAsync(new CancellationToken(canceled: true));
        _server.Dispose();
        _api.Dispose();
    }
}
