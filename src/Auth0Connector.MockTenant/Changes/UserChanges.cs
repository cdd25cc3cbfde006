using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Auth0Connector.MockTenant.Users;

namespace Auth0Connector.MockTenant.Changes;

/// <summary>People who were created, blocked or deleted since the start. New ones get the indices after everybody else's.</summary>
internal sealed class UserChanges(MockTenantOptions options, int firstIndex)
{
    private readonly Lock _gate = new();
    private volatile State _state = State.Nothing;

    public bool IsEmpty => ReferenceEquals(_state, State.Nothing);

    /// <summary>The people who were created, the deleted ones included.</summary>
    public IEnumerable<int> Created => Enumerable.Range(firstIndex, _state.Created);

    public bool IsCreated(int index) => index >= firstIndex && index < firstIndex + _state.Created;

    public bool IsDeleted(int index) => _state.Deleted.ContainsKey(index);

    public bool? Blocked(int index) => _state.Blocked.TryGetValue(index, out var blocked) ? blocked : null;

    public bool TryGetWritten(int index, [NotNullWhen(true)] out OddUser? user) => _state.Written.TryGetValue(index, out user);

    public int Find(string id) => _state.Ids.TryGetValue(id, out var index) ? index : -1;

    /// <summary>Whether the search knows of the person's creation or deletion yet.</summary>
    public bool IsSeen(int index)
    {
        var state = _state;
        var time = options.Clock.GetUtcNow() - options.WriteLag;
        return !(state.Deleted.TryGetValue(index, out var deleted) && deleted <= time)
            && (index < firstIndex || (state.Since.TryGetValue(index, out var since) && since <= time));
    }

    public void Create(OddUser user)
    {
        lock (_gate)
        {
            var index = firstIndex + _state.Created;
            _state = _state with
            {
                Created = _state.Created + 1,
                Written = _state.Written.Add(index, user),
                Ids = _state.Ids.SetItem(user.Id, index),
                Since = _state.Since.Add(index, options.Clock.GetUtcNow()),
            };
        }
    }

    /// <summary>Blocks or unblocks; <paramref name="written"/> is the person's new text where it is written out.</summary>
    public void SetBlocked(int index, bool blocked, OddUser? written)
    {
        lock (_gate)
        {
            _state = _state with
            {
                Blocked = _state.Blocked.SetItem(index, blocked),
                Written = written is null ? _state.Written : _state.Written.SetItem(index, written),
            };
        }
    }

    public void Delete(int index)
    {
        lock (_gate)
        {
            _state = _state with { Deleted = _state.Deleted.SetItem(index, options.Clock.GetUtcNow()) };
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _state = State.Nothing;
        }
    }

    private sealed record State(
        int Created,
        ImmutableDictionary<int, OddUser> Written,
        ImmutableDictionary<string, int> Ids,
        ImmutableDictionary<int, DateTimeOffset> Since,
        ImmutableDictionary<int, bool> Blocked,
        ImmutableDictionary<int, DateTimeOffset> Deleted)
    {
        public static State Nothing { get; } = new(
            0,
            ImmutableDictionary<int, OddUser>.Empty,
            ImmutableDictionary.Create<string, int>(StringComparer.Ordinal),
            ImmutableDictionary<int, DateTimeOffset>.Empty,
            ImmutableDictionary<int, bool>.Empty,
            ImmutableDictionary<int, DateTimeOffset>.Empty);
    }
}
