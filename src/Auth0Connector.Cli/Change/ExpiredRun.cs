using Auth0Connector.Cli.Run;
using Auth0Connector.Cli.Shell;
using Auth0Connector.Provisioning.Access;
using Auth0Connector.Provisioning.Journal;
using Auth0Connector.Provisioning.Ledger;

namespace Auth0Connector.Cli.Change;

/// <summary>Takes back what the ledger says has run out.</summary>
internal static class ExpiredRun
{
    public static async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var (session, settings) = (context.Session, context.Settings);
        var path = LedgerFile.Path(settings, session.Host);
        if (!File.Exists(path) && !Directory.Exists(path))
        {
            throw new UsageException($"{LedgerFile.Label(settings)}: {session.Host.ShownPath(path)} does not exist; 'grant --for' makes it");
        }

        using var run = ChangeSession.Open(context);
        using var ledger = LedgerFile.OpenIfThere(run)!;
        var now = session.Host.Clock.GetUtcNow();
        var due = ledger.Entries.Where(entry => entry.Until <= now).Select(static entry => entry.Grant with { IsGrant = false }).ToList();
        TellElsewhere(run, ledger, now);
        if (due.Count == 0)
        {
            await TellNextAsync(run, ledger, cancellationToken);
            return run.End(ExitCodes.Complete);
        }

        await ScopeGate.RequireAsync(run.Client, due.SelectMany(ScopeNeeds.Of), cancellationToken);
        var results = run.IsDryRun ? PlanAsync(run, due, cancellationToken) : new ExpiryRun(run.Changer, ledger, session.Host.Clock).RunAsync(cancellationToken);
        var open = 0;
        await foreach (var result in results)
        {
            open += result.IsSo || result.Outcome == ChangeOutcome.Planned ? 0 : 1;
            Tell(run, result, await run.Names.FindAsync(result.Change, cancellationToken));
        }

        if (open > 0)
        {
            run.Warn($"error: {open} of {due.Count} could not be taken back; they stay in {session.Host.ShownPath(path)} for the next run");
        }

        return run.End(open > 0 ? ExitCodes.Incomplete : ExitCodes.Complete);
    }

    private static async IAsyncEnumerable<ChangeResult> PlanAsync(
        ChangeSession run, List<AccessChange> due, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var change in due)
        {
            yield return await run.Changer.ApplyAsync(change, cancellationToken);
        }
    }

    private static void Tell(ChangeSession run, ChangeResult result, AccessNames names)
    {
        var json = ChangeJson.Of(result, names);
        if (result.Request is { } request && !run.IsJson)
        {
            run.Tell(ChangeReport.Sending(request), json);
        }

        run.Tell($"{ChangeReport.Words(result)}: {names.Describe(result.Change)}{(result.Why is { } why ? $" ({why})" : string.Empty)}", json);
    }

    private static async Task TellNextAsync(ChangeSession run, AccessLedger ledger, CancellationToken cancellationToken)
    {
        if (ledger.Entries is not [var next, ..])
        {
            run.Tell("nothing is due, and nothing is lent", new ChangeJson { Action = "revoke", Outcome = "nothing due" });
            return;
        }

        var change = next.Grant with { IsGrant = false };
        var names = await run.Names.FindAsync(change, cancellationToken);
        run.Tell(
            $"nothing is due; next, at {next.Until:u}: {names.Describe(change)}",
            ChangeJson.Of(change, names, "nothing due") with { Until = next.Until });
    }

    // The ids of another tenant mean nothing here: whoever has none of it would look as if it were taken back.
    private static void TellElsewhere(ChangeSession run, AccessLedger ledger, DateTimeOffset now)
    {
        foreach (var tenant in ledger.Elsewhere.Where(entry => entry.Until <= now).GroupBy(static entry => entry.Tenant))
        {
            run.Warn($"note: {tenant.Count()} are due in {tenant.Key}; run it there as well");
        }
    }
}
