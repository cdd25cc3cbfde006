using Auth0Connector.Service.Cloud;
using Grpc.Core;

namespace Auth0Connector.Service.Hosting;

/// <summary>Asks for tasks as long as the service lives: only with a free slot, and after no answer that brought something new sooner than half a second.</summary>
internal sealed class Polling(CloudClient cloud, TaskBoard board, HostOptions options, TimeProvider clock, HostLog log)
{
    private const int MostAtOnce = 100;
    private static readonly TimeSpan Floor = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    private readonly OnceAMinute _said = new(clock);
    private bool _asksForMany = options.AsksForMany;

    /// <summary>Asks until it is cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        for (var failures = 0; ;)
        {
            await board.HaveRoomAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                var poll = await AskAsync(cancellationToken).ConfigureAwait(false);
                if (failures > 0)
                {
                    log.PollsAgain();
                }

                failures = 0;
                await Task.Delay(WaitAfter(poll), clock, cancellationToken).ConfigureAwait(false);
            }
            catch (CloudException failure) when (_asksForMany && failure.Code == StatusCode.Unimplemented)
            {
                _asksForMany = false;
                log.NoBatches();
            }
            catch (CloudException failure)
            {
                Tell(failure);
                await Backoff.Asking.WaitAsync(++failures, clock, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private Task<Poll> AskAsync(CancellationToken cancellationToken)
    {
        if (!_asksForMany)
        {
            return cloud.GetTaskAsync(cancellationToken);
        }

        // As in the ecosystem: up to twice as many as can be worked on, so that the next is at hand.
        var known = board.Known;
        var wanted = Math.Clamp((2 * options.Concurrency) - board.Load, 1, MostAtOnce);
        return cloud.GetTasksAsync(wanted, known.Count > MostAtOnce ? [.. known.Take(MostAtOnce)] : known, cancellationToken);
    }

    private TimeSpan WaitAfter(Poll poll)
    {
        var isNew = false;
        foreach (var task in poll.Tasks)
        {
            isNew |= board.Begin(task);
        }

        var wait = poll.NextPoll < Longest ? poll.NextPoll : Longest;
        return isNew || wait >= Floor ? wait : Floor;
    }

    // A refusal is waited out as well: it was taken once, and may be mended there.
    private void Tell(CloudException failure)
    {
        if (_said.IsDue())
        {
            log.PollFailing(failure.Message);
        }
        else
        {
            log.PollFailed(failure.Message);
        }
    }
}
