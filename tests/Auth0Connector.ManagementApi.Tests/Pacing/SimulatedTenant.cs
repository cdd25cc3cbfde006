using Auth0Connector.ManagementApi.Pacing;
using Microsoft.Extensions.Time.Testing;

namespace Auth0Connector.ManagementApi.Tests.Pacing;

/// <summary>A tenant's buckets on a clock that only the test moves: arithmetic, no network, no waiting.</summary>
internal sealed class SimulatedTenant : IDisposable
{
    private readonly FakeTimeProvider _clock = new();
    private readonly Random _random = new(1);
    private readonly List<(double At, Permit Permit)> _travelling = [];
    private readonly List<(RateGroup Group, Waiter Waiter)> _waiting = [];
    private readonly Dictionary<RateGroup, SimulatedBucket> _buckets = [];

    public SimulatedTenant(PaceOptions options) => Governor = new Governor(options, _clock);

    public Governor Governor { get; }

    /// <summary>Seconds between a request and its answer.</summary>
    public double Latency { get; init; } = 0.060;

    /// <summary>Seconds by which an answer may be late, so that answers overtake each other.</summary>
    public double Jitter { get; init; }

    public int Seed { init => _random = new Random(value); }

    public double Now { get; private set; }

    public int Refusals { get; private set; }

    public int MostTravelling { get; private set; }

    /// <summary>Times at which requests were answered, by group.</summary>
    public Dictionary<RateGroup, List<double>> Answers { get; } = [];

    public SimulatedBucket Limit(double burst, double perSecond, params RateGroup[] groups)
    {
        var bucket = new SimulatedBucket(burst, perSecond);
        foreach (var group in groups)
        {
            _buckets[group] = bucket;
        }

        return bucket;
    }

    public void Ask(RateGroup group, int requests)
    {
        for (var i = 0; i < requests; i++)
        {
            _waiting.Add((group, Governor.Enqueue(group)));
        }
    }

    /// <summary>Asks for one that somebody waits for; whether it has left says what it gives.</summary>
    public Waiter AskUrgently(RateGroup group)
    {
        var waiter = Governor.Enqueue(group, RequestPriority.Urgent);
        _waiting.Add((group, waiter));
        return waiter;
    }

    public int Answered(RateGroup group) => Answers.GetValueOrDefault(group)?.Count ?? 0;

    /// <summary>Lets time pass until everything asked is answered.</summary>
    /// <returns>When the last answer came.</returns>
    public double Run(double patience = 600)
    {
        while (_waiting.Count > 0 || _travelling.Count > 0)
        {
            Step();
            Assert.True(Now < patience, $"{_waiting.Count} requests still wait after {Now} s");
        }

        return Now;
    }

    public void RunUntil(double time)
    {
        while (Now < time)
        {
            Step();
        }
    }

    public void Dispose() => Governor.Dispose();

    private void Step()
    {
        Send();
        _clock.Advance(TimeSpan.FromMilliseconds(2));
        Now += 0.002;
        foreach (var arrived in _travelling.Where(one => one.At <= Now).OrderBy(static one => one.At).ToList())
        {
            _travelling.Remove(arrived);
            Answer(arrived.Permit);
        }

        Send();
    }

    private void Send()
    {
        foreach (var granted in _waiting.Where(static one => one.Waiter.Granted.IsCompletedSuccessfully).ToList())
        {
            _waiting.Remove(granted);
#pragma warning disable VSTHRD002 // The task has ended: nothing waits.
            _travelling.Add((Now + Latency + (_random.NextDouble() * Jitter), granted.Waiter.Granted.Result));
#pragma warning restore VSTHRD002
        }

        MostTravelling = Math.Max(MostTravelling, _travelling.Count);
    }

    private void Answer(Permit permit)
    {
        if (!_buckets.TryGetValue(permit.Group, out var bucket))
        {
            Governor.Answered(permit, headers: null);
        }
        else if (bucket.Take(Now))
        {
            Governor.Answered(permit, bucket.Headers);
        }
        else
        {
            Refusals++;
            Governor.Refused(permit, bucket.Headers, TimeSpan.FromSeconds(1));
            Ask(permit.Group, 1);
            return;
        }

        if (!Answers.TryGetValue(permit.Group, out var times))
        {
            Answers[permit.Group] = times = [];
        }

        times.Add(Now);
    }
}

/// <summary>A bucket as the tenant keeps it.</summary>
internal sealed class SimulatedBucket(double burst, double perSecond)
{
    private readonly double _burst = burst;
    private double _tokens = burst;
    private double _at;

    public RateHeaders Headers => new((int)_burst, (int)_tokens);

    public bool Take(double now)
    {
        _tokens = Math.Min(_burst, _tokens + ((now - _at) * perSecond));
        _at = now;
        if (_tokens < 1)
        {
            return false;
        }

        _tokens--;
        return true;
    }
}
