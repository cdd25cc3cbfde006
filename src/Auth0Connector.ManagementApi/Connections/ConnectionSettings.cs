using System.Security.Cryptography.X509Certificates;

namespace Auth0Connector.ManagementApi.Connections;

/// <summary>How a server is reached: whom to believe that it is who it says, through which proxy, how long it may take.</summary>
public sealed record ConnectionSettings
{
    /// <summary>Certificates of private authorities to trust besides the system's; nothing turns verification off.</summary>
    /// <value>Default: none.</value>
    public IReadOnlyList<X509Certificate2> Authorities { get; init; } = [];

    /// <summary>Whether the proxy that the environment names is asked for a server on this machine too.</summary>
    /// <value>Default: <see langword="false"/>.</value>
    public bool UsesProxyForLoopback { get; init; }

    /// <summary>Longest time until a connection stands, TLS included.</summary>
    /// <value>Default: 30 seconds.</value>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(30);
}
