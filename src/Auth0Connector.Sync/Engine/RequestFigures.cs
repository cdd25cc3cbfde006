using Auth0Connector.ManagementApi.Http;

namespace Auth0Connector.Sync.Engine;

/// <summary>What a client has asked since a moment: one that others use as well has asked before.</summary>
internal sealed class RequestFigures(RequestCounts counts)
{
    private readonly long _requests = counts.Requests;
    private readonly long _retries = counts.Retries;
    private readonly long _refusals = counts.Refusals;

    public long Requests => counts.Requests - _requests;

    public long Retries => counts.Retries - _retries;

    public long Refusals => counts.Refusals - _refusals;
}
