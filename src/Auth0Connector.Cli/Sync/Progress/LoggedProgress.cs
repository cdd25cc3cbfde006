using Microsoft.Extensions.Logging;

namespace Auth0Connector.Cli.Sync.Progress;

/// <summary>Shows progress as a log line every ten seconds, for runs that nobody watches.</summary>
internal static class LoggedProgress
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(10);

    /// <summary>Shows the board until the work is over.</summary>
    public static async Task<T> ShowWhileAsync<T>(Func<Task<T>> work, LatestProgress board, ILogger log, TimeProvider clock)
    {
        var running = work();
        using var over = new CancellationTokenSource();
        var display = RepeatAsync(board, log, clock, over.Token);
        try
        {
            return await running;
        }
        finally
        {
            await over.CancelAsync();
            await display;
        }
    }

    private static async Task RepeatAsync(LatestProgress board, ILogger log, TimeProvider clock, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Pace, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(cancellationToken))
            {
                ProgressLog.Progress(log, board.Describe());
            }
        }
        catch (OperationCanceledException)
        {
            // The work is over.
        }
    }
}
