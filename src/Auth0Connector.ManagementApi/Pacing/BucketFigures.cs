namespace Auth0Connector.ManagementApi.Pacing;

/// <summary>What was learned of one bucket of the tenant.</summary>
/// <param name="Groups">Groups of endpoints that count against it.</param>
/// <param name="Burst">Its size.</param>
/// <param name="RefillPerSecond">Tokens that it gets back a second, as far as it is known.</param>
/// <param name="Requests">Requests that were charged to it.</param>
public sealed record BucketFigures(IReadOnlyList<RateGroup> Groups, int Burst, double RefillPerSecond, long Requests);
