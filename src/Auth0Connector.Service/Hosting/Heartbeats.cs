using Auth0Connector.Service.Cloud;

namespace Auth0Connector.Service.Hosting;

/// <summary>Tells the cloud that a task is still worked on, and hears whether it is still wanted.</summary>
/// <param name="beat">Sends one.</param>
/// <param name="taskId">The task.</param>
/// <param name="endsUnanswered">Whether the task ends when too many in a row get no answer.</param>
/// <param name="stop">The task's end.</param>
/// <param name="clock">The clock.</param>
/// <param name="log">Where failures are told.</param>
internal sealed class Heartbeats(
    Func<string, CancellationToken, Task<Beat>> beat,
    string taskId,
    bool endsUnanswered,
    Stop stop,
    TimeProvider clock,
    HostLog log)
{
    public const string CancelledReason = "it was cancelled by ConductorOne";
    public const string UnansweredReason = "it was stopped, since nine heartbeats in a row got no answer; a sync goes on where it stopped when it is handed out again";

    private const int MostFailures = 9;
    private static readonly TimeSpan Usual = TimeSpan.FromSeconds(30);

    private TimeSpan _next = Usual;
    private int _failures;

    /// <summary>Before a task asks anything: until one was answered, or too many were not.</summary>
    public async Task BeginAsync(CancellationToken cancellationToken)
    {
        await BeatAsync(cancellationToken).ConfigureAwait(false);
        while (_failures > 0 && stop.Reason is null)
        {
            await Backoff.Asking.WaitAsync(_failures, clock, cancellationToken).ConfigureAwait(false);
            await BeatAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>One, now.</summary>
    public async Task BeatAsync(CancellationToken cancellationToken)
    {
        try
        {
            var answer = await beat(taskId, cancellationToken).ConfigureAwait(false);
            _failures = 0;
            _next = answer.Next;
            if (answer.Cancelled)
            {
                stop.Now(CancelledReason);
            }
        }
        catch (CloudException failure)
        {
            _failures++;
            log.HeartbeatFailed(taskId, _failures, failure.Message);
            if (endsUnanswered && _failures >= MostFailures)
            {
                stop.Now(UnansweredReason);
            }
        }
    }

    /// <summary>From the next that is due until the token ends it, or the task is stopped.</summary>
    public async Task GoOnAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (stop.Reason is null)
            {
                await Task.Delay(_next, clock, cancellationToken).ConfigureAwait(false);
                await BeatAsync(cancellationToken).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The task is over.
        }
    }
}
