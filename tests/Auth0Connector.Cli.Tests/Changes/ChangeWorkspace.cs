using Auth0Connector.Cli.Shell;
using Auth0Connector.Cli.Tests.Support;
using Auth0Connector.MockTenant;

namespace Auth0Connector.Cli.Tests.Changes;

/// <summary>A workspace whose settings lead to a mock tenant that may be changed.</summary>
internal sealed class ChangeWorkspace : IAsyncDisposable
{
    private ChangeWorkspace(MockTenantServer tenant) => Tenant = tenant;

    public Workspace Files { get; } = new();

    public MockTenantServer Tenant { get; }

    public TenantTruth Truth => Tenant.Truth;

    /// <summary>Requests that change something, as they were asked for.</summary>
    public IReadOnlyList<RecordedRequest> Writes =>
        [.. Tenant.Requests.Recent.Where(static x => x.IsWrite())];

    public static async Task<ChangeWorkspace> StartAsync(MockTenantOptions? options = null, IEnumerable<string>? scopes = null)
    {
        var asked = (options ?? new()) with { Scopes = [.. scopes ?? MockTenantScopes.Read.Concat(MockTenantScopes.Write)] };
        var workspace = new ChangeWorkspace(await MockTenantServer.StartAsync(asked, CancellationToken.None));
        workspace.Files.LeadTo(workspace.Tenant);
        return workspace;
    }

    public Task<CommandResult> RunAsync(params string[] arguments) => Files.RunAsync(arguments);

    /// <summary>Somebody ordinary with an address that nobody shares, who does not hold the role.</summary>
    public TruthUser Outsider(string roleId)
    {
        var holders = Truth.RoleAssignments.Where(x => x.RoleId == roleId).Select(x => x.UserId).ToHashSet();
        var shared = Truth.Users.GroupBy(x => x.Email).Where(x => x.Count() > 1).Select(x => x.Key).ToHashSet();
        return Truth.Users.Last(x => x.Email is not null && !shared.Contains(x.Email) && !holders.Contains(x.Id));
    }

    public bool Holds(string roleId, string userId) => Truth.RoleAssignments.Contains(new TruthRoleAssignment(roleId, userId));

    /// <summary>Somebody as answers name them.</summary>
    public static string Named(TruthUser user) => Printable.Of((user.Name, user.Email) switch
    {
        ({ Length: > 0 } name, { Length: > 0 } email) when name != email => $"{name}, {email} ({user.Id})",
        ({ Length: > 0 } name, _) => $"{name} ({user.Id})",
        (_, { Length: > 0 } email) => $"{email} ({user.Id})",
        _ => user.Id,
    });

    public async ValueTask DisposeAsync()
    {
        await Tenant.DisposeAsync();
        Files.Dispose();
    }
}
