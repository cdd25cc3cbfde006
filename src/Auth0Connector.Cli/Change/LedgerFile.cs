using Auth0Connector.Cli.Settings;
using Auth0Connector.Cli.Shell;
using Auth0Connector.Provisioning.Ledger;

namespace Auth0Connector.Cli.Change;

/// <summary>The place of the ledger.</summary>
internal static class LedgerFile
{
    public static string Path(ResolvedSettings settings, Host host) => RecordPath.Of(Label(settings), settings.Text(RecordFlags.Ledger)!, host);

    public static string Label(ResolvedSettings settings) => settings.Given(RecordFlags.Ledger)?.Label ?? "--ledger";

    /// <summary>The ledger, made where there is none; a dry run only looks at one that is there.</summary>
    public static AccessLedger? Open(ChangeSession run)
    {
        if (run.IsDryRun)
        {
            return OpenIfThere(run);
        }

        return Told(run, AccessLedger.Open(Path(run.Settings, run.Session.Host), run.Session.Host.Clock, run.Tenant));
    }

    /// <summary>The ledger where there is one: what is changed by hand may have an end in it.</summary>
    public static AccessLedger? OpenIfThere(ChangeSession run)
    {
        var path = Path(run.Settings, run.Session.Host);
        if (!File.Exists(path) && !Directory.Exists(path))
        {
            return null;
        }

        var clock = run.Session.Host.Clock;
        return Told(run, run.IsDryRun ? AccessLedger.OpenToRead(path, clock, run.Tenant) : AccessLedger.Open(path, clock, run.Tenant));
    }

    private static AccessLedger Told(ChangeSession run, AccessLedger ledger)
    {
        run.TellDamage(ledger.Damage);
        return ledger;
    }
}
