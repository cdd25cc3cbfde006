using Auth0Connector.ManagementApi;
using Auth0Connector.Provisioning.Lookups;

namespace Auth0Connector.Provisioning.Batch;

/// <summary>Collects memberships of one organization until a request is full (API reference, section 5).</summary>
internal sealed class MembershipQueue
{
    private readonly Dictionary<string, List<(int Line, FoundAccess Found)>> _waiting = new(StringComparer.Ordinal);

    /// <summary>Adds one; gives those of the organization once there are enough.</summary>
    public IReadOnlyList<(int Line, FoundAccess Found)>? Add(string organizationId, int line, FoundAccess found)
    {
        if (!_waiting.TryGetValue(organizationId, out var waiting))
        {
            _waiting[organizationId] = waiting = [];
        }

        waiting.Add((line, found));
        if (waiting.Count < ManagementApiClient.MembersPerRequest)
        {
            return null;
        }

        _waiting.Remove(organizationId);
        return waiting;
    }

    /// <summary>What is left at the end.</summary>
    public IEnumerable<IReadOnlyList<(int Line, FoundAccess Found)>> Rest() => _waiting.Values;
}
