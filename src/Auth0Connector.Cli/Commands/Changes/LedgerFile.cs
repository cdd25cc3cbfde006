using Auth0Connector.Cli.Settings;
using Auth0Connector.Provisioning.Ledger;

namespace Auth0Connector.Cli.Commands.Changes;

/// <summary>The place of the ledger.</summary>
internal static class LedgerFile
{
    public static string Check(ResolvedSettings settings, Host host) => TargetFile.Check(
        settings.Given(ChangeTable.Ledger)?.Label ?? "--ledger",
        settings.Text(ChangeTable.Ledger)!,
        ChangeTable.Ledger.Default!,
        host);

    /// <summary>The ledger where there is one: what is changed by hand may have an end in it.</summary>
    public static AccessLedger? OpenIfThere(ChangeSession run)
    {
        var path = run.Session.Host.FullPath(run.Settings.Text(ChangeTable.Ledger)!);
        return run.IsDryRun || !File.Exists(path) ? null : AccessLedger.Open(Check(run.Settings, run.Session.Host), run.Session.Host.Clock);
    }
}
