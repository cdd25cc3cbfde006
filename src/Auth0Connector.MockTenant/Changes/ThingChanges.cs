using System.Collections.Immutable;

namespace Auth0Connector.MockTenant.Changes;

/// <summary>Which things of a kind exist: the first ones, less the deleted, and whatever was created since the start.</summary>
/// <param name="count">How many there are at the start.</param>
/// <param name="idAt">The id of a number.</param>
/// <param name="byId">Lists them by id, so that what is created may stand anywhere.</param>
internal sealed class ThingChanges(int count, Func<int, string> idAt, bool byId)
{
    private readonly Lock _gate = new();
    private volatile State _state = new(0, [], null);

    /// <summary>Those that exist, in the order of the listing.</summary>
    public IReadOnlyList<int> Existing => _state.Existing ?? Enumerate();

    // The number after the first ones is left free: it stands for a role that an organization owns.
    public bool Exists(int number) =>
        number >= 0 && number != count && number <= count + _state.Created && !_state.Deleted.Contains(number);

    /// <summary>Whether it was there at the start.</summary>
    public bool IsFirst(int number) => number < count;

    public int Create()
    {
        lock (_gate)
        {
            _state = _state with { Created = _state.Created + 1, Existing = null };
            return count + _state.Created;
        }
    }

    public void Delete(int number)
    {
        lock (_gate)
        {
            _state = _state with { Deleted = _state.Deleted.Add(number), Existing = null };
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _state = new(0, [], null);
        }
    }

    private int[] Enumerate()
    {
        lock (_gate)
        {
            var existing = Enumerable.Range(0, count + 1 + _state.Created).Where(Exists);
            int[] listed = [.. byId ? existing.OrderBy(idAt, StringComparer.Ordinal) : existing];
            _state = _state with { Existing = listed };
            return listed;
        }
    }

    private sealed record State(int Created, ImmutableHashSet<int> Deleted, int[]? Existing);
}
