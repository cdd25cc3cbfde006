using Auth0Connector.Cli.Run;
using Auth0Connector.Cli.Settings;
using Auth0Connector.Cli.Sync;
using Auth0Connector.ManagementApi;
using Auth0Connector.Service.Cloud;
using Auth0Connector.Service.Description;
using Auth0Connector.Service.Events;
using Auth0Connector.Service.Health;
using Auth0Connector.Service.Hosting;
using Auth0Connector.Service.Syncs;
using Auth0Connector.Service.Tasks;
using Microsoft.Extensions.Logging;
using Kinds = Auth0Connector.Service.Protocol.Task.TaskTypeOneofCase;
using Task = System.Threading.Tasks.Task;

namespace Auth0Connector.Cli.Serve;

/// <summary>The service put together: one client of the tenant and one of the cloud, which all tasks share.</summary>
internal sealed class ConnectorService : IAsyncDisposable
{
    private readonly ServePlan _plan;
    private readonly ResolvedSettings _settings;
    private readonly TimeProvider _clock;
    private readonly ILogger _log;
    private readonly ManagementApiClient _tenant;
    private readonly CloudClient _cloud;
    private readonly ServedChanges _changes;
    private readonly TenantProbe _probe;
    private readonly ServiceHost _host;

    public ConnectorService(ServePlan plan, SyncFolder folder, CommandContext context)
    {
        var loggers = context.OpenLog();
        _plan = plan;
        _settings = context.Settings;
        _clock = context.Host.Clock;
        _log = loggers.CreateLogger("service");
        _tenant = new ManagementApiClient(plan.Api, loggers, _clock);
        _changes = ServedChanges.Open(_settings, context.Host, plan.Api, _tenant, plan.Cloud.Secret, _log);
        _probe = new TenantProbe(plan.Api, loggers, _clock);
        _cloud = new CloudClient(plan.Cloud.Reach(plan.Api), _clock, _log);
        var syncs = new SyncTasks(new SyncTools
        {
            Folder = folder,
            Settings = plan.Sync,
            Source = $"{plan.Api.BaseUrl} {plan.Api.ClientId} {plan.Api.Audience}",
            Read = new ServedSync(plan.Api, _tenant, _clock).ReadAsync,
            Upload = _cloud.UploadAsync,
            Failures = TenantCodes.Refused,
            Loggers = loggers,
            Clock = _clock,
            OpenDebugLog = context.OpenTaskLog,
            RefusesFull = _settings.IsOn(ServiceFlags.SkipFullSync),
        });
        var events = new EventFeeds(_tenant, _clock, _log);
        var handlers = new Dictionary<Kinds, TaskHandler>(_changes.Handlers)
        {
            [Kinds.SyncFull] = syncs.SyncFullAsync,
            [Kinds.ListEventFeeds] = EventFeeds.ListFeedsAsync,
            [Kinds.ListEvents] = events.ListEventsAsync,
        };
        var options = new HostOptions
        {
            Metadata = ConnectorDescription.Metadata(),
            Concurrency = _settings.Number(ServiceFlags.Concurrency),
            AsksForMany = plan.Cloud.AsksForMany,
            TakeBackEndedAsync = _changes.TakeBackEndedAsync,
        };
        _host = new ServiceHost(_cloud, new HandlerTable(handlers, TenantCodes.Refused), options, _clock, _log);
    }

    /// <summary>Serves until it is told to stop.</summary>
    /// <exception cref="CloudException">At the start the cloud refused us for good.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await using var health = _plan.Health is { } address
            ? HealthEndpoint.Start(address, new HealthSources(() => _host.IsReady, _probe.AskAsync, () => HealthEndpoint.TroubleOf(_cloud.State)), _clock)
            : null;
        var scopes = _settings.IsOn(ServiceFlags.Provisioning) ? ScopeNotes.TellAsync(_tenant, _log, cancellationToken) : Task.CompletedTask;
        await _host.RunAsync(cancellationToken);
        await scopes;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _cloud.DisposeAsync();
        _probe.Dispose();
        _changes.Dispose();
        _tenant.Dispose();
    }
}
