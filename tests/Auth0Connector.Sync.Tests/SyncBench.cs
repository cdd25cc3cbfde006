using Auth0Connector.ManagementApi.Options;
using Auth0Connector.MockTenant;
using Auth0Connector.Sync.Reporting;
using Auth0Connector.Sync.Settings;
using Microsoft.Extensions.Logging.Abstractions;

namespace Auth0Connector.Sync.Tests;

/// <summary>A mock tenant over real HTTP, a folder, and the sync between them.</summary>
public sealed class SyncBench : IAsyncDisposable
{
    private readonly TempFolder _folder = new();

    private SyncBench(MockTenantServer tenant)
    {
        Tenant = tenant;
        Settings = new SyncSettings { TargetPath = _folder.File("sync.c1z") };
        Api = tenant.ApiOptions() with
        {
            RetryBaseDelay = TimeSpan.FromMilliseconds(5),
            RetryMaxDelay = TimeSpan.FromSeconds(2),
            MaxAttempts = 12,
        };
    }

    public MockTenantServer Tenant { get; }

    public SyncSettings Settings { get; init; }

    public ManagementApiOptions Api { get; init; }

    public RecordingReporter Reporter { get; } = new();

    public TempFolder Folder => _folder;

    public static async Task<SyncBench> StartAsync(MockTenantOptions options) =>
        new(await MockTenantServer.StartAsync(options, CancellationToken.None));

    public Task<SyncSummary> SyncAsync(Func<SyncSettings, SyncSettings>? change = null, CancellationToken cancellationToken = default) =>
        new TenantSync(Api, change?.Invoke(Settings) ?? Settings, Reporter, NullLoggerFactory.Instance, TimeProvider.System)
            .RunAsync(cancellationToken);

    public Task<SyncSummary> SyncAsync(ManagementApiOptions api) =>
        new TenantSync(api, Settings, Reporter, NullLoggerFactory.Instance, TimeProvider.System).RunAsync(CancellationToken.None);

    public SyncContent Read() => SyncContent.Read(Settings.TargetPath);

    public async ValueTask DisposeAsync()
    {
        await Tenant.DisposeAsync();
        _folder.Dispose();
    }
}
