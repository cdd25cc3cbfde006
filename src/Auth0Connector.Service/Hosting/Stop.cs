namespace Auth0Connector.Service.Hosting;

/// <summary>The end of one task before it is done: the first reason counts.</summary>
internal sealed class Stop : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly CancellationTokenRegistration _service;
    private string? _reason;

    /// <param name="reason">What is said of it when it ends with the service.</param>
    /// <param name="service">Ends the task with the service.</param>
    public Stop(string reason, CancellationToken service)
    {
        _service = service.Register(() => Now(reason));
    }

    public CancellationToken Token => _stop.Token;

    /// <summary>Why it is to end, for a person at ConductorOne; <see langword="null"/> while it goes on.</summary>
    public string? Reason => Volatile.Read(ref _reason);

    /// <summary>Ends it.</summary>
    public void Now(string reason)
    {
        if (Interlocked.CompareExchange(ref _reason, reason, null) is null)
        {
            _stop.Cancel();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _service.Dispose();
        _stop.Dispose();
    }
}
