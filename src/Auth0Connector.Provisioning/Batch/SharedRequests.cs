using Auth0Connector.ManagementApi.Writes;
using Auth0Connector.Provisioning.Access;
using Auth0Connector.Provisioning.Lookups;

namespace Auth0Connector.Provisioning.Batch;

/// <summary>Collects changes of one target that can share a request, until it is full (API reference, section 5).</summary>
internal sealed class SharedRequests
{
    private readonly Dictionary<AccessTarget, List<(int Line, FoundAccess Found)>> _waiting = [];

    /// <summary>Adds one; gives those of its target once there are enough.</summary>
    public IReadOnlyList<(int Line, FoundAccess Found)>? Add(int line, FoundAccess found)
    {
        var target = found.Change.Target;
        if (!_waiting.TryGetValue(target, out var waiting))
        {
            _waiting[target] = waiting = [];
        }

        waiting.Add((line, found));
        if (waiting.Count < ApiWrites.MembersPerRequest)
        {
            return null;
        }

        _waiting.Remove(target);
        return waiting;
    }

    /// <summary>What is left at the end.</summary>
    public IEnumerable<IReadOnlyList<(int Line, FoundAccess Found)>> Rest() => _waiting.Values;
}
