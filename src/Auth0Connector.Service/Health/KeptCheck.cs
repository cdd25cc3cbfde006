namespace Auth0Connector.Service.Health;

/// <summary>
/// A check that costs the tenant something: asked at most so often, by one at a time, and never longer than its patience; in
/// between its last answer counts.
/// </summary>
/// <param name="check">Throws where something is wrong.</param>
/// <param name="describe">Says it in a sentence without secrets.</param>
/// <param name="clock">The clock.</param>
public sealed class KeptCheck(Func<CancellationToken, Task> check, Func<Exception, string> describe, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim _one = new(1);
    private long? _asked;
    private string? _trouble;

    /// <summary>How long an answer counts.</summary>
    /// <value>30 seconds.</value>
    public static TimeSpan Counts { get; } = TimeSpan.FromSeconds(30);

    /// <summary>What is wrong; <see langword="null"/> where all is well.</summary>
    public async Task<string?> AskAsync(CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_asked is not { } asked || clock.GetElapsedTime(asked) >= Counts)
            {
                _trouble = await AskNowAsync(cancellationToken).ConfigureAwait(false);
                _asked = clock.GetTimestamp();
            }

            return _trouble;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _one.Dispose();

    private async Task<string?> AskNowAsync(CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            await check(either.Token).ConfigureAwait(false);
            return null;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return $"no answer within {Patience.TotalSeconds:0} seconds";
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            return describe(failure);
        }
    }
}
