namespace Auth0Connector.Service.Hosting;

/// <summary>
/// What is still allowed after the service was told to stop. An orchestrator kills after ten seconds at the earliest that is
/// usual; all of this lies before.
/// </summary>
internal sealed class Grace : IDisposable
{
    private static readonly TimeSpan ForChanges = TimeSpan.FromSeconds(6);
    private static readonly TimeSpan ForHandlers = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan ForFinishing = TimeSpan.FromSeconds(9);

    private readonly CancellationTokenSource _changes;
    private readonly CancellationTokenSource _handlers;
    private readonly CancellationTokenSource _finishing;
    private readonly CancellationTokenRegistration _told;

    public Grace(TimeProvider clock, CancellationToken stopping)
    {
        Stopping = stopping;
        _changes = new CancellationTokenSource(Timeout.InfiniteTimeSpan, clock);
        _handlers = new CancellationTokenSource(Timeout.InfiniteTimeSpan, clock);
        _finishing = new CancellationTokenSource(Timeout.InfiniteTimeSpan, clock);
        _told = stopping.Register(() =>
        {
            _changes.CancelAfter(ForChanges);
            _handlers.CancelAfter(ForHandlers);
            _finishing.CancelAfter(ForFinishing);
        });
    }

    /// <summary>Told to stop: no more tasks, and syncs end.</summary>
    public CancellationToken Stopping { get; }

    /// <summary>A change that is not done by now stops where it can.</summary>
    public CancellationToken ChangesEnd => _changes.Token;

    /// <summary>A handler that has not ended by now is no longer waited for.</summary>
    public CancellationToken HandlersEnd => _handlers.Token;

    /// <summary>What the cloud has not heard by now, it will not hear.</summary>
    public CancellationToken FinishingEnds => _finishing.Token;

    /// <inheritdoc/>
    public void Dispose()
    {
        _told.Dispose();
        _changes.Dispose();
        _handlers.Dispose();
        _finishing.Dispose();
    }
}
