using Auth0Connector.AccessFile.Reading;
using Auth0Connector.ManagementApi;
using Auth0Connector.MockTenant;
using Auth0Connector.Service.Syncs;
using Auth0Connector.Service.Tasks;
using Auth0Connector.Sync;
using Auth0Connector.Sync.Reporting;
using Auth0Connector.Sync.Settings;
using Grpc.Core;
using Microsoft.Extensions.Logging;
using ServiceTask = Auth0Connector.Service.Protocol.Task;
using Task = System.Threading.Tasks.Task;

namespace Auth0Connector.Service.Tests.Syncs;

/// <summary>A mock tenant, a folder, and the tasks of syncs, whose uploads are kept as what a reader sees in them.</summary>
internal sealed class SyncBench : IAsyncDisposable
{
    private readonly TempFolder _parent = new();
    private readonly ManagementApiClient _client;
    private int _number;

    private SyncBench(MockTenantServer tenant)
    {
        Tenant = tenant;
        _client = new ManagementApiClient(tenant.ApiOptions(), Log, TimeProvider.System);
        Folder = SyncFolder.Take(_parent.Path, "name@host/spc", "host", TimeProvider.System);
        Tools = new SyncTools
        {
            Folder = Folder,
            Settings = new SyncSettings { TargetPath = "" },
            Source = "tenant",
            Read = ReadAsync,
            Upload = UploadAsync,
            Failures = static failure => TaskOutcome.Refused(StatusCode.Unavailable, failure.Message),
            Loggers = Log,
            Clock = TimeProvider.System,
        };
    }

    public MockTenantServer Tenant { get; }

    public RecordingLog Log { get; } = new();

    public SyncFolder Folder { get; }

    public SyncTools Tools { get; set; }

    /// <summary>What was uploaded, in order.</summary>
    public List<(string TaskId, SyncRun? Sync, IReadOnlyList<string> Resources, string Text)> Uploads { get; } = [];

    /// <summary>Thrown instead of an upload, as often as it says.</summary>
    public Queue<Exception> UploadFaults { get; } = new();

    public static async Task<SyncBench> StartAsync(MockTenantOptions? options = null) =>
        new(await MockTenantServer.StartAsync(options ?? new MockTenantOptions { Users = 60 }, CancellationToken.None));

    public Task<TaskOutcome> RunAsync(ServiceTask.Types.SyncFullTask? asked = null, bool debug = false, CancellationToken cancellationToken = default) =>
        new SyncTasks(Tools).SyncFullAsync(new ServiceTask { Id = $"task{++_number}", Debug = debug, SyncFull = asked ?? new() }, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        Folder.Dispose();
        _parent.Dispose();
        await Tenant.DisposeAsync();
    }

    private Task<SyncSummary> ReadAsync(SyncSettings settings, ILoggerFactory loggers, CancellationToken cancellationToken) =>
        new TenantSync(Tenant.ApiOptions(), settings, new SilentReporter(), loggers, TimeProvider.System, _client).RunAsync(cancellationToken);

    private async Task UploadAsync(string taskId, string path, CancellationToken cancellationToken)
    {
        if (UploadFaults.TryDequeue(out var fault))
        {
            throw fault;
        }

        if (path.EndsWith(".log", StringComparison.Ordinal))
        {
            Uploads.Add((taskId, null, [], await File.ReadAllTextAsync(path, cancellationToken)));
            return;
        }

        using var reader = AccessFileReader.Open(path, new AccessFileReaderOptions(), cancellationToken);
        var sync = Assert.Single(reader.Syncs);
        Uploads.Add((taskId, sync, [.. reader.ReadResources(sync, new ResourceFilter(), cancellationToken).Select(static row => $"{row.ResourceTypeId}:{row.ResourceId}")], ""));
    }

    private sealed class SilentReporter : ISyncReporter
    {
        public void Started(string syncId, bool resumed)
        {
        }

        public void Progressed(SyncProgress progress)
        {
        }

        public void Skipped(SyncSkip skip)
        {
        }

        public void Announced(string message)
        {
        }

        public void Finishing(string step)
        {
        }
    }
}
