namespace Auth0Connector.MockTenant.Limits;

/// <summary>A bucket that refills steadily. Thread-safe.</summary>
internal sealed class TokenBucket
{
    private readonly Lock _gate = new();
    private readonly TimeProvider _clock;
    private readonly double _refillPerSecond;
    private double _tokens;
    private long _last;
    private long _refusals;

    public TokenBucket(string name, int burst, double refillPerSecond, TimeProvider clock)
    {
        Name = name;
        Burst = burst;
        _refillPerSecond = refillPerSecond;
        _clock = clock;
        _tokens = burst;
        _last = clock.GetTimestamp();
    }

    public string Name { get; }

    public int Burst { get; }

    /// <summary>Takes a token if there is one.</summary>
    public BucketState Take()
    {
        lock (_gate)
        {
            var now = _clock.GetTimestamp();
            _tokens = Math.Min(Burst, _tokens + (_clock.GetElapsedTime(_last, now).TotalSeconds * _refillPerSecond));
            _last = now;
            var allowed = _tokens >= 1;
            if (allowed)
            {
                _tokens--;
            }
            else
            {
                _refusals++;
            }

            var untilNext = (1 - (_tokens - Math.Floor(_tokens))) / _refillPerSecond;

            // Whole seconds, rounded down: for a fast bucket this is often "now" (go-auth0 #501).
            var reset = _clock.GetUtcNow().AddSeconds(untilNext).ToUnixTimeSeconds();
            return new BucketState(allowed, Burst, (int)_tokens, reset, untilNext, _refusals);
        }
    }

    public void Refill()
    {
        lock (_gate)
        {
            _tokens = Burst;
            _last = _clock.GetTimestamp();
        }
    }

    internal readonly record struct BucketState(
        bool Allowed, int Limit, int Remaining, long ResetSeconds, double UntilNextSeconds, long Refusals);
}
