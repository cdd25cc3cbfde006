using System.Security.Authentication;
using Auth0Connector.ManagementApi.Connections;
using Auth0Connector.Service.Credentials;
using Auth0Connector.Service.Protocol;
using Grpc.Net.Client;

namespace Auth0Connector.Service.Cloud;

/// <summary>The one connection over which tokens are asked for and calls are made; it is kept open between them.</summary>
internal sealed class CloudConnection : IDisposable
{
    // Only while something is asked: servers of the usual kind hang up on who pings them for nothing.
    private static readonly TimeSpan PingAfterSilence = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan PingPatience = TimeSpan.FromSeconds(20);

    // A name that comes to mean another machine is followed.
    private static readonly TimeSpan LongestLife = TimeSpan.FromHours(1);

    private readonly GrpcChannel _channel;

    /// <exception cref="CredentialFormatException">The host to ask instead of the id's is none.</exception>
    public CloudConnection(CloudOptions options)
    {
        Root = Asked(options).Root;
        Settings = new ConnectionSettings
        {
            Authorities = options.Authorities,
            UsesProxyForLoopback = options.UsesProxyForLoopback,
            ConnectTimeout = CloudTimes.Connect,
        };
        var sockets = ConnectionHandler.Create(Settings);
#pragma warning disable CA5398 // Not what the system likes but what the protocol asks for: 1.2 at least.
        sockets.SslOptions.EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13;
#pragma warning restore CA5398
        sockets.KeepAlivePingDelay = PingAfterSilence;
        sockets.KeepAlivePingTimeout = PingPatience;
        sockets.KeepAlivePingPolicy = HttpKeepAlivePingPolicy.WithActiveRequests;
        sockets.PooledConnectionIdleTimeout = Timeout.InfiniteTimeSpan;
        sockets.PooledConnectionLifetime = LongestLife;
        Http = new HttpMessageInvoker(new UserAgentHandler(options.UserAgent, sockets));
        _channel = GrpcChannel.ForAddress(Root, new GrpcChannelOptions
        {
            HttpHandler = new ForeignAnswerHandler(Http),
            HttpVersion = System.Net.HttpVersion.Version20,
            HttpVersionPolicy = HttpVersionPolicy.RequestVersionExact,
        });
        Calls = new BatonService.BatonServiceClient(_channel);
    }

    /// <summary>Whom is asked.</summary>
    public Uri Root { get; }

    /// <summary>The host as errors name it: with its port where it is not the usual one.</summary>
    public string Host => Root.Authority;

    /// <summary>How it is reached.</summary>
    public ConnectionSettings Settings { get; }

    /// <summary>For plain requests.</summary>
    public HttpMessageInvoker Http { get; }

    /// <summary>For calls.</summary>
    public BatonService.BatonServiceClient Calls { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        _channel.Dispose();
        Http.Dispose();
    }

    private static HostAndPort Asked(CloudOptions options) =>
        options.ApiHost?.Trim() is not { Length: > 0 } named
            ? options.Id.Address
            : HostAndPort.Find(named) ?? throw new CredentialFormatException("BATON_C1_API_HOST is not a host, or host:port, without scheme or path");
}
