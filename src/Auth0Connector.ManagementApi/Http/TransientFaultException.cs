using System.Net;

namespace Auth0Connector.ManagementApi.Http;

/// <summary>An attempt that failed in a way that may pass. Never leaves the transport.</summary>
#pragma warning disable CA1064 // It never leaves the transport, so nobody outside can want to catch it.
internal sealed class TransientFaultException(string reason, Exception? innerException = null)
    : Exception(reason, innerException)
{
    public HttpStatusCode? StatusCode { get; init; }

    /// <summary>How long the tenant asked us to wait, by its own clock.</summary>
    public TimeSpan? AskedPause { get; init; }

    /// <summary>The answer says that nothing was done: a refusal for the rate (429).</summary>
    public bool WasNotDone => StatusCode == HttpStatusCode.TooManyRequests;

    /// <summary>An answer came, but not one that the API documents.</summary>
    public bool BadAnswer { get; init; }
}
