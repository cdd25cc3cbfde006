using Auth0Connector.Cli.Tests.Support;
using Auth0Connector.MockTenant;

namespace Auth0Connector.Cli.Tests.Safety;

/// <summary>A small tenant and a folder whose variables lead to it.</summary>
internal sealed class TenantBench : IAsyncDisposable
{
    private TenantBench(MockTenantServer tenant) => Tenant = tenant;

    public MockTenantServer Tenant { get; }

    public Workspace Workspace { get; } = new();

    public string Target => Workspace.PathOf("sync.c1z");

    public static async Task<TenantBench> StartAsync(MockTenantOptions? options = null)
    {
        var bench = new TenantBench(await MockTenantServer.StartAsync(
            options ?? new MockTenantOptions { Users = 12, Roles = 2, Organizations = 2, Groups = 0, Oddities = false },
            CancellationToken.None));
        bench.Workspace.LeadTo(bench.Tenant);
        return bench;
    }

    public async ValueTask DisposeAsync()
    {
        await Tenant.DisposeAsync();
        Workspace.Dispose();
    }
}
