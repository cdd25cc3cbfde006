using System.Net;
using System.Net.Http.Headers;
using Auth0Connector.ManagementApi.Connections;
using Auth0Connector.ManagementApi.Options;

namespace Auth0Connector.ManagementApi.Http;

/// <summary>Makes the one <see cref="HttpClient"/> of a tenant.</summary>
internal static class TenantHttpClient
{
    private static readonly TimeSpan LongestConnect = TimeSpan.FromSeconds(30);

    /// <summary>A client for one question on this machine, without retries.</summary>
    public static HttpClient CreatePlain() => new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false }) { Timeout = Timeout.InfiniteTimeSpan };

    // A little less than an attempt may take, so that the error can name the phase.
    private static TimeSpan ConnectTimeout(ManagementApiOptions options) =>
        options.AttemptTimeout * 0.9 < LongestConnect ? options.AttemptTimeout * 0.9 : LongestConnect;

    /// <summary>How a tenant is reached.</summary>
    public static ConnectionSettings Connection(ManagementApiOptions options) => new()
    {
        Authorities = options.Authorities,
        UsesProxyForLoopback = options.UsesProxyForLoopback,
        ConnectTimeout = ConnectTimeout(options),
    };

    public static HttpClient Create(ManagementApiOptions options)
    {
        var handler = ConnectionHandler.Create(Connection(options));
        handler.AutomaticDecompression = DecompressionMethods.All;
        // The governor decides how many requests travel; a download and a token request come on top.
        handler.MaxConnectionsPerServer = options.Pace.MaxConcurrency + 2;
        handler.PooledConnectionLifetime = TimeSpan.FromMinutes(10);

        // The attempt's own timeout covers the body as well; the client's would not tell which attempt it cut.
        var http = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        http.DefaultRequestHeaders.UserAgent.Add(ConnectionHandler.Product);
        http.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        return http;
    }
}
