namespace Auth0Connector.Service.Cloud;

/// <summary>
/// Hands out one token to everybody, asks for the next before it is over. Who needs one while it is asked for shares the
/// answer, or the failure; who no longer waits takes nothing from the others.
/// </summary>
/// <param name="ask">Asks the token endpoint once.</param>
/// <param name="clock">Whose time tokens live by.</param>
internal sealed class CloudTokens(Func<CancellationToken, Task<CloudToken>> ask, TimeProvider clock) : IDisposable
{
    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _end = new();
    private CloudToken? _current;
    private Task<CloudToken>? _asking;
    private int _isEnded;

    /// <summary>A token that is good for a while.</summary>
    /// <exception cref="CloudException">There is none.</exception>
    public Task<CloudToken> GetAsync(CancellationToken cancellationToken)
    {
        Task<CloudToken> asking;
        lock (_gate)
        {
            if (_current is { } current && !current.IsOld(clock))
            {
                return Task.FromResult(current);
            }

            asking = _asking ??= AskAsync();
        }

        return asking.WaitAsync(cancellationToken);
    }

    /// <summary>Drops a token that was refused, unless a newer one has taken its place.</summary>
    public void Drop(CloudToken refused)
    {
        lock (_gate)
        {
            _current = ReferenceEquals(_current, refused) ? null : _current;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isEnded, 1) == 0)
        {
            _end.Cancel();
            _end.Dispose();
        }
    }

    private async Task<CloudToken> AskAsync()
    {
        // Leaves the lock: what ends at once must not end before it is known to run.
        await Task.Yield();
        CloudToken? token = null;
        try
        {
            token = await ask(_end.Token).ConfigureAwait(false);
            return token;
        }
        finally
        {
            lock (_gate)
            {
                _current = token ?? _current;
                _asking = null;
            }
        }
    }
}
