namespace Auth0Connector.Service.Cloud;

/// <summary>The time that a call may take, by a clock of ours, so that its end is told from the caller's own.</summary>
internal sealed class CallTime : IDisposable
{
    private readonly TimeSpan _patience;
    private readonly CancellationTokenSource _time;
    private readonly CancellationTokenSource _either;

    public CallTime(TimeSpan patience, TimeProvider clock, CancellationToken cancellationToken)
    {
        _patience = patience;
        _time = new CancellationTokenSource(patience, clock);
        _either = CancellationTokenSource.CreateLinkedTokenSource(_time.Token, cancellationToken);
    }

    /// <summary>Ends with the time, or with the caller's wish.</summary>
    public CancellationToken Token => _either.Token;

    /// <summary>Whether the time is over.</summary>
    public bool IsOver => _time.IsCancellationRequested;

    /// <summary>A step was made: the next has the whole time again.</summary>
    public void Renew() => _time.CancelAfter(_patience);

    public void Dispose()
    {
        _either.Dispose();
        _time.Dispose();
    }
}
