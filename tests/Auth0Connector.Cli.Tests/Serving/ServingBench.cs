using Auth0Connector.Cli.Tests.Support;
using Auth0Connector.ControlPlane;
using Auth0Connector.ControlPlane.Calls;
using Auth0Connector.ControlPlane.Tasks;
using Auth0Connector.MockTenant;
using CloudTask = Auth0Connector.ControlPlane.Protocol.Task;

namespace Auth0Connector.Cli.Tests.Serving;

/// <summary>The program as a service, between a mock tenant and the stand-in for ConductorOne.</summary>
internal sealed class ServingBench : ProgramFolder, IAsyncDisposable
{
    private ServingBench(MockTenantServer tenant, ControlPlaneServer cloud)
    {
        Tenant = tenant;
        Cloud = cloud;
        LeadTo(tenant);
        System.IO.Directory.CreateDirectory(PathOf("work"));
        Variables["BATON_CLIENT_ID"] = cloud.Id;
        Variables["BATON_CLIENT_SECRET"] = cloud.Secret;
        Variables["BATON_HOST_ID"] = "bench";
        Variables["BATON_CA_FILE"] = cloud.CaFile;
        Variables["BATON_C1Z_TEMP_DIR"] = PathOf("work");
    }

    public MockTenantServer Tenant { get; }

    public ControlPlaneServer Cloud { get; }

    public static async Task<ServingBench> StartAsync(MockTenantOptions tenant, ControlPlaneOptions? cloud = null)
    {
        var scopes = tenant with { Scopes = [.. MockTenantScopes.Read, .. MockTenantScopes.Write, .. MockTenantScopes.Log] };
        return new ServingBench(await MockTenantServer.StartAsync(scopes, CancellationToken.None), await ControlPlaneServer.StartAsync(cloud));
    }

    public RealProcess Serve(params string[] arguments) => RealProcess.Start(this, arguments);

    /// <summary>Puts a task in, and gives its id.</summary>
    public string Enqueue(CloudTask task, bool debug = false)
    {
        var script = new TaskScript(task) { Debug = debug };
        Cloud.Enqueue(script);
        return script.Id;
    }

    /// <summary>What a sync without any service makes of the tenant.</summary>
    public async Task<IReadOnlyList<string>> ExpectedAsync()
    {
        using var alone = new ProgramFolder();
        alone.LeadTo(Tenant);
        var result = await RealProcess.RunAsync(alone, "-f", "sync.c1z");
        Assert.True(result.ExitCode == 0, result.Error);
        return Rows(alone.PathOf("sync.c1z"));
    }

    /// <summary>What was uploaded for a task.</summary>
    public async Task<IReadOnlyList<string>> UploadedAsync(string task)
    {
        CloudUpload upload = await Cloud.UploadedAsync(task);
        return Rows(upload.Path);
    }

    // The proof counts what was read twice on the way, which a kill adds to.
    private static IReadOnlyList<string> Rows(string path) => [.. FileContent.Of(path).Where(static line => !line.StartsWith("v1_assets ", StringComparison.Ordinal))];

    public async ValueTask DisposeAsync()
    {
        await Cloud.DisposeAsync();
        await Tenant.DisposeAsync();
        Dispose();
    }
}
