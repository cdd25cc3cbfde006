using Auth0Connector.Cli.Change;
using Auth0Connector.Cli.Settings;
using Auth0Connector.Cli.Shell;
using Auth0Connector.Cli.Sync;
using Auth0Connector.ManagementApi;
using Auth0Connector.ManagementApi.Options;
using Auth0Connector.Provisioning;
using Auth0Connector.Provisioning.Journal;
using Auth0Connector.Provisioning.Ledger;
using Auth0Connector.Service.Credentials;
using Auth0Connector.Service.Tasks;
using Auth0Connector.Service.Tasks.Changes;
using Microsoft.Extensions.Logging;
using Kinds = Auth0Connector.Service.Protocol.Task.TaskTypeOneofCase;

namespace Auth0Connector.Cli.Serve;

/// <summary>The tasks that change something, with the journal and the ledger that the settings name.</summary>
internal sealed partial class ServedChanges : IDisposable
{
    private readonly ChangeJournal _journal;
    private readonly AccessLedger? _ledger;
    private readonly ChangeTasks _tasks;

    private ServedChanges(ChangeJournal journal, AccessLedger? ledger, ChangeTasks tasks)
    {
        _journal = journal;
        _ledger = ledger;
        _tasks = tasks;
    }

    /// <summary>Who does each kind of them.</summary>
    public IReadOnlyDictionary<Kinds, TaskHandler> Handlers => _tasks.Handlers;

    /// <summary>Takes back what was granted for a time that is over; <see langword="null"/> where no ledger knows of any.</summary>
    public Func<CancellationToken, Task>? TakeBackEndedAsync => _ledger is null ? null : _tasks.TakeBackEndedAsync;

    /// <summary>Opens what they write to.</summary>
    /// <exception cref="ProvisioningException">The journal or the ledger is held by another run, or cannot be written.</exception>
    public static ServedChanges Open(ResolvedSettings settings, Host host, ManagementApiOptions api, ManagementApiClient client, ConnectorSecret secret, ILogger log)
    {
        var journal = ChangeJournal.Open(
            settings.Given(RecordFlags.Journal) is { } given ? RecordPath.Of(given.Label, given.Text, host) : null, api.BaseUrl.Host, api.ClientId, host.Clock);

        // Only one that was named is sure to lie where it lasts.
        var ledger = settings.Given(RecordFlags.Ledger) is null ? null : AccessLedger.Open(LedgerFile.Path(settings, host), host.Clock, api.BaseUrl.Host);
        foreach (var line in journal.Damage.Concat(ledger?.Damage ?? []))
        {
            Damaged(log, line.Describe());
        }

        var tools = new ChangeTools
        {
            Client = client,
            Secret = secret,
            Journal = journal,
            Clock = host.Clock,
            Logger = log,
            IsProvisioning = settings.IsOn(ServiceFlags.Provisioning),
            Ledger = ledger,
        };
        return new ServedChanges(journal, ledger, new ChangeTasks(tools));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _tasks.Dispose();
        _ledger?.Dispose();
        _journal.Dispose();
    }

    [LoggerMessage(1, LogLevel.Warning, "{Damage}")]
    private static partial void Damaged(ILogger log, string damage);
}
