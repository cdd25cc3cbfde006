using Auth0Connector.Cli.Settings;

namespace Auth0Connector.Cli.Commands.Changes;

/// <summary>The place of the ledger.</summary>
internal static class LedgerFile
{
    public static string Check(ResolvedSettings settings, Host host) => TargetFile.Check(
        settings.Given(ChangeTable.Ledger)?.Label ?? "--ledger",
        settings.Text(ChangeTable.Ledger)!,
        ChangeTable.Ledger.Default!,
        host);
}
