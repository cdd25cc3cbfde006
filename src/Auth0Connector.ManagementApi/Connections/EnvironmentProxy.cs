using System.Net;

namespace Auth0Connector.ManagementApi.Connections;

/// <summary>The proxy that the usual variables name; what runs on this machine is asked directly unless it was asked for.</summary>
internal sealed class EnvironmentProxy(IWebProxy named, bool alsoForLoopback) : IWebProxy
{
    public ICredentials? Credentials
    {
        get => named.Credentials;
        set => named.Credentials = value;
    }

    public static EnvironmentProxy Of(ConnectionSettings settings) => new(HttpClient.DefaultProxy, settings.UsesProxyForLoopback);

    public Uri? GetProxy(Uri destination) => IsBypassed(destination) ? null : named.GetProxy(destination);

    public bool IsBypassed(Uri host) => (!alsoForLoopback && IsLoopback(host)) || named.IsBypassed(host);

    private static bool IsLoopback(Uri host) => host.IsLoopback || host.IdnHost.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase);
}
