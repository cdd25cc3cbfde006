namespace Auth0Connector.ManagementApi.Pacing;

/// <summary>A request that waits for its permit.</summary>
internal sealed class Waiter(KeptPlace? place = null)
{
    private readonly TaskCompletionSource<Permit> _granted = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Where the answer will count until it is safe.</summary>
    public KeptPlace? Place => place;

    /// <summary>Whether it goes on with a page that is not safe yet, and so travels in the place that it has.</summary>
    public bool HasPlace => place is { IsTaken: true };

    /// <summary>Whether it goes before those that came earlier.</summary>
    public bool GoesFirst { get; init; }

    public Task<Permit> Granted => _granted.Task;

    /// <summary>Whether nobody waits any more.</summary>
    public bool IsGone => _granted.Task.IsCompleted;

    public bool TryGrant(Permit permit) => _granted.TrySetResult(permit);

    public bool TryCancel(CancellationToken cancellationToken) => _granted.TrySetCanceled(cancellationToken);
}
