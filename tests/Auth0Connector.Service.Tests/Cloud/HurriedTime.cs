using System.Collections.Concurrent;

namespace Auth0Connector.Service.Tests.Cloud;

/// <summary>The real clock, on which waits pass at once and are written down.</summary>
/// <param name="keepsCalls">Whether the times of calls stay what they are.</param>
internal sealed class HurriedTime(bool keepsCalls = true) : TimeProvider
{
    private static readonly TimeSpan[] OfCalls = [TimeSpan.FromSeconds(25), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(5)];

    private readonly ConcurrentQueue<TimeSpan> _waits = new();

    /// <summary>The waits so far.</summary>
    public IReadOnlyList<TimeSpan> Waits => [.. _waits];

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime <= TimeSpan.Zero || (keepsCalls && OfCalls.Contains(dueTime)))
        {
            return base.CreateTimer(callback, state, dueTime, period);
        }

        _waits.Enqueue(dueTime);
        return base.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
