using Auth0Connector.Cli.Logging;
using Auth0Connector.Cli.Output;
using Auth0Connector.Cli.Settings;
using Auth0Connector.ManagementApi;
using Auth0Connector.Provisioning.Changes;
using Auth0Connector.Provisioning.Lookups;
using Auth0Connector.Provisioning.Records;

namespace Auth0Connector.Cli.Commands.Changes;

/// <summary>What every change needs: the settings checked, the log, the journal and the tenant's client.</summary>
internal sealed class ChangeSession : IDisposable
{
    private readonly Logs _logs;

    private ChangeSession(Session session, ResolvedSettings settings, ManagementApiOptions api, Logs logs, ChangeJournal journal)
    {
        Session = session;
        Settings = settings;
        _logs = logs;
        Journal = journal;
        Client = new ManagementApiClient(api, logs.Factory, session.Host.Clock);
        Lookup = new AccessLookup(Client);
        Changer = new AccessChanger(Client, journal, session.Host.Clock);
    }

    public Session Session { get; }

    public ResolvedSettings Settings { get; }

    public ManagementApiClient Client { get; }

    public ChangeJournal Journal { get; }

    public AccessLookup Lookup { get; }

    public AccessChanger Changer { get; }

    public bool IsJson => SyncPlan.ReadForm(Settings) == OutputForm.Json;

    public bool IsDryRun => Settings.IsOn(ChangeTable.DryRun);

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
        var path = (settings.Given(ChangeTable.Journal) ?? settings.Given(EcosystemTable.Journal)) is { } given && !settings.IsOn(ChangeTable.DryRun)
            ? TargetFile.Check(given.Label, given.Text, "changes.jsonl", session.Host)
            : null;
        var journal = ChangeJournal.Open(path, api.BaseUrl.Host, api.ClientId, session.Host.Clock);
        var logs = Logs.Open(logSettings, session.Consoles, session.Mask);
        foreach (var warning in settings.Warnings)
        {
            CommandLog.Warning(logs.Factory.CreateLogger("settings"), warning);
        }

        return new ChangeSession(session, settings, api, logs, journal);
    }

    /// <summary>Writes a line for a person, or its JSON for a program.</summary>
    public void Tell(string line, ChangeJson json) =>
        Session.Consoles.WriteResult(IsJson ? json.ToText() : Printable.Of(line));

    public void Dispose()
    {
        Client.Dispose();
        Journal.Dispose();
        _logs.Dispose();
    }
}
