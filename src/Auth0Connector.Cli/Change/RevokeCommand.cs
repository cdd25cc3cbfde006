using Auth0Connector.Cli.Run;
using Auth0Connector.Cli.Settings;
using Auth0Connector.Cli.Shell;

namespace Auth0Connector.Cli.Change;

/// <summary>Takes access: what is named, what a sheet names, or what has run out.</summary>
internal static class RevokeCommand
{
    /// <summary>What it is called, which settings it has and what it does.</summary>
    public static CommandDefinition Definition { get; } = new()
    {
        Name = "revoke",
        Summary = "Takes access: what is named, what a sheet names, or what has run out.",
        Settings =
        [
            ChangeFlags.User, ChangeFlags.Role, ChangeFlags.Organization, ChangeFlags.From, ChangeFlags.Expired, .. RecordFlags.Note, ChangeFlags.DryRun, RecordFlags.Journal, RecordFlags.Ledger, .. ChangeFlags.OfTenant,
        ],
        Examples =
        [
            ("auth0-connector revoke --user ada@example.com --role Admin --journal changes.jsonl", "and write down what was done"),
            ("auth0-connector revoke --from decisions.csv --ticket OPS-1234", "a sheet, with a result a line; run again after an interruption"),
            ("auth0-connector revoke --expired", "every few minutes, what 'grant --for' gave and is over"),
        ],
        Sources = SettingSources.Everywhere,
        ReadsLogLate = true,
        Run = RunAsync,
    };

    /// <summary>Runs it.</summary>
    public static async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var settings = context.Settings;
        RefuseMixed(settings);
        if (settings.IsOn(ChangeFlags.Expired))
        {
            return await ExpiredRun.RunAsync(context, cancellationToken);
        }

        if (settings.Given(ChangeFlags.From) is { } sheet)
        {
            return await SheetRun.RunAsync(context, sheet, cancellationToken);
        }

        var named = NamedChange.Read(settings, isGrant: false);
        using var run = ChangeSession.Open(context);
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
        var ways = new[] { ChangeFlags.User, ChangeFlags.From }.Select(settings.Given).OfType<SettingValue>().Select(static value => value.Label).ToList();
        if (settings.IsOn(ChangeFlags.Expired))
        {
            ways.Add("--expired");
        }

        if (ways.Count > 1)
        {
            throw new UsageException($"{ways[0]} and {ways[1]} are both given; a run takes what is named, what a sheet names, or what has run out");
        }
    }
}
