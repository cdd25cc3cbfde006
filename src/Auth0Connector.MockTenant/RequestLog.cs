using System.Collections.Concurrent;

namespace Auth0Connector.MockTenant;

/// <summary>What was asked of the tenant, the control endpoints left out. Thread-safe.</summary>
public sealed class RequestLog
{
    private readonly ConcurrentDictionary<string, long> _counts = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<RecordedRequest> _recent = new();
    private readonly int _history;
    private long _total;
    private long _refusals;
    private long _faults;
    private int _inFlight;
    private int _highestInFlight;

    internal RequestLog(int history) => _history = history;

    /// <summary>Requests since the start or the last reset.</summary>
    public long Total => Interlocked.Read(ref _total);

    /// <summary>Answers with status 429 that a limit gave.</summary>
    public long Refusals => Interlocked.Read(ref _refusals);

    /// <summary>Answers that a fault replaced or spoiled.</summary>
    public long Faults => Interlocked.Read(ref _faults);

    /// <summary>Requests being answered now.</summary>
    public int InFlight => Volatile.Read(ref _inFlight);

    /// <summary>Most requests that were being answered at one time.</summary>
    public int HighestInFlight => Volatile.Read(ref _highestInFlight);

    /// <summary>Counts by endpoint, such as <c>GET /roles/{id}/users</c>.</summary>
    public IReadOnlyDictionary<string, long> ByEndpoint =>
        new SortedDictionary<string, long>(_counts.ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal);

    /// <summary>The latest requests, oldest first.</summary>
    public IReadOnlyList<RecordedRequest> Recent => [.. _recent];

    /// <summary>Requests to one endpoint.</summary>
    public long CountOf(string endpoint) => _counts.GetValueOrDefault(endpoint);

    /// <summary>Starts counting anew.</summary>
    public void Reset()
    {
        _counts.Clear();
        _recent.Clear();
        Interlocked.Exchange(ref _total, 0);
        Interlocked.Exchange(ref _refusals, 0);
        Interlocked.Exchange(ref _faults, 0);
        Interlocked.Exchange(ref _highestInFlight, Volatile.Read(ref _inFlight));
    }

    internal (long Ordinal, long EndpointOrdinal) Begin(string endpoint)
    {
        var inFlight = Interlocked.Increment(ref _inFlight);
        var highest = Volatile.Read(ref _highestInFlight);
        while (inFlight > highest)
        {
            highest = Interlocked.CompareExchange(ref _highestInFlight, inFlight, highest);
        }

        var count = _counts.AddOrUpdate(endpoint, 1, static (_, before) => before + 1);
        return (Interlocked.Increment(ref _total) - 1, count - 1);
    }

    internal void End(RecordedRequest request)
    {
        Interlocked.Decrement(ref _inFlight);
        if (_history > 0)
        {
            _recent.Enqueue(request);
            if (_recent.Count > _history)
            {
                _ = _recent.TryDequeue(out _);
            }
        }
    }

    internal void CountRefusal() => Interlocked.Increment(ref _refusals);

    internal void CountFault() => Interlocked.Increment(ref _faults);
}
