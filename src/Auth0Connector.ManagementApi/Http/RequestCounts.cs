namespace Auth0Connector.ManagementApi.Http;

/// <summary>What a client has asked so far.</summary>
public sealed class RequestCounts
{
    private long _requests;
    private long _retries;
    private long _refusals;

    /// <summary>Requests sent to the Management API, retries included.</summary>
    public long Requests => Interlocked.Read(ref _requests);

    /// <summary>Requests that repeated a failed one.</summary>
    public long Retries => Interlocked.Read(ref _retries);

    /// <summary>Answers with status 429.</summary>
    public long Refusals => Interlocked.Read(ref _refusals);

    internal void CountRequest() => Interlocked.Increment(ref _requests);

    internal void CountRetry() => Interlocked.Increment(ref _retries);

    internal void CountRefusal() => Interlocked.Increment(ref _refusals);
}
