using System.Security.Cryptography.X509Certificates;
using Auth0Connector.ManagementApi.Connections;
using Auth0Connector.Service.Credentials;
using Auth0Connector.Service.Protocol;

namespace Auth0Connector.Service.Cloud;

/// <summary>Which tenant of ConductorOne is served, as whom, and how it is reached.</summary>
public sealed record CloudOptions
{
    /// <summary>The connector's client id.</summary>
    public required ConnectorId Id { get; init; }

    /// <summary>The key that belongs to it.</summary>
    public required ConnectorSecret Secret { get; init; }

    /// <summary>Which of the connector's machines this is, in every request: 1 to 256 characters.</summary>
    public required string HostId { get; init; }

    /// <summary>Whom to ask instead of the id's host, as <c>host</c> or <c>host:port</c> (<c>BATON_C1_API_HOST</c>); assertions stay made out to the id's host.</summary>
    /// <value>Default: <see langword="null"/>, the id's host.</value>
    public string? ApiHost { get; init; }

    /// <summary>Certificates of private authorities to trust besides the system's, for tokens and for calls.</summary>
    /// <value>Default: none.</value>
    public IReadOnlyList<X509Certificate2> Authorities { get; init; } = [];

    /// <summary>Whether the proxy that the environment names is asked for a cloud on this machine too.</summary>
    /// <value>Default: <see langword="false"/>.</value>
    public bool UsesProxyForLoopback { get; init; }

    /// <summary>What we call ourselves in every request.</summary>
    /// <value>Default: <c>auth0-connector/VERSION</c>.</value>
    public string UserAgent { get; init; } = ConnectionHandler.Product.ToString();

    /// <summary>Longest time for one question for a token; more than 25 seconds count as those, so that a call can say what it waited for.</summary>
    /// <value>Default: 25 seconds.</value>
    public TimeSpan HttpTimeout { get; init; } = CloudTimes.LongestTokenAttempt;

    /// <summary>What is running, said with hello; what is empty is said as <c>unknown</c>.</summary>
    public BatonServiceHelloRequest.Types.BuildInfo Build { get; init; } = new();

    /// <summary>Where it is running, said with hello; what is empty is said as <c>unknown</c>.</summary>
    public BatonServiceHelloRequest.Types.OSInfo Machine { get; init; } = new();
}
