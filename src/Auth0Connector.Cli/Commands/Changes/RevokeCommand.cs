using Auth0Connector.Cli.Settings;

namespace Auth0Connector.Cli.Commands.Changes;

/// <summary>Takes access: what is named, what a sheet names, or what has run out.</summary>
internal static class RevokeCommand
{
    /// <summary>Runs it.</summary>
    public static async Task<int> RunAsync(Session session, Invocation invocation, CancellationToken cancellationToken)
    {
        var settings = ChangeSession.Resolve(session, ChangeTable.Revoke, invocation);
        RefuseMixed(settings);
        if (settings.IsOn(ChangeTable.Expired))
        {
            return await ExpiredRun.RunAsync(session, settings, cancellationToken);
        }

        if (settings.Given(ChangeTable.From) is { } sheet)
        {
            return await SheetRun.RunAsync(session, settings, sheet, cancellationToken);
        }

        var named = NamedChange.Read(settings, isGrant: false);
        using var run = ChangeSession.Open(session, settings);
        using var ledger = LedgerFile.OpenIfThere(run);
        var found = await named.FindAsync(run, cancellationToken);
        var result = await run.Changer.ApplyAsync(found.Change, cancellationToken);
        if (!run.IsDryRun)
        {
            ledger?.Settle(result);
        }

        return ChangeReport.Write(run, result, found.Names, until: null);
    }

    private static void RefuseMixed(ResolvedSettings settings)
    {
        var ways = new[] { ChangeTable.User, ChangeTable.From }.Select(settings.Given).OfType<SettingValue>().Select(static value => value.Label).ToList();
        if (settings.IsOn(ChangeTable.Expired))
        {
            ways.Add("--expired");
        }

        if (ways.Count > 1)
        {
            throw new ConfigurationException($"{ways[0]} and {ways[1]} are both given; a run takes what is named, what a sheet names, or what has run out");
        }
    }
}
