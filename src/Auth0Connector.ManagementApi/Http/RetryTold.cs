using Auth0Connector.ManagementApi.Failures;

namespace Auth0Connector.ManagementApi.Http;

/// <summary>Which retries a person hears of: one line at a time, however many requests wait for the same fault to pass.</summary>
internal sealed class RetryTold(TimeProvider clock)
{
    // Shorter pauses are over before anybody wonders.
    private static readonly TimeSpan WorthALine = TimeSpan.FromSeconds(4);

    private readonly Lock _gate = new();
    private DateTimeOffset _silentUntil = DateTimeOffset.MinValue;

    /// <summary>Whether this one is told; limits of the rate are the governor's daily work and are not.</summary>
    public bool Tells(TransientFaultException fault, TimeSpan pause, bool hasContact)
    {
        if (hasContact && (pause < WorthALine || fault.StatusCode == System.Net.HttpStatusCode.TooManyRequests))
        {
            return false;
        }

        lock (_gate)
        {
            var now = clock.GetUtcNow();
            if (now < _silentUntil)
            {
                return false;
            }

            _silentUntil = now + pause;
            return true;
        }
    }
}
