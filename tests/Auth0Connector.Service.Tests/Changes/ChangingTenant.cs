using Auth0Connector.AccessFile.Format;
using Auth0Connector.AccessFile.Messages;
using Auth0Connector.ManagementApi;
using Auth0Connector.ManagementApi.Options;
using Auth0Connector.MockTenant;
using Auth0Connector.Provisioning.Journal;
using Auth0Connector.Service.Tasks;
using Auth0Connector.Service.Tasks.Changes;
using Google.Protobuf.WellKnownTypes;
using ServiceTask = Auth0Connector.Service.Protocol.Task;

namespace Auth0Connector.Service.Tests.Changes;

/// <summary>A mock tenant over real HTTP, and the tasks that change it.</summary>
internal sealed class ChangingTenant : IAsyncDisposable
{
    public const string TaskId = "2abcdefghijklmnopqrstuvwxyZ";

    private readonly ManagementApiClient _client;
    private readonly ChangeJournal _journal;

    private ChangingTenant(MockTenantServer server, Func<ManagementApiOptions, ManagementApiOptions> api, Func<ChangeTools, ChangeTools> tools, string? journal)
    {
        Server = server;
        var options = api(server.ApiOptions() with
        {
            RetryBaseDelay = TimeSpan.FromMilliseconds(1),
            RetryMaxDelay = TimeSpan.FromMilliseconds(5),
            MaxAttempts = 4,
        });
        _client = new ManagementApiClient(options, Log, TimeProvider.System);
        _journal = ChangeJournal.Open(journal, server.BaseUrl.Host, server.Options.ClientId, TimeProvider.System);
        Tools = tools(new ChangeTools
        {
            Client = _client,
            Journal = _journal,
            Clock = TimeProvider.System,
            Logger = Log,
            IsProvisioning = true,
            Secret = TestReaders.Own,
        });
        Tasks = new ChangeTasks(Tools);
    }

    public MockTenantServer Server { get; }

    public TenantTruth Truth => Server.Truth;

    public RecordingLog Log { get; } = new();

    public ChangeTools Tools { get; }

    public ChangeTasks Tasks { get; }

    public ManagementApiClient Client => _client;

    /// <summary>How many requests changed something or tried to.</summary>
    public int Writes => Server.Requests.Recent.Count(static request => request.IsWrite());

    public static async System.Threading.Tasks.Task<ChangingTenant> StartAsync(
        MockTenantOptions? options = null,
        Func<ManagementApiOptions, ManagementApiOptions>? api = null,
        Func<ChangeTools, ChangeTools>? tools = null,
        string? journal = null)
    {
        var asked = options ?? new MockTenantOptions();
        var scopes = ReferenceEquals(asked.Scopes, MockTenantScopes.Read) ? [.. MockTenantScopes.Read, .. MockTenantScopes.Write] : asked.Scopes;
        return new ChangingTenant(
            await MockTenantServer.StartAsync(asked with { Scopes = scopes }, CancellationToken.None),
            api ?? (static same => same),
            tools ?? (static same => same),
            journal);
    }

    public System.Threading.Tasks.Task<TaskOutcome> RunAsync(ServiceTask task, CancellationToken stopping = default)
    {
        task.Id = TaskId;
        return Tasks.Handlers[task.TaskTypeCase](task, stopping);
    }

    public System.Threading.Tasks.Task<TaskOutcome> GrantAsync(AskedCase asked, TimeSpan? length = null, CancellationToken stopping = default) =>
        RunAsync(asked.Grant(length), stopping);

    public System.Threading.Tasks.Task<TaskOutcome> RevokeAsync(AskedCase asked, CancellationToken stopping = default) => RunAsync(asked.Revoke(), stopping);

    public async ValueTask DisposeAsync()
    {
        Tasks.Dispose();
        Tools.Ledger?.Dispose();
        _client.Dispose();
        _journal.Dispose();
        await Server.DisposeAsync();
    }
}

/// <summary>What a grant or a revoke is about, as ConductorOne names it: by ids.</summary>
internal sealed record AskedCase(string Kind, string ResourceType, string ResourceId, string Slug, string PrincipalType, string PrincipalId)
{
    public string EntitlementId => AccessIds.Entitlement(ResourceType, ResourceId, Slug);

    public string GrantId => AccessIds.Grant(EntitlementId, PrincipalType, PrincipalId);

    public Entitlement Entitlement => new() { Id = EntitlementId, Slug = Slug, Resource = new Resource { Id = new ResourceId { ResourceType = ResourceType, Resource = ResourceId } } };

    public Resource Principal => new() { Id = new ResourceId { ResourceType = PrincipalType, Resource = PrincipalId } };

    public ServiceTask Grant(TimeSpan? length = null) => new()
    {
        Grant = new() { Entitlement = Entitlement, Principal = Principal, Duration = length is { } time ? Duration.FromTimeSpan(time) : null },
    };

    public ServiceTask Revoke() => new()
    {
        Revoke = new() { Grant = new Grant { Id = GrantId, Entitlement = Entitlement, Principal = Principal } },
    };

    /// <summary>Whether it is so in the tenant.</summary>
    public bool IsHeld(TenantTruth truth) => (ResourceType, PrincipalType) switch
    {
        ("role", "user") => truth.RoleAssignments.Contains(new TruthRoleAssignment(ResourceId, PrincipalId)),
        ("role", "group") => truth.GroupRoles.Contains(new TruthGroupRole(PrincipalId, ResourceId)),
        ("organization", "group") => truth.OrganizationGroupRoles.Contains(new TruthOrganizationGroupRole(ResourceId, PrincipalId, Slug)),
        _ => truth.Memberships.Any(x => x.OrganizationId == ResourceId && x.UserId == PrincipalId && (Slug == "member" || x.RoleIds.Contains(Slug))),
    };
}

/// <summary>One of every kind that can be granted, none of which is held at first.</summary>
internal static class AskedCases
{
    public const string Role = "a role";
    public const string Membership = "a membership";
    public const string InnerRole = "a role inside an organization";
    public const string GroupRole = "a role of a group";
    public const string GroupInnerRole = "a role of a group inside an organization";

    public static IReadOnlyList<string> Kinds { get; } = [Role, Membership, InnerRole, GroupRole, GroupInnerRole];

    public static TheoryData<string> All => [.. Kinds];

    public static AskedCase Of(TenantTruth truth, string kind)
    {
        var role = truth.Roles.Last().Id;
        var organization = truth.Organizations.First().Id;
        var group = truth.Groups.ElementAt(1).Id;
        var holders = truth.RoleAssignments.Where(x => x.RoleId == role).Select(x => x.UserId)
            .Concat(truth.Memberships.Where(x => x.OrganizationId == organization).Select(x => x.UserId)).ToHashSet();
        var user = truth.Users.First(x => !holders.Contains(x.Id)).Id;
        var member = truth.Memberships.First(x => x.RoleIds.Count > 0 && !x.RoleIds.Contains(role));
        return kind switch
        {
            Role => new(kind, "role", role, "assigned", "user", user),
            Membership => new(kind, "organization", organization, "member", "user", user),
            InnerRole => new(kind, "organization", member.OrganizationId, role, "user", member.UserId),
            GroupRole => new(kind, "role", role, "assigned", "group", group),
            _ => new(kind, "organization", organization, role, "group", group),
        };
    }

    /// <summary>The same about something that is not there.</summary>
    public static AskedCase Missing(AskedCase asked) => asked.Kind switch
    {
        InnerRole or GroupInnerRole => asked with { ResourceId = "org_Nothing000000000" },
        Membership => asked with { ResourceId = "org_Nothing000000000" },
        _ => asked with { ResourceId = "rol_Nothing000000000" },
    };

    /// <summary>The same about somebody who is not there.</summary>
    public static AskedCase Nobody(AskedCase asked) => asked with { PrincipalId = asked.PrincipalType == "user" ? "auth0|nobody" : "grp_nothing" };
}
