namespace Auth0Connector.ControlPlane.Calls;

/// <summary>The calls in the order in which they came.</summary>
internal sealed class CallLog(TimeProvider time, Pulse pulse)
{
    private readonly Lock _lock = new();
    private readonly List<CallRecord> _calls = [];
    private readonly long _start = time.GetTimestamp();

    /// <summary>The time on the server's own monotonic clock.</summary>
    public TimeSpan Now => time.GetElapsedTime(_start);

    public IReadOnlyList<CallRecord> Seen
    {
        get
        {
            lock (_lock)
            {
                return [.. _calls];
            }
        }
    }

    public CallRecord Begin(CloudCall call, string method, string line, string userAgent)
    {
        CallRecord record;
        lock (_lock)
        {
            record = new CallRecord(_calls.Count + 1, call, method, line, userAgent, Now);
            _calls.Add(record);
        }

        pulse.Beat();
        return record;
    }

    public void End(CallRecord record)
    {
        record.Answered = Now;
        pulse.Beat();
    }

    /// <summary>The last calls, for the message of a wait that was in vain.</summary>
    public string Tail()
    {
        var seen = Seen;
        return $"{seen.Count} calls, the last: {string.Join("; ", seen.TakeLast(12))}";
    }
}
