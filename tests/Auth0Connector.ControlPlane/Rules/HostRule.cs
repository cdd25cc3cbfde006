namespace Auth0Connector.ControlPlane.Rules;

/// <summary>All calls name the same host.</summary>
internal sealed class HostRule(bool one)
{
    private string? _first;

    public void Check(RuleCheck check, string hostId)
    {
        if (one && hostId.Length > 0)
        {
            var first = Interlocked.CompareExchange(ref _first, hostId, null) ?? hostId;
            check.Demand(hostId == first, $"host_id is the same in all calls, '{first}' and not '{hostId}'");
        }
    }
}
