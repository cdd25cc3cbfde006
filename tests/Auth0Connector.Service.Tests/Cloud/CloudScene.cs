using System.Security.Cryptography.X509Certificates;
using Auth0Connector.ControlPlane;
using Auth0Connector.ControlPlane.Tasks;
using Auth0Connector.Service.Cloud;
using Auth0Connector.Service.Credentials;
using Auth0Connector.Service.Protocol;
using ServiceTask = Auth0Connector.ControlPlane.Protocol.Task;

namespace Auth0Connector.Service.Tests.Cloud;

/// <summary>A client of ours before the stand-in for ConductorOne.</summary>
internal sealed class CloudScene : IAsyncDisposable
{
    private readonly X509Certificate2 _authority;

    private CloudScene(ControlPlaneServer server, TimeProvider clock, TimeSpan? httpTimeout)
    {
        Server = server;
        _authority = X509CertificateLoader.LoadCertificateFromFile(server.CaFile);
        var options = new CloudOptions
        {
            Id = ConnectorId.Parse(server.Id),
            Secret = ConnectorSecret.Parse(server.Secret),
            HostId = "host-1",
            ApiHost = server.Host,
            Authorities = [_authority],
        };
        Options = httpTimeout is { } time ? options with { HttpTimeout = time } : options;
        Client = new CloudClient(Options, clock, Log);
    }

    public static ConnectorMetadata Metadata => new() { DisplayName = "Auth0" };

    public ControlPlaneServer Server { get; }

    public CloudOptions Options { get; }

    public CloudClient Client { get; }

    public RecordingLog Log { get; } = new();

    public static async Task<CloudScene> StartAsync(ControlPlaneOptions? options = null, TimeProvider? clock = null, TimeSpan? httpTimeout = null) =>
        new(await ControlPlaneServer.StartAsync(options), clock ?? TimeProvider.System, httpTimeout);

    /// <summary>Takes a task of a kind, as a host would: hello, ask, and for a sync a heartbeat.</summary>
    public async Task<string> TakeAsync(ServiceTask content)
    {
        var script = new TaskScript(content);
        Server.Enqueue(script);
        await Client.HelloAsync("", Metadata, CancellationToken.None);
        var poll = await Client.GetTaskAsync(CancellationToken.None);
        Assert.Equal(script.Id, Assert.Single(poll.Tasks).Id);
        if (content.SyncFull is not null)
        {
            await Client.HeartbeatAsync(script.Id, CancellationToken.None);
        }

        return script.Id;
    }

    public Task<string> TakeSyncAsync() => TakeAsync(new ServiceTask { SyncFull = new() });

    public async ValueTask DisposeAsync()
    {
        await Client.DisposeAsync();
        await Server.DisposeAsync();
        _authority.Dispose();
    }
}
