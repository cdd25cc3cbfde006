using System.Net.Http.Headers;

namespace Auth0Connector.ManagementApi.Connections;

/// <summary>What every client that leaves this machine has in common, whatever it speaks.</summary>
public static class ConnectionHandler
{
    /// <summary>Most of an answer's headers, in units of 1024 bytes.</summary>
    public const int MostHeaderKilobytes = 64;

    /// <summary>What we call ourselves: <c>auth0-connector/VERSION</c>.</summary>
    public static ProductInfoHeaderValue Product =>
        new("auth0-connector", (typeof(ConnectionHandler).Assembly.GetName().Version ?? new Version(0, 0, 0)).ToString(3));

    /// <summary>A handler that follows no redirect, keeps no cookies and verifies certificates; the caller owns it and may set more.</summary>
    public static SocketsHttpHandler Create(ConnectionSettings settings)
    {
        var handler = new SocketsHttpHandler
        {
            // A redirect must not carry credentials to another host.
            AllowAutoRedirect = false,
            ConnectTimeout = settings.ConnectTimeout,
            MaxResponseHeadersLength = MostHeaderKilobytes,
            UseCookies = false,
            Proxy = EnvironmentProxy.Of(settings),
        };
        handler.SslOptions.RemoteCertificateValidationCallback = CertificateCheck.Verify;
        if (settings.Authorities.Count > 0)
        {
            handler.SslOptions.CertificateChainPolicy = TrustPolicy.With(settings.Authorities);
        }

        return handler;
    }
}
