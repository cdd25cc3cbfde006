using Auth0Connector.AccessFile.Format;
using Auth0Connector.MockTenant;
using Auth0Connector.Sync.Settings;

namespace Auth0Connector.Sync.Tests;

/// <summary>Single resources asked for by name.</summary>
public sealed class NamedResourceTests
{
    private static readonly MockTenantOptions Small = new() { Users = 90, Roles = 6, Organizations = 5 };

    [Fact]
    public async Task Of_a_role_come_the_role_and_whoever_holds_it()
    {
        await using var bench = await SyncBench.StartAsync(Small);
        var role = bench.Tenant.Truth.Roles.Last().Id;
        var holders = bench.Tenant.Truth.RoleAssignments.Where(held => held.RoleId == role).ToList();

        await bench.SyncAsync(settings => settings with { Resources = [new ResourceBid("role", role)] });

        var content = bench.Read();
        Assert.Equal([role], content.IdsOf("role"));
        Truths.Equal(holders.Select(held => (held.RoleId, held.UserId)), content.GrantsOf("role", "assigned"), "holders");
        Truths.Equal(holders.Select(held => held.UserId), content.IdsOf("user"), "people");
        Assert.Equal("partial", content.Run.SyncType);
        Assert.Equal(0, bench.Tenant.Requests.CountOf("GET /roles") + bench.Tenant.Requests.CountOf("GET /users") + bench.Tenant.Requests.CountOf("GET /organizations"));
    }

    [Fact]
    public async Task Every_type_can_be_named()
    {
        await using var bench = await SyncBench.StartAsync(Small);
        var truth = bench.Tenant.Truth;
        var user = truth.Users.First().Id;
        var group = truth.Groups.First().Id;

        await bench.SyncAsync(settings => settings with
        {
            Permissions = true,
            Resources =
            [
                new ResourceBid("user", user),
                new ResourceBid("organization", truth.Organizations.Last().Id),
                new ResourceBid("group", group),
                new ResourceBid("client", truth.Clients.Last().ClientId),
                new ResourceBid("resource_server", truth.ResourceServers.Last(server => truth.Scopes.Any(scope => scope.Identifier == server.Identifier)).Id),
            ],
        });

        var content = bench.Read();
        Assert.Contains(user, content.IdsOf("user"));
        Truths.Equal(
            truth.Memberships.Where(member => member.OrganizationId == truth.Organizations.Last().Id).Select(member => (member.OrganizationId, member.UserId)),
            content.GrantsOf("organization", "member"),
            "memberships");
        // The group holds another, which holds a third: both are fetched with their people.
        Assert.Equal(3, content.IdsOf("group").Count);
        Truths.Equal(new TrueAccess(truth).PeopleIn(group).Select(member => (group, member)), content.HoldersOf("group", "member").Where(held => held.Resource == group), "people in the group");
        Assert.Equal([truth.Clients.Last().ClientId], content.IdsOf("client"));
        Assert.NotEmpty(content.IdsOf("scope"));
    }

    [Fact]
    public async Task Without_grants_only_the_resource_and_its_entitlement_come()
    {
        await using var bench = await SyncBench.StartAsync(Small);
        var role = bench.Tenant.Truth.Roles.Last().Id;

        await bench.SyncAsync(settings => settings with { Resources = [new ResourceBid("role", role)], SkipGrants = true });

        var content = bench.Read();
        Assert.Equal([$"role:{role}:assigned"], content.Entitlements.Select(entitlement => entitlement.Id));
        Assert.Empty(content.Grants);
    }

    [Fact]
    public async Task What_does_not_exist_fails_the_sync_and_is_named()
    {
        await using var bench = await SyncBench.StartAsync(Small);

        var failure = await Assert.ThrowsAsync<SyncException>(() => bench.SyncAsync(settings => settings with { Resources = [new ResourceBid("role", "rol_nobody")] }));

        Assert.Equal(SyncErrorKind.Incomplete, failure.Kind);
        Assert.Contains("bid:r:role/rol_nobody", failure.Message);
        Assert.False(File.Exists(bench.Settings.TargetPath));
    }

    [Fact]
    public async Task A_run_without_grants_says_so_in_its_type()
    {
        await using var bench = await SyncBench.StartAsync(Small);

        await bench.SyncAsync(settings => settings with { SkipEntitlementsAndGrants = true });

        var content = bench.Read();
        Assert.Equal("resources_only", content.Run.SyncType);
        Assert.Empty(content.Entitlements);
        Truths.Equal(bench.Tenant.Truth.Groups.Select(group => group.Id), content.IdsOf("group"), "groups");
    }
}
