namespace Auth0Connector.Benchmarks;

/// <summary>
/// The time that a plan's buckets take for the requests made, whoever makes them: the largest, over buckets, of
/// (requests - burst) / refill, where the share scales burst and refill alike.
/// </summary>
internal static class PlanFloor
{
    private static readonly (string Endpoint, double Burst, double PerSecond)[] Enterprise =
    [
        ("GET /organizations", 10, 100 / 60.0),
        ("GET /organizations/{id}", 10, 100 / 60.0),
        ("GET /organizations/{id}/members", 40, 500 / 60.0),
        ("GET /organizations/{id}/members/{user_id}/roles", 20, 200 / 60.0),
        ("GET /organizations/{id}/enabled_connections", 10, 100 / 60.0),
        ("GET /organizations/{id}/client-grants", 10, 100 / 60.0),
    ];

    public static double OfEnterprise(RequestTally tally, double share)
    {
        var shared = Limited(tally).Where(static pair => !Enterprise.Any(row => row.Endpoint == pair.Key)).Sum(static pair => pair.Value);
        return Enterprise
            .Select(row => Of(tally.ByEndpoint.GetValueOrDefault(row.Endpoint), row.Burst, row.PerSecond, share))
            .Append(Of(shared, 50, 16, share))
            .Max();
    }

    public static double OfOneBucket(RequestTally tally, double burst, double perSecond, double share) =>
        Of(Limited(tally).Sum(static pair => pair.Value), burst, perSecond, share);

    // Tokens and downloads are no part of the Management API.
    private static IEnumerable<KeyValuePair<string, long>> Limited(RequestTally tally) =>
        tally.ByEndpoint.Where(static pair => !pair.Key.Contains("/oauth/", StringComparison.Ordinal) && !pair.Key.Contains("/storage", StringComparison.Ordinal));

    private static double Of(long requests, double burst, double perSecond, double share) =>
        Math.Max(0, (requests - (burst * share)) / (perSecond * share));
}
