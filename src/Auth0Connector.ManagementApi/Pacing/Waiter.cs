namespace Auth0Connector.ManagementApi.Pacing;

/// <summary>A request that waits for its permit.</summary>
internal sealed class Waiter(KeptPlace? place = null)
{
    private readonly TaskCompletionSource<Permit> _granted = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Where the answer will count until it is safe.</summary>
    public KeptPlace? Place => place;

    /// <summary>Whether it went on with a page that was not safe when it came, and so stands among those who have a place.</summary>
    public bool WaitsInPlace { get; } = place is { IsTaken: true };

    /// <summary>Whether it travels in the place that it has.</summary>
    public bool HasPlace => place is { IsTaken: true };

    /// <summary>Before whom it goes.</summary>
    public RequestPriority Priority { get; init; }

    public Task<Permit> Granted => _granted.Task;

    /// <summary>Whether nobody waits any more.</summary>
    public bool IsGone => _granted.Task.IsCompleted;

    public bool TryGrant(Permit permit) => _granted.TrySetResult(permit);

    public bool TryCancel(CancellationToken cancellationToken) => _granted.TrySetCanceled(cancellationToken);
}
