namespace Auth0Connector.ManagementApi.Pacing;

/// <summary>
/// How many requests travel at a time: doubled each round trip until the first sign of strain, then one more each round
/// trip; less at once when answers slow down, and half when the tenant refuses or fails.
/// </summary>
internal sealed class ConcurrencyLimit(int most)
{
    private const double Beginning = 8;
    private const double SlowedDown = 2;
    private const double LeastStrain = 0.05;
    private const double Narrower = 0.8;
    private const double Half = 0.5;
    private const double Smoothing = 0.2;
    private const double Forgetting = 0.01;

    private readonly Dictionary<RateGroup, (double Now, double Usual)> _latencies = [];
    private double _limit = Math.Min(Beginning, most);
    private bool _rising = true;
    private double _narrowedAt = double.NegativeInfinity;

    /// <summary>Requests that may travel at a time.</summary>
    public int Current => Math.Max(1, (int)_limit);

    /// <summary>An answer came after so many seconds, while so many requests travelled.</summary>
    public void Answered(RateGroup group, double latency, int inFlight, double now)
    {
        var (smooth, usual) = _latencies.GetValueOrDefault(group, (latency, latency));
        smooth += (latency - smooth) * Smoothing;
        // The quickest stretch is the tenant's own pace; it is forgotten slowly, since tenants change.
        usual = smooth < usual ? smooth : usual + ((smooth - usual) * Forgetting);
        _latencies[group] = (smooth, usual);
        if (smooth > (usual * SlowedDown) + LeastStrain)
        {
            Narrow(Narrower, latency, now);
        }
        else if (inFlight >= _limit - 1)
        {
            // A limit that nobody reaches says nothing about what would happen above it.
            _limit = Math.Min(most, _limit + (_rising ? 1 : 1 / _limit));
        }
    }

    /// <summary>The tenant refused (429) or failed (5xx, broken connection).</summary>
    public void Strained(double latency, double now) => Narrow(Half, latency, now);

    // Once a round trip: all answers of one moment tell of the same strain.
    private void Narrow(double factor, double latency, double now)
    {
        if (now - latency >= _narrowedAt)
        {
            _narrowedAt = now;
            _rising = false;
            _limit = Math.Max(1, _limit * factor);
        }
    }
}
