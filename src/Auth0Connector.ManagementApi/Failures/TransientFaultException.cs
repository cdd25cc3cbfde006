using System.Net;

namespace Auth0Connector.ManagementApi.Failures;

/// <summary>An attempt that failed in a way that may pass. Never leaves the transport.</summary>
#pragma warning disable CA1064 // It never leaves the transport, so nobody outside can want to catch it.
internal sealed class TransientFaultException(string reason, Exception? innerException = null)
    : Exception(reason, innerException)
{
    public HttpStatusCode? StatusCode { get; init; }

    /// <summary>How long the tenant asked us to wait, by its own clock.</summary>
    public TimeSpan? AskedPause { get; init; }

    /// <summary>Nothing was done: a refusal for the rate (429), or nothing was ever sent.</summary>
    public bool WasNotDone => StatusCode == HttpStatusCode.TooManyRequests || NeverSent;

    /// <summary>No connection came about, so the request never left.</summary>
    public bool NeverSent { get; init; }

    /// <summary>Somebody answered by HTTP, however oddly.</summary>
    public bool HasAnswer { get; init; }

    /// <summary>An answer came, but not one that the API documents.</summary>
    public bool BadAnswer { get; init; }

    /// <summary>The answer was larger than an answer may be.</summary>
    public bool IsTooLarge { get; init; }

    /// <summary>It is the token endpoint's, whose limits are others than those of requests.</summary>
    public bool IsAboutTokens { get; init; }

    /// <summary>It will most likely be the same next time, so it is asked for once more only.</summary>
    public bool IsLasting { get; init; }

    /// <summary>While nothing was ever answered there is no use in asking again: a host that does not exist, a certificate nobody trusts.</summary>
    public bool IsFinalBeforeContact { get; init; }

    /// <summary>How many attempts there are in all for a fault of this sort; set where attempts are counted.</summary>
    public int Attempts { get; set; }
}
