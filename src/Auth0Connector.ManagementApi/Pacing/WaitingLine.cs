using System.Diagnostics.CodeAnalysis;

namespace Auth0Connector.ManagementApi.Pacing;

/// <summary>
/// Requests of one group that wait, first come first served; those that go on with a page they have begun go before, and
/// those about jobs, which the tenant works on meanwhile.
/// </summary>
internal sealed class WaitingLine
{
    private readonly Queue<Waiter> _first = new();
    private readonly Queue<Waiter> _new = new();

    public int Count => _first.Count + _new.Count;

    public void Add(Waiter waiter) => (waiter.HasPlace || waiter.GoesFirst ? _first : _new).Enqueue(waiter);

    /// <summary>The next that still waits.</summary>
    public bool TryPeek([NotNullWhen(true)] out Waiter? first)
    {
        while (_first.TryPeek(out first) || _new.TryPeek(out first))
        {
            if (!first.IsGone)
            {
                return true;
            }

            Take();
        }

        return false;
    }

    public Waiter Take() => _first.Count > 0 ? _first.Dequeue() : _new.Dequeue();
}
