using Auth0Connector.Cli.Lists;
using Auth0Connector.Cli.Logging;
using Auth0Connector.Cli.Run;
using Auth0Connector.Cli.Settings;
using Auth0Connector.Cli.Shell;
using Auth0Connector.Provisioning.Ledger;

namespace Auth0Connector.Cli.Change;

/// <summary>Shows what is lent: to whom, until when and why. It asks no tenant and changes nothing.</summary>
internal static class LedgerCommand
{
    /// <summary>What it is called, which settings it has and what it does.</summary>
    public static CommandDefinition Definition { get; } = new()
    {
        Name = "ledger",
        Summary = "Shows what is lent by 'grant --for': to whom, until when and why.",
        Settings = [RecordFlags.Ledger, .. ConfigFlags.All, ListFlags.Output, .. LogFlags.All],
        Examples = [("auth0-connector ledger -o json", "for a script; asks no tenant")],
        Sources = SettingSources.Everywhere,
        ReadsLogLate = true,
        Run = RunAsync,
    };

    /// <summary>Runs it.</summary>
    public static Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var (session, settings) = (context.Session, context.Settings);
        var path = LedgerFile.Path(settings, session.Host);
        if (!File.Exists(path) && !Directory.Exists(path))
        {
            throw new UsageException($"{LedgerFile.Label(settings)}: {session.Host.ShownPath(path)} does not exist; 'grant --for' makes it");
        }

        var form = ListForms.Read(settings);
        var now = session.Host.Clock.GetUtcNow();
        using var ledger = AccessLedger.OpenToRead(path, session.Host.Clock);
        var shape = LentColumns.Of(now);
        var isEmptyTable = form == ListForm.Table && ledger.Entries.Count == 0;
        if (isEmptyTable)
        {
            session.Consoles.WriteResult("nothing is lent");
        }
        else
        {
            ListOutput.Write(session, shape, new ListOptions<TimedAccess>(form, [.. shape.Columns.Where(static column => column.IsShown)], Sort: null, IsDescending: false, Limit: null), ledger.Entries);
        }

        foreach (var line in ledger.Damage)
        {
            ErrorWriter.Write(session, PresentedError.Of(ErrorClass.File, line.Describe()), trace: null);
        }

        return Task.FromResult(ledger.Damage.Count > 0 ? ExitCodes.AccessFile : ExitCodes.Complete);
    }
}
