namespace Auth0Connector.Service.Cloud;

/// <summary>
/// How long to wait after the n-th failure in a row: doubling from the first wait to the longest, of which half to all is
/// really waited, so that many connectors do not come back at one instant.
/// </summary>
/// <param name="First">The longest that the first wait is.</param>
/// <param name="Longest">The longest of all.</param>
public sealed record Backoff(TimeSpan First, TimeSpan Longest)
{
    /// <summary>For all that is asked: 1 second to 60.</summary>
    public static readonly Backoff Asking = new(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(60));

    /// <summary>For the end of a task: half a second to 60 seconds.</summary>
    public static readonly Backoff Finishing = new(TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(60));

    /// <summary>Between the tries of an upload: 1 second.</summary>
    public static readonly Backoff Uploading = new(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));

    /// <summary>The wait after so many failures in a row.</summary>
    /// <param name="failures">From 1.</param>
#pragma warning disable CA5394 // Jitter spreads load; it guards nothing.
    public TimeSpan Wait(int failures) => Wait(failures, Random.Shared.NextDouble());
#pragma warning restore CA5394

    /// <summary>Waits so long.</summary>
    /// <param name="failures">From 1.</param>
    /// <param name="clock">Whose time passes.</param>
    /// <param name="cancellationToken">Ends the wait at once.</param>
    public Task WaitAsync(int failures, TimeProvider clock, CancellationToken cancellationToken) =>
        Task.Delay(Wait(failures), clock, cancellationToken);

    /// <summary>The same by a chance that is given.</summary>
    /// <param name="failures">From 1.</param>
    /// <param name="random">In [0, 1).</param>
    internal TimeSpan Wait(int failures, double random)
    {
        // The exponent is bounded so that the product cannot overflow.
        var doubled = First * Math.Pow(2, Math.Clamp(failures - 1, 0, 30));
        var whole = doubled < Longest ? doubled : Longest;
        return whole * ((1 + random) / 2);
    }
}
