using Auth0Connector.Cli.Run;
using Auth0Connector.Cli.Settings;
using Auth0Connector.Cli.Shell;
using Auth0Connector.Provisioning.Ledger;
using Auth0Connector.Provisioning.Lookups;

namespace Auth0Connector.Cli.Change;

/// <summary>Gives somebody a role, a membership or a role inside an organization, for good or for a time.</summary>
internal static class GrantCommand
{
    /// <summary>What it is called, which settings it has and what it does.</summary>
    public static CommandDefinition Definition { get; } = new()
    {
        Name = "grant",
        Summary = "Gives somebody a role, membership of an organization, or a role inside one.",
        Settings =
        [
            ChangeFlags.User, ChangeFlags.Role, ChangeFlags.Organization, ChangeFlags.For, ChangeFlags.NoEnd, .. RecordFlags.Note, ChangeFlags.DryRun, RecordFlags.Journal, RecordFlags.Ledger, .. ChangeFlags.OfTenant,
        ],
        Examples =
        [
            ("auth0-connector grant --user ada@example.com --role Admin --dry-run", "show the request first"),
            ("auth0-connector grant --user ada@example.com --organization acme --role Admin --for 8h", "for a working day; 'revoke --expired' ends it"),
        ],
        Sources = SettingSources.Everywhere,
        ReadsLogLate = true,
        Run = RunAsync,
    };

    /// <summary>Runs it.</summary>
    public static async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var settings = context.Settings;
        var named = NamedChange.Read(settings, isGrant: true);
        var length = settings.Given(ChangeFlags.For) is { } given ? DurationReader.Read(given) : (TimeSpan?)null;
        if (length is not null && settings.IsOn(ChangeFlags.NoEnd))
        {
            throw new UsageException("--for and --no-end exclude each other; give the one that is meant");
        }

        using var run = ChangeSession.Open(context);
        using var ledger = length is null ? LedgerFile.OpenIfThere(run) : LedgerFile.Open(run);
        var found = await named.FindAsync(run, cancellationToken);
        if (length is not { } time)
        {
            return await ForGoodAsync(run, ledger, found, cancellationToken);
        }

        var until = context.Host.Clock.GetUtcNow() + time;
        if (run.IsDryRun)
        {
            var planned = await run.Changer.ApplyAsync(found.Change, cancellationToken);
            var isEnding = !planned.IsSo || ledger?.Find(found.Change) is not null;
            return ChangeReport.Write(run, planned, found.Names, isEnding ? until : null);
        }

        var (result, ends) = await new TimedGrant(run.Changer, ledger!, run.Note).ApplyAsync(found.Change, until, cancellationToken);
        if (!ends && result.IsSo)
        {
            run.Warn("note: it was held before, without an end; so it stays without one");
        }

        return ChangeReport.Write(run, result, found.Names, ends ? until : null);
    }

    private static async Task<int> ForGoodAsync(ChangeSession run, AccessLedger? ledger, FoundAccess found, CancellationToken cancellationToken)
    {
        if (ledger?.Find(found.Change) is { } lent && !run.Settings.IsOn(ChangeFlags.NoEnd))
        {
            throw new UsageException(
                $"grant: {found.Change.Describe()} is to end at {lent.Until:u}, and granting it again would take that end away; give --for to move the end, or --no-end to grant it for good; nothing was changed");
        }

        var result = await run.Changer.ApplyAsync(found.Change, cancellationToken);
        if (!run.IsDryRun && ledger?.Settle(result) is { } ended)
        {
            run.Warn($"note: it was to end at {ended.Until:u}; now it has no end");
        }

        return ChangeReport.Write(run, result, found.Names, until: null);
    }
}
