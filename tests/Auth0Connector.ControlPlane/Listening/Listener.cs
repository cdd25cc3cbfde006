using System.Net;
using Auth0Connector.ControlPlane.Identity;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Auth0Connector.ControlPlane.Listening;

/// <summary>One time of listening: gRPC and the token endpoint over TLS on one loopback port.</summary>
internal sealed class Listener : IAsyncDisposable
{
    private const string TokenPath = "/auth/v1/token";
    private const int Window = 1024 * 1024;

    private readonly WebApplication _app;
    private readonly Cloud _cloud;

    private Listener(WebApplication app, Cloud cloud)
    {
        _app = app;
        _cloud = cloud;
    }

    public int Port { get; private set; }

    /// <param name="cloud">What is served.</param>
    /// <param name="authority">Gives the certificate.</param>
    /// <param name="port">0 for a free one.</param>
    /// <param name="cancellationToken">Gives up the start.</param>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<Listener> StartAsync(Cloud cloud, Authority authority, int port, CancellationToken cancellationToken)
    {
        // Empty: no configuration is read and nothing is logged.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel => Configure(kestrel, cloud, authority, port));
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton(cloud);
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        builder.Services.AddGrpc();
        var app = builder.Build();
        var listener = new Listener(app, cloud);
        try
        {
            app.Map(TokenPath, new TokenEndpoint(cloud).AnswerAsync);
            app.MapGrpcService<BatonEndpoint>();
            app.MapFallback("{*path}", listener.RefuseAsync);
            await app.StartAsync(cancellationToken);
            var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.First();
            listener.Port = new Uri(address ?? throw new InvalidOperationException("Kestrel names no address.")).Port;
            return listener;
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    /// <summary>Cuts the open connections and stops listening.</summary>
    public async ValueTask DisposeAsync()
    {
        _cloud.CutLines();

        // A cancelled token makes Kestrel abort what is still open instead of waiting for it.
        await _app.StopAsync(new CancellationToken(canceled: true)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _app.DisposeAsync();
    }

    private static void Configure(KestrelServerOptions kestrel, Cloud cloud, Authority authority, int port)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.Http2.InitialStreamWindowSize = Window;
        kestrel.Limits.Http2.InitialConnectionWindowSize = Window;
        kestrel.Listen(IPAddress.Loopback, port, listen =>
        {
            listen.Protocols = HttpProtocols.Http1AndHttp2;
            listen.Use(next => line => cloud.Lines.HoldAsync(line, next));
            listen.UseHttps(new HttpsConnectionAdapterOptions { ServerCertificate = authority.Certificate });
        });
    }

    private Task RefuseAsync(HttpContext context)
    {
        _cloud.Rules.Write($"{context.Request.Method} {context.Request.Path}: nothing is asked but what the cloud offers");
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    // Signals are the business of the test's process.
    private sealed class NoLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
