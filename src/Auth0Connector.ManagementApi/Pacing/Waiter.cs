namespace Auth0Connector.ManagementApi.Pacing;

/// <summary>A request that waits for its permit.</summary>
internal sealed class Waiter
{
    private readonly TaskCompletionSource<Permit> _granted = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<Permit> Granted => _granted.Task;

    /// <summary>Whether nobody waits any more.</summary>
    public bool IsGone => _granted.Task.IsCompleted;

    public bool TryGrant(Permit permit) => _granted.TrySetResult(permit);

    public bool TryCancel(CancellationToken cancellationToken) => _granted.TrySetCanceled(cancellationToken);
}
