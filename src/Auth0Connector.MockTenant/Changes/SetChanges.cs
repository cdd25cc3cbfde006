using System.Collections.Concurrent;
using Auth0Connector.MockTenant.Data;

namespace Auth0Connector.MockTenant.Changes;

/// <summary>
/// Sets that were written to, laid over the computed ones. Every change makes a new set, so a page that is being
/// written sees one state of it; listings that lag see the state of a while ago (reference, section 5).
/// </summary>
internal sealed class SetChanges<TKey>(MockTenantOptions options)
    where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, History> _sets = new();

    public bool IsEmpty => _sets.IsEmpty;

    /// <summary>The set as it is.</summary>
    public MemberSet Now(TKey key, MemberSet computed) => _sets.TryGetValue(key, out var history) ? history.Last : computed;

    /// <summary>The set as a lagging listing shows it.</summary>
    public MemberSet Seen(TKey key, MemberSet computed) =>
        _sets.TryGetValue(key, out var history) ? history.Before(options.Clock.GetUtcNow() - options.WriteLag, computed) : computed;

    /// <summary>Adds and removes; what is there already, or gone already, is no mistake.</summary>
    public void Change(TKey key, MemberSet computed, IReadOnlyCollection<int> add, IReadOnlyCollection<int> remove) => _sets.AddOrUpdate(
        key,
        _ => new History([(options.Clock.GetUtcNow(), Changed(computed, add, remove))]),
        (_, history) => new History([.. history.States, (options.Clock.GetUtcNow(), Changed(history.Last, add, remove))]));

    public void Clear() => _sets.Clear();

    private static MemberSet Changed(MemberSet set, IReadOnlyCollection<int> add, IReadOnlyCollection<int> remove)
    {
        var members = new List<int>(set.Count + add.Count);
        for (var position = 0; position < set.Count; position++)
        {
            members.Add(set.At(position));
        }

        members.RemoveAll(remove.Contains);
        members.AddRange(add.Distinct().Where(member => !members.Contains(member)).ToList());
        return MemberSet.Of([.. members]);
    }

    private sealed record History(IReadOnlyList<(DateTimeOffset Since, MemberSet Set)> States)
    {
        public MemberSet Last => States[^1].Set;

        public MemberSet Before(DateTimeOffset time, MemberSet first) => States.LastOrDefault(state => state.Since <= time, (default, first)).Set;
    }
}
