using Auth0Connector.Cli.Errors;
using Auth0Connector.Cli.Looking;
using Auth0Connector.Cli.Output;
using Auth0Connector.Cli.Settings;
using Auth0Connector.Provisioning.Ledger;

namespace Auth0Connector.Cli.Commands.Changes;

/// <summary>Shows what is lent: to whom, until when and why. It asks no tenant and changes nothing.</summary>
internal static class LedgerCommand
{
    /// <summary>Runs it.</summary>
    public static Task<int> RunAsync(Session session, Invocation invocation, CancellationToken cancellationToken)
    {
        var settings = new SettingResolver(session.Host).ForTenantCommand(ChangeTable.LedgerSettings, invocation.Flags);
        var path = LedgerFile.Path(settings, session.Host);
        if (!File.Exists(path) && !Directory.Exists(path))
        {
            throw new ConfigurationException($"{LedgerFile.Label(settings)}: {session.Host.ShownPath(path)} does not exist; 'grant --for' makes it");
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
            session.Consoles.WriteError(Printable.Of($"error: {line.Describe()}"));
        }

        return Task.FromResult(ledger.Damage.Count > 0 ? ExitCodes.AccessFile : ExitCodes.Complete);
    }
}
