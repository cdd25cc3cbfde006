namespace Auth0Connector.ManagementApi.Pacing;

/// <summary>How much of a tenant's rate limits may be used.</summary>
public sealed record PaceOptions
{
    /// <summary>Share of every bucket that is ours, burst and refill alike; the rest is left to production.</summary>
    /// <value>Above 0, at most 1. Default: 0.8.</value>
    public double RateShare { get; init; } = 0.8;

    /// <summary>Most requests a second, whatever the tenant allows.</summary>
    /// <value>Default: <see langword="null"/>, no such cap.</value>
    public double? MaxRequestsPerSecond { get; init; }

    /// <summary>Most requests on their way at a time.</summary>
    /// <value>Default: 32.</value>
    public int MaxConcurrency { get; init; } = 32;
}
