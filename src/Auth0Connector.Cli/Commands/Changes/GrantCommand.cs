using Auth0Connector.Cli.Output;
using Auth0Connector.Cli.Settings;
using Auth0Connector.Provisioning.Changes;
using Auth0Connector.Provisioning.Ledger;

namespace Auth0Connector.Cli.Commands.Changes;

/// <summary>Gives somebody a role, a membership or a role inside an organization, for good or for a time.</summary>
internal static class GrantCommand
{
    /// <summary>Runs it.</summary>
    public static async Task<int> RunAsync(Session session, Invocation invocation, CancellationToken cancellationToken)
    {
        var settings = ChangeSession.Resolve(session, ChangeTable.Grant, invocation);
        var named = NamedChange.Read(settings, isGrant: true);
        var length = settings.Given(ChangeTable.For) is { } given ? DurationReader.Read(given) : (TimeSpan?)null;
        var ledgerPath = length is null ? null : LedgerFile.Check(settings, session.Host);
        using var run = ChangeSession.Open(session, settings);
        using var ledger = ledgerPath is null || run.IsDryRun ? LedgerFile.OpenIfThere(run) : AccessLedger.Open(ledgerPath, session.Host.Clock);
        var change = await named.FindAsync(run, cancellationToken);
        if (run.IsDryRun)
        {
            return await ChangeReport.WritePlanAsync(run, change, cancellationToken);
        }

        if (length is not { } time)
        {
            return await ForGoodAsync(run, ledger, change, cancellationToken);
        }

        var until = session.Host.Clock.GetUtcNow() + time;
        var (result, ends) = await new TimedGrant(run.Changer, ledger!).ApplyAsync(change, until, cancellationToken);
        if (!ends && result.IsSo)
        {
            session.Consoles.WriteError(Printable.Of("note: it was held before, without an end; so it stays without one"));
        }

        return ChangeReport.Write(run, result, ends ? until : null);
    }

    private static async Task<int> ForGoodAsync(ChangeSession run, AccessLedger? ledger, AccessChange change, CancellationToken cancellationToken)
    {
        var result = await run.Changer.ApplyAsync(change, cancellationToken);
        if (ledger?.Settle(result) is { } ended)
        {
            run.Session.Consoles.WriteError(Printable.Of($"note: it was to end at {ended.Until:u}; now it has no end"));
        }

        return ChangeReport.Write(run, result, until: null);
    }
}
