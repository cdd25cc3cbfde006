using Auth0Connector.ManagementApi.Pacing;

namespace Auth0Connector.Sync.Preflight;

/// <summary>How long so many requests take: the tenant's own latency, or its rate limit, whichever is slower.</summary>
internal static class TimeEstimate
{
    public static TimeSpan Of(long requests, TimeSpan latency, PaceOptions pace, IReadOnlyList<BucketFigures> limits)
    {
        var byLatency = latency * requests / pace.MaxConcurrency;
        // The largest bucket stands for all: which requests count against which is known only once they were made.
        var widest = limits.Where(static limit => limit.RefillPerSecond > 0).MaxBy(static limit => limit.RefillPerSecond);
        if (widest is null)
        {
            return byLatency;
        }

        var byLimit = TimeSpan.FromSeconds(Math.Max(0, (requests - (widest.Burst * pace.RateShare)) / (widest.RefillPerSecond * pace.RateShare)));
        return byLimit > byLatency ? byLimit : byLatency;
    }
}
