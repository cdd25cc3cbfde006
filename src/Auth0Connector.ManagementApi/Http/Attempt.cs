namespace Auth0Connector.ManagementApi.Http;

/// <summary>One attempt of a request: until it begins it only waits, for a token and for its turn, and that wait is none of its time.</summary>
internal sealed class Attempt(TimeSpan patience, TimeProvider clock, CancellationToken cancellationToken) : IDisposable
{
    private CancellationTokenSource? _time;
    private CancellationTokenSource? _either;

    /// <summary>Ends the wait; before the attempt begins, nothing else does.</summary>
    public CancellationToken Waiting => cancellationToken;

    /// <summary>Whether it has begun: what fails before that is no fault of the attempt.</summary>
    public bool HasBegun => _either is not null;

    /// <summary>Begins it; what it gives also ends when the time for one attempt is over.</summary>
    public CancellationToken Begin()
    {
        _time = new CancellationTokenSource(patience, clock);
        _either = CancellationTokenSource.CreateLinkedTokenSource(_time.Token, cancellationToken);
        return _either.Token;
    }

    /// <summary>Whether the failure is that its time was over.</summary>
    public bool IsTimeout(Exception failure) => failure is OperationCanceledException && _time is { IsCancellationRequested: true };

    public void Dispose()
    {
        _either?.Dispose();
        _time?.Dispose();
    }
}
