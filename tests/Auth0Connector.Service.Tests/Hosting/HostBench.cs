using System.Security.Cryptography.X509Certificates;
using Auth0Connector.ControlPlane;
using Auth0Connector.Service.Cloud;
using Auth0Connector.Service.Credentials;
using Auth0Connector.Service.Hosting;
using Auth0Connector.Service.Protocol;
using Auth0Connector.Service.Tasks;
using Grpc.Core;
using CloudTask = Auth0Connector.ControlPlane.Protocol.Task;
using Kinds = Auth0Connector.Service.Protocol.Task.TaskTypeOneofCase;
using Script = Auth0Connector.ControlPlane.Tasks.TaskScript;
using Task = System.Threading.Tasks.Task;

namespace Auth0Connector.Service.Tests.Hosting;

/// <summary>A service in this process against the stand-in for the cloud.</summary>
internal sealed class HostBench : IAsyncDisposable
{
    private readonly X509Certificate2 _authority;
    private readonly CloudClient _client;
    private readonly CancellationTokenSource _stop = new();
    private Task? _running;

    private HostBench(ControlPlaneServer cloud)
    {
        Cloud = cloud;
        _authority = X509Certificate2.CreateFromPem(File.ReadAllText(cloud.CaFile));
        _client = new CloudClient(
            new CloudOptions { Id = ConnectorId.Parse(cloud.Id), Secret = ConnectorSecret.Parse(cloud.Secret), HostId = "bench", Authorities = [_authority] },
            TimeProvider.System,
            Log);
    }

    public ControlPlaneServer Cloud { get; }

    public RecordingLog Log { get; } = new();

    public CloudClient Client => _client;

    public Dictionary<Kinds, TaskHandler> Handlers { get; } = [];

    public HostOptions Options { get; set; } = new() { Metadata = new ConnectorMetadata { DisplayName = "Auth0" } };

    /// <summary>The service's end.</summary>
    public Task Running => _running ?? throw new InvalidOperationException("it was not started");

    public static async Task<HostBench> StartAsync(ControlPlaneOptions? options = null) => new(await ControlPlaneServer.StartAsync(options));

    /// <summary>What a grant answers.</summary>
    public static TaskOutcome Granted => TaskOutcome.Done(new GrantManagerServiceGrantResponse());

    /// <summary>What a revoke answers.</summary>
    public static TaskOutcome Revoked => TaskOutcome.Done(new GrantManagerServiceRevokeResponse());

    /// <summary>What ends every sync: a file that arrives.</summary>
    public async Task<TaskOutcome> UploadAsync(Auth0Connector.Service.Protocol.Task task, CancellationToken cancellationToken)
    {
        await _client.UploadAsync(task.Id, Cloud.CaFile, cancellationToken);
        return TaskOutcome.Done();
    }

    /// <summary>Starts the service.</summary>
    public ServiceHost Serve()
    {
        var table = new HandlerTable(Handlers, static failure => TaskOutcome.Refused(StatusCode.DataLoss, $"mapped: {failure.Message}"));
        var host = new ServiceHost(_client, table, Options, TimeProvider.System, Log);
        _running = Task.Run(() => host.RunAsync(_stop.Token));
        return host;
    }

    /// <summary>Tells it to stop.</summary>
    public void Stop() => _stop.Cancel();

    /// <summary>Puts tasks in, and gives their ids.</summary>
    public IReadOnlyList<string> Enqueue(params IReadOnlyList<CloudTask> tasks)
    {
        Script[] scripts = [.. tasks.Select(static task => new Script(task))];
        Cloud.Enqueue(scripts);
        return [.. scripts.Select(static script => script.Id)];
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        if (_running is not null)
        {
            await Task.WhenAny(_running, Task.Delay(TimeSpan.FromSeconds(20)));
        }

        await _client.DisposeAsync();
        await Cloud.DisposeAsync();
        _authority.Dispose();
        _stop.Dispose();
    }
}
