using System.Net;
using System.Net.Http.Headers;
using Auth0Connector.ManagementApi.Options;

namespace Auth0Connector.ManagementApi.Http;

/// <summary>Makes the one <see cref="HttpClient"/> of a tenant.</summary>
internal static class TenantHttpClient
{
    private static readonly TimeSpan LongestConnect = TimeSpan.FromSeconds(30);

    /// <summary>A client for one question on this machine, without retries.</summary>
    public static HttpClient CreatePlain() => new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false }) { Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>Longest time to connect: a little less than an attempt may take, so that the error can name the phase.</summary>
    public static TimeSpan ConnectTimeout(ManagementApiOptions options) =>
        options.AttemptTimeout * 0.9 < LongestConnect ? options.AttemptTimeout * 0.9 : LongestConnect;

    public static HttpClient Create(ManagementApiOptions options)
    {
        var handler = new SocketsHttpHandler
        {
            // A redirect must not carry credentials to another host.
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.All,
            // The governor decides how many requests travel; a download and a token request come on top.
            MaxConnectionsPerServer = options.Pace.MaxConcurrency + 2,
            PooledConnectionLifetime = TimeSpan.FromMinutes(10),
            ConnectTimeout = ConnectTimeout(options),
            MaxResponseHeadersLength = AnswerSize.MostHeaderKilobytes,
            UseCookies = false,
            Proxy = TenantProxy.Of(options),
        };
        handler.SslOptions.RemoteCertificateValidationCallback = CertificateCheck.Verify;
        if (options.Authorities.Count > 0)
        {
            handler.SslOptions.CertificateChainPolicy = TrustPolicy.With(options.Authorities);
        }

        // The attempt's own timeout covers the body as well; the client's would not tell which attempt it cut.
        var http = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        var version = typeof(TenantHttpClient).Assembly.GetName().Version ?? new Version(0, 0);
        http.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("auth0-connector", version.ToString(3)));
        http.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        return http;
    }
}
