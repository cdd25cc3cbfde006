using Auth0Connector.ManagementApi;
using Auth0Connector.ManagementApi.Options;
using Auth0Connector.Sync.Engine;
using Auth0Connector.Sync.Preflight;
using Auth0Connector.Sync.Settings;
using Auth0Connector.Vocabulary;
using Microsoft.Extensions.Logging.Abstractions;

namespace Auth0Connector.Sync.Tests;

/// <summary>The table of the parts says of every part what is asked of one; who reads them stands in the order of the proof.</summary>
public sealed class TenantPartsTests : IDisposable
{
    private static readonly SyncSettings Everything = new()
    {
        TargetPath = "x.c1z",
        Permissions = true,
        UserPermissions = true,
        Applications = true,
        OrganizationOwnedRoles = true,
        OrganizationConnections = true,
    };

    private readonly ManagementApiClient _api = new(
        new ManagementApiOptions { BaseUrl = new Uri("https://tenant.example"), ClientId = "id", Credential = new ClientCredential.Secret("secret") },
        NullLoggerFactory.Instance,
        TimeProvider.System);

    public void Dispose() => _api.Dispose();

    [Fact]
    public void Every_resource_type_is_brought_by_one_part_that_can_read_one_by_id()
    {
        foreach (var type in ResourceTypeIds.All)
        {
            var part = Assert.Single(TenantParts.All, part => part.Types.Contains(type));
            Assert.NotNull(part.ById);
            Assert.NotNull(part.Count);
            Assert.NotNull(part.FirstTask);
        }
    }

    [Fact]
    public void A_part_stands_behind_the_one_that_it_follows()
    {
        var order = TenantParts.All.ToList();

        Assert.All(order.Where(part => part.After is not null), part => Assert.InRange(order.IndexOf(part.After!), 0, order.IndexOf(part) - 1));
    }

    [Fact]
    public void Every_part_is_read_by_somebody_and_every_task_of_a_part_has_a_reader()
    {
        var syncers = new SyncerSet(PartSelection.For(Everything, granted: null), _api);

        Assert.Equal(TenantParts.All.ToHashSet(), syncers.All.Select(syncer => syncer.Info.Part).ToHashSet());
        Assert.All(TenantParts.All.SelectMany(part => new[] { part.FirstTask, part.UnlistedTask }).OfType<string>(), kind => Assert.True(syncers.Reads(kind), kind));
        Assert.All(TenantParts.All.Where(part => part.UnlistedTask is not null), part => Assert.Contains(part, TenantParts.Fetched));
    }

    [Fact]
    public void Whatever_a_list_is_about_can_be_asked_for()
    {
        var about = new SyncerSet(PartSelection.For(Everything, granted: null), _api).All.SelectMany(syncer => new[] { syncer.Info.SubjectType, syncer.Info.InsideType });

        Assert.All(about.OfType<string>(), type => Assert.NotNull(TenantParts.Bringing(type).ById));
    }

    [Fact]
    public void The_proof_and_the_first_tasks_have_the_order_that_earlier_versions_left()
    {
        var syncers = new SyncerSet(PartSelection.For(Everything, granted: null), _api);

        Assert.Equal(
            [
                "named-resources", "users", "users-ranges", "users-export", "users-window", "users-recount", "unlisted-user",
                "roles", "role-users", "role-permissions", "organization-owned-roles",
                "organizations", "organization-connections", "organization-members", "member-roles", "organization-groups", "organization-group-roles",
                "groups", "group-members", "group-roles", "role-groups", "unlisted-group",
                "resource-servers", "user-permissions", "clients", "unlisted-client", "client-grants",
            ],
            syncers.Kinds);
        Assert.Equal(
            ["users", "organizations", "roles", "groups", "resource-servers", "clients", "client-grants"],
            syncers.Beginning.Tasks.Select(task => task.Kind));
    }
}
