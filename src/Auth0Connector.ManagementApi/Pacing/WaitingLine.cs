using System.Diagnostics.CodeAnalysis;

namespace Auth0Connector.ManagementApi.Pacing;

/// <summary>
/// Requests of one group that wait, first come first served within their priority. Those that go on with a page they have begun
/// hold a place that nobody else can have: they go before all others but the urgent ones, and alone where there is no room.
/// </summary>
internal sealed class WaitingLine
{
    private readonly Queue<Waiter> _urgent = new();
    private readonly Queue<Waiter> _goingOn = new();
    private readonly Queue<Waiter> _jobs = new();
    private readonly Queue<Waiter> _others = new();

    public int Count => _urgent.Count + _goingOn.Count + _jobs.Count + _others.Count;

    public void Add(Waiter waiter) => QueueOf(waiter).Enqueue(waiter);

    /// <summary>Whether an urgent one still waits.</summary>
    public bool HasUrgent => NextOf(_urgent) is not null;

    /// <summary>The next that still waits and may leave.</summary>
    /// <param name="hasRoom">Whether one more may travel; if not, only who has a place may.</param>
    /// <param name="next">The next.</param>
    public bool TryPeek(bool hasRoom, [NotNullWhen(true)] out Waiter? next)
    {
        next = hasRoom ? NextOf(_urgent) ?? NextOf(_goingOn) ?? NextOf(_jobs) ?? NextOf(_others) : NextOf(_goingOn);
        return next is not null;
    }

    /// <summary>Takes the one that was peeked at out of the line.</summary>
    public void Take(Waiter next) => QueueOf(next).Dequeue();

    private Queue<Waiter> QueueOf(Waiter waiter) => waiter switch
    {
        { Priority: RequestPriority.Urgent } => _urgent,
        { WaitsInPlace: true } => _goingOn,
        { Priority: RequestPriority.Job } => _jobs,
        _ => _others,
    };

    private static Waiter? NextOf(Queue<Waiter> queue)
    {
        while (queue.TryPeek(out var next))
        {
            if (!next.IsGone)
            {
                return next;
            }

            queue.Dequeue();
        }

        return null;
    }
}
