using Auth0Connector.Sync.Reporting;

namespace Auth0Connector.Sync.Tests.Resuming;

/// <summary>Does something once when the finish of a sync comes to a step, such as stopping it there.</summary>
public sealed class StoppingReporter(string stoppingAt, Action then) : ISyncReporter
{
    private int _done;

    public void Started(string syncId, bool resumed)
    {
    }

    public void Progressed(SyncProgress progress)
    {
    }

    public void Skipped(SyncSkip skip)
    {
    }

    public void Announced(string message)
    {
    }

    public void Finishing(string step)
    {
        if (step == stoppingAt && Interlocked.Exchange(ref _done, 1) == 0)
        {
            then();
        }
    }
}
