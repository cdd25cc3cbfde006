using System.Security.Cryptography.X509Certificates;
using Auth0Connector.ManagementApi.Pacing;

namespace Auth0Connector.ManagementApi.Options;

/// <summary>How to reach a tenant and how patient to be with it.</summary>
public sealed record ManagementApiOptions
{
    /// <summary>Where the API stands below the root of a tenant.</summary>
    internal const string ApiPath = "api/v2/";

    /// <summary>Root of the tenant, such as <c>https://acme.eu.auth0.com/</c>; the API is below <c>api/v2</c>.</summary>
    public required Uri BaseUrl { get; init; }

    /// <summary>
    /// Audience of the token. <see langword="null"/> means <c>{BaseUrl}api/v2/</c>; behind a custom domain it is
    /// the canonical tenant's (API reference, section 1.1).
    /// </summary>
    public string? Audience { get; init; }

    /// <summary>Client id of the machine-to-machine application.</summary>
    public required string ClientId { get; init; }

    /// <summary>The secret or the private key of the application.</summary>
    public required ClientCredential Credential { get; init; }

    /// <summary>Longest time for one attempt of one request, body included.</summary>
    /// <value>Default: 300 seconds, as in the ecosystem's <c>--http-timeout-seconds</c>.</value>
    public TimeSpan AttemptTimeout { get; init; } = TimeSpan.FromSeconds(300);

    /// <summary>How often a request is tried in all.</summary>
    /// <value>Default: 8.</value>
    public int MaxAttempts { get; init; } = 8;

    /// <summary>
    /// How often a request is tried in all while the tenant cannot be reached and has never answered anything; a host that
    /// does not exist and a certificate that is not trusted end it at once. After the first answer <see cref="MaxAttempts"/> counts.
    /// </summary>
    /// <value>Default: 8. Fewer where a person waits for one answer.</value>
    public int AttemptsBeforeContact { get; init; } = 8;

    /// <summary>Whether the proxy that the environment names is asked for a tenant on this machine too.</summary>
    /// <value>Default: <see langword="false"/>.</value>
    public bool UsesProxyForLoopback { get; init; }

    /// <summary>First pause before a retry; doubled each time, with jitter.</summary>
    /// <value>Default: 500 milliseconds.</value>
    public TimeSpan RetryBaseDelay { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Longest pause before a retry, also where the tenant asks for more.</summary>
    /// <value>Default: 60 seconds.</value>
    public TimeSpan RetryMaxDelay { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How much of the tenant's rate limits may be used.</summary>
    public PaceOptions Pace { get; init; } = new();

    /// <summary>Certificates of private authorities to trust besides the system's; nothing turns verification off.</summary>
    /// <value>Default: none.</value>
    public IReadOnlyList<X509Certificate2> Authorities { get; init; } = [];
}
