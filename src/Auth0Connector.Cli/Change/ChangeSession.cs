using Auth0Connector.Cli.Output;
using Auth0Connector.Cli.Run;
using Auth0Connector.Cli.Settings;
using Auth0Connector.Cli.Shell;
using Auth0Connector.Cli.Tenant;
using Auth0Connector.ManagementApi;
using Auth0Connector.ManagementApi.Options;
using Auth0Connector.Provisioning.Access;
using Auth0Connector.Provisioning.Journal;
using Auth0Connector.Provisioning.Lookups;
using Auth0Connector.Provisioning.Records;
using Microsoft.Extensions.Logging;

namespace Auth0Connector.Cli.Change;

/// <summary>What every change needs: the settings checked, the journal and the tenant's client.</summary>
internal sealed class ChangeSession : IDisposable
{
    private bool _isDamaged;

    private ChangeSession(CommandContext context, ManagementApiOptions api, ILoggerFactory loggers, ChangeJournal journal)
    {
        Session = context.Session;
        Settings = context.Settings;
        Journal = journal;
        Tenant = api.BaseUrl.Host;
        Client = new ManagementApiClient(api, loggers, context.Host.Clock);
        Lookup = new AccessLookup(Client, Suggestion.For);
        Names = new NameLookup(Client);
        Changer = new AccessChanger(Client, journal, context.Host.Clock) { OnlyLooks = IsDryRun };
        TellDamage(journal.Damage);
    }

    public Session Session { get; }

    public ResolvedSettings Settings { get; }

    /// <summary>Host of the tenant.</summary>
    public string Tenant { get; }

    public ManagementApiClient Client { get; }

    public ChangeJournal Journal { get; }

    public AccessLookup Lookup { get; }

    public NameLookup Names { get; }

    public AccessChanger Changer { get; }

    public bool IsJson => OutputForms.Read(Settings) == OutputForm.Json;

    public bool IsDryRun => Settings.IsOn(ChangeFlags.DryRun);

    /// <summary>What a person says about the changes of this run.</summary>
    public ChangeNote Note => ReadNote(Settings);

    /// <summary>Opens everything; the tenant is not asked yet.</summary>
    public static ChangeSession Open(CommandContext context)
    {
        var (host, settings) = (context.Host, context.Settings);
        context.ReadLog();
        var api = TenantReader.WhileSomebodyWaits(TenantReader.Read(settings, host));
        context.Hide(api.Credential);
        var path = settings.Given(RecordFlags.Journal) is { } given && !settings.IsOn(ChangeFlags.DryRun)
            ? RecordPath.Of(given.Label, given.Text, host)
            : null;
        var journal = ChangeJournal.Open(path, api.BaseUrl.Host, api.ClientId, host.Clock, ReadNote(settings));
        var loggers = context.OpenLog();
        SettingLog.Warn(settings, loggers.CreateLogger("settings"));
        return new ChangeSession(context, api, loggers, journal);
    }

    /// <summary>Writes a line for a person, or its JSON for a program.</summary>
    public void Tell(string line, ChangeJson json)
    {
        // Whoever cannot be shown the line still learns what became of the change.
        Session.Done = $"the outcome of the change is '{json.Outcome}'";
        Session.Consoles.WriteResult(IsJson ? json.ToText() : Printable.Of(line));
    }

    /// <summary>Writes a line about the run to standard error.</summary>
    public void Warn(string line) => Session.Consoles.WriteError(Printable.Of(line));

    /// <summary>Says that somebody was found by an address that may not be theirs.</summary>
    public void WarnUnverified(bool isUnverified, string address)
    {
        if (isUnverified)
        {
            Warn($"warning: the address {address} is not verified in the tenant: whoever signed up with it may be somebody else");
        }
    }

    /// <summary>Names the lines of a journal or ledger that cannot be read, each an error.</summary>
    public void TellDamage(IReadOnlyList<DamagedLine> damage)
    {
        foreach (var line in damage)
        {
            _isDamaged = true;
            Warn($"error: {line.Describe()}");
        }
    }

    /// <summary>The exit code of the run: a file that was read in part only is never 0.</summary>
    public int End(int code) => _isDamaged && code == ExitCodes.Complete ? ExitCodes.AccessFile : code;

    public void Dispose()
    {
        Client.Dispose();
        Journal.Dispose();
    }

    private static ChangeNote ReadNote(ResolvedSettings settings) => new(
        settings.Given(RecordFlags.Reason)?.Text,
        settings.Given(RecordFlags.Ticket)?.Text,
        settings.Given(RecordFlags.RequestedBy)?.Text);
}
