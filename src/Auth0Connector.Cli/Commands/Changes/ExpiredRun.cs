using Auth0Connector.Cli.Errors;
using Auth0Connector.Cli.Output;
using Auth0Connector.Cli.Settings;
using Auth0Connector.Provisioning.Changes;
using Auth0Connector.Provisioning.Ledger;
using Auth0Connector.Provisioning.Scopes;

namespace Auth0Connector.Cli.Commands.Changes;

/// <summary>Takes back what the ledger says has run out.</summary>
internal static class ExpiredRun
{
    public static async Task<int> RunAsync(Session session, ResolvedSettings settings, CancellationToken cancellationToken)
    {
        var path = LedgerFile.Check(settings, session.Host);
        if (!File.Exists(path))
        {
            throw new ConfigurationException($"--ledger: {session.Host.ShownPath(path)} does not exist; 'grant --for' makes it");
        }

        using var run = ChangeSession.Open(session, settings);
        using var ledger = AccessLedger.Open(path, session.Host.Clock);
        var now = session.Host.Clock.GetUtcNow();
        var due = ledger.Entries.Where(entry => entry.Until <= now).Select(static entry => entry.Grant with { IsGrant = false }).ToList();
        if (due.Count > 0)
        {
            await ScopeGate.RequireAsync(run.Client, due.SelectMany(ScopeNeeds.Of), cancellationToken);
        }

        if (run.IsDryRun)
        {
            foreach (var change in due)
            {
                await ChangeReport.WritePlanAsync(run, change, cancellationToken);
            }

            return ExitCodes.Complete;
        }

        var open = 0;
        await foreach (var result in new ExpiryRun(run.Changer, ledger, session.Host.Clock).RunAsync(cancellationToken))
        {
            open += result.IsSo ? 0 : 1;
            run.Tell(Line(result), ChangeJson.Of(result));
        }

        if (open > 0)
        {
            session.Consoles.WriteError($"error: {open} of {due.Count} could not be taken back; they stay in {session.Host.ShownPath(path)} for the next run");
        }

        return open > 0 ? ExitCodes.Incomplete : ExitCodes.Complete;
    }

    private static string Line(ChangeResult result) =>
        $"{ChangeReport.Words(result)}: {result.Change.Describe()}{(result.Why is { } why ? $" ({why})" : string.Empty)}";
}
