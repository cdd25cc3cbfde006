using Auth0Connector.Provisioning.Access;
using Auth0Connector.Provisioning.Journal;
using Auth0Connector.Provisioning.Ledger;
using Microsoft.Extensions.Logging;

namespace Auth0Connector.Service.Tasks.Changes;

/// <summary>Access that ends: with a ledger its changes run one after the other, so that nothing is granted and taken back side by side.</summary>
internal sealed partial class LentAccess(ChangeTools tools) : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1);
    private int _isTold;

    /// <summary>Makes a change; what is granted for a time ends where there is a ledger to know it.</summary>
    public async Task<ChangeResult> ApplyAsync(ChangeRun run, AccessChange change, TimeSpan? length)
    {
        if (tools.Ledger is not { } ledger)
        {
            if (length is not null && Interlocked.Exchange(ref _isTold, 1) == 0)
            {
                LogForGood(tools.Logger);
            }

            return await run.Access.ApplyAsync(change, run.Token).ConfigureAwait(false);
        }

        await _gate.WaitAsync(run.Token).ConfigureAwait(false);
        try
        {
            if (length is { } time)
            {
                var until = tools.Clock.GetUtcNow() + time;
                return (await new TimedGrant(run.Access, ledger, run.Note).ApplyAsync(change, until, run.Token).ConfigureAwait(false)).Result;
            }

            var result = await run.Access.ApplyAsync(change, run.Token).ConfigureAwait(false);
            if (!change.IsGrant)
            {
                // A grant without a duration says nothing of an end, and takes none away.
                ledger.Settle(result);
            }

            return result;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Takes back what has run out; what could not be taken back stays in the ledger for the next time.</summary>
    public async Task<IReadOnlyList<ChangeResult>> TakeBackEndedAsync(CancellationToken cancellationToken)
    {
        if (tools.Ledger is not { } ledger || !tools.IsProvisioning)
        {
            return [];
        }

        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var now = tools.Clock.GetUtcNow();
            var due = ledger.Entries.Where(entry => entry.Until <= now).Select(static entry => entry.Grant with { IsGrant = false }).ToList();
            var results = new List<ChangeResult>();
            if (due.Count > 0)
            {
                using var client = tools.Client.Urgent();
                using var journal = tools.Journal.Noting(ChangeNote.None, static () => { });
                await ScopeGate.RequireAsync(client, due.SelectMany(ScopeNeeds.Of), cancellationToken).ConfigureAwait(false);
                var expired = new ExpiryRun(new AccessChanger(client, journal, tools.Clock), ledger, tools.Clock);
                await foreach (var result in expired.RunAsync(cancellationToken).ConfigureAwait(false))
                {
                    results.Add(result);
                }
            }

            return results;
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();

    [LoggerMessage(EventId = 520, Level = LogLevel.Warning, Message = "access was asked for with an end, and is granted for good: no ledger was named that would know the end (--ledger); this is said once")]
    private static partial void LogForGood(ILogger logger);
}
