using System.Diagnostics.CodeAnalysis;

namespace Auth0Connector.ManagementApi.Pacing;

/// <summary>
/// Requests of one group that wait, first come first served. Those that go on with a page they have begun go before all others,
/// since they hold a place that nobody else can have; then those about jobs, which the tenant works on meanwhile.
/// </summary>
internal sealed class WaitingLine
{
    private readonly Queue<Waiter> _goingOn = new();
    private readonly Queue<Waiter> _first = new();
    private readonly Queue<Waiter> _others = new();

    public int Count => _goingOn.Count + _first.Count + _others.Count;

    public void Add(Waiter waiter) => (waiter.HasPlace ? _goingOn : waiter.GoesFirst ? _first : _others).Enqueue(waiter);

    /// <summary>The next that still waits.</summary>
    public bool TryPeek([NotNullWhen(true)] out Waiter? next)
    {
        while (_goingOn.TryPeek(out next) || _first.TryPeek(out next) || _others.TryPeek(out next))
        {
            if (!next.IsGone)
            {
                return true;
            }

            Take();
        }

        return false;
    }

    public Waiter Take() => (_goingOn.Count > 0 ? _goingOn : _first.Count > 0 ? _first : _others).Dequeue();
}
