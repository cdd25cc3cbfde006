using Auth0Connector.Cli.Errors;
using Auth0Connector.Cli.Logging;
using Auth0Connector.Cli.Output;
using Auth0Connector.Cli.Settings;
using Auth0Connector.ManagementApi;
using Auth0Connector.ManagementApi.Options;
using Auth0Connector.Provisioning.Access;
using Auth0Connector.Provisioning.Journal;
using Auth0Connector.Provisioning.Lookups;
using Auth0Connector.Provisioning.Records;

namespace Auth0Connector.Cli.Commands.Changes;

/// <summary>What every change needs: the settings checked, the log, the journal and the tenant's client.</summary>
internal sealed class ChangeSession : IDisposable
{
    private readonly Logs _logs;
    private bool _isDamaged;

    private ChangeSession(Session session, ResolvedSettings settings, ManagementApiOptions api, Logs logs, ChangeJournal journal)
    {
        Session = session;
        Settings = settings;
        _logs = logs;
        Journal = journal;
        Tenant = api.BaseUrl.Host;
        Client = new ManagementApiClient(api, logs.Factory, session.Host.Clock);
        Lookup = new AccessLookup(Client, Suggestion.For);
        Names = new NameLookup(Client);
        Changer = new AccessChanger(Client, journal, session.Host.Clock) { OnlyLooks = IsDryRun };
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

    public bool IsJson => SyncPlan.ReadForm(Settings) == OutputForm.Json;

    public bool IsDryRun => Settings.IsOn(ChangeTable.DryRun);

    /// <summary>What a person says about the changes of this run.</summary>
    public ChangeNote Note => ReadNote(Settings);

    /// <summary>Resolves the settings of one of our own commands; nothing is opened yet.</summary>
    public static ResolvedSettings Resolve(Session session, IReadOnlyList<SettingDefinition> table, Invocation invocation) =>
        new SettingResolver(session.Host).ForTenantCommand(table, invocation.Flags);

    /// <summary>Opens everything; the tenant is not asked yet.</summary>
    public static ChangeSession Open(Session session, ResolvedSettings settings)
    {
        var logSettings = LogSettings.Read(settings, session.Host);
        session.ShowStackTraces = logSettings.IsDebug;
        var api = SyncPlan.WhileSomebodyWaits(SyncPlan.ReadApi(settings, session.Host));
        session.Mask.Add(api.Credential);
        var path = settings.Given(RecordTable.Journal) is { } given && !settings.IsOn(ChangeTable.DryRun)
            ? RecordPath.Of(given.Label, given.Text, session.Host)
            : null;
        var journal = ChangeJournal.Open(path, api.BaseUrl.Host, api.ClientId, session.Host.Clock, ReadNote(settings));
        var logs = Logs.Open(logSettings, session.Consoles, session.Mask);
        foreach (var warning in settings.Warnings)
        {
            CommandLog.Warning(logs.Factory.CreateLogger("settings"), warning);
        }

        return new ChangeSession(session, settings, api, logs, journal);
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
        _logs.Dispose();
    }

    private static ChangeNote ReadNote(ResolvedSettings settings) => new(
        settings.Given(RecordTable.Reason)?.Text,
        settings.Given(RecordTable.Ticket)?.Text,
        settings.Given(RecordTable.RequestedBy)?.Text);
}
