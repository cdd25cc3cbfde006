using System.Net;

namespace Auth0Connector.ManagementApi.Connections;

/// <summary>How far one question without credentials came, and what it showed.</summary>
public sealed record ServerReach
{
    /// <summary>The proxy on the way, <c>host:port</c>; <see langword="null"/> where there is none.</summary>
    public string? Proxy { get; init; }

    /// <summary>What the name means here; <see langword="null"/> where a proxy looks it up, or it cannot be looked up.</summary>
    public IReadOnlyList<IPAddress>? Addresses { get; init; }

    /// <summary>The certificate that was presented, trusted or not; <see langword="null"/> where none came.</summary>
    public PresentedCertificate? Certificate { get; init; }

    /// <summary>The server's time less ours, to the second; <see langword="null"/> where no answer told it.</summary>
    public TimeSpan? ClockDifference { get; init; }

    /// <summary>The status of the answer; <see langword="null"/> where none came.</summary>
    public HttpStatusCode? Status { get; init; }

    /// <summary>Why there was no answer, as the end of "cannot reach HOST: ..."; <see langword="null"/> where one came.</summary>
    public string? Trouble { get; init; }
}

/// <summary>A server's certificate.</summary>
/// <param name="Subject">For whom it is.</param>
/// <param name="Issuer">Who vouches for it.</param>
/// <param name="NotAfter">When it ends (UTC).</param>
/// <param name="ChainLength">Certificates from it to the last authority that was found.</param>
/// <param name="IsTrusted">Whether the platform trusts it for this server.</param>
public sealed record PresentedCertificate(string Subject, string Issuer, DateTimeOffset NotAfter, int ChainLength, bool IsTrusted);
