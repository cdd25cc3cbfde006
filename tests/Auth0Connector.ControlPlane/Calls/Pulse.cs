namespace Auth0Connector.ControlPlane.Calls;

/// <summary>Beats whenever something happens, so that a test waits for what it needs and never for a time.</summary>
internal sealed class Pulse(TimeSpan patience)
{
    private TaskCompletionSource _next = Fresh();

    public void Beat() => Interlocked.Exchange(ref _next, Fresh()).TrySetResult();

    /// <summary>Waits until it finds something.</summary>
    /// <exception cref="TimeoutException">Not found within the patience; says what was waited for and what is.</exception>
    public async Task<T> UntilAsync<T>(Func<T?> look, string what, Func<string> state, CancellationToken cancellationToken)
        where T : class
    {
        using var bound = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        bound.CancelAfter(patience);
        while (true)
        {
            // Taken before looking, so that nothing that happens in between is missed.
            var next = Volatile.Read(ref _next).Task;
            if (look() is { } found)
            {
                return found;
            }

            try
            {
                await next.WaitAsync(bound.Token);
            }
            catch (OperationCanceledException waited) when (!cancellationToken.IsCancellationRequested)
            {
                throw new TimeoutException($"Waited {patience.TotalSeconds:0} s for {what}, in vain. {state()}", waited);
            }
        }
    }

    private static TaskCompletionSource Fresh() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
