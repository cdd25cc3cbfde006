using Auth0Connector.AccessFile.Failures;
using Auth0Connector.ManagementApi.Failures;
using Auth0Connector.MockTenant;
using Auth0Connector.Sync.Settings;

namespace Auth0Connector.Sync.Tests;

/// <summary>What scope or plan keep back: announced where a sync can do without, the end of it where it cannot.</summary>
public sealed class SkipTests
{
    private static readonly MockTenantOptions Small = new() { Users = 80, Roles = 7, Organizations = 6 };

    [Theory]
    [InlineData("read:groups", "groups")]
    [InlineData("read:group_members", "groups")]
    [InlineData("read:group_roles", "roles held by groups")]
    [InlineData("read:organization_groups", "roles held by groups inside organizations")]
    [InlineData("read:organization_group_roles", "roles held by groups inside organizations")]
    [InlineData("read:organization_member_roles", "roles held inside organizations")]
    [InlineData("read:client_grants", "what applications may ask of APIs")]
    [InlineData("read:clients", "applications")]
    public async Task What_a_sync_can_do_without_is_skipped_and_said(string scope, string what)
    {
        await using var bench = await SyncBench.StartAsync(Without(scope));

        var summary = await bench.SyncAsync(settings => settings with { Permissions = true });

        var skip = Assert.Single(summary.Skips);
        Assert.Equal(what, skip.What);
        Assert.Contains(scope, skip.Why);
        Assert.Contains(scope, skip.Remedy);
        Assert.Equal([skip], bench.Reporter.Skips);
        Assert.Equal(what, Assert.Single(summary.Proof.Skipped).What);
        Truths.Equal(bench.Tenant.Truth.Memberships.Select(member => (member.OrganizationId, member.UserId)), bench.Read().GrantsOf("organization", "member"), "memberships");
    }

    [Theory]
    [InlineData("read:resource_servers")]
    [InlineData("read:clients")]
    [InlineData("read:organization_connections")]
    public async Task What_was_asked_for_and_cannot_be_read_ends_the_sync_before_the_first_page(string scope)
    {
        await using var bench = await SyncBench.StartAsync(Without(scope));

        var failure = await Assert.ThrowsAsync<SyncException>(() => bench.SyncAsync(settings => settings with
        {
            Permissions = true,
            Applications = true,
            OrganizationConnections = true,
        }));

        Assert.Equal(SyncErrorKind.MissingScopes, failure.Kind);
        Assert.Contains(scope, failure.Message);
        Assert.Equal(1, bench.Tenant.Requests.Total);
    }

    [Fact]
    public async Task Groups_that_were_asked_for_by_name_are_not_done_without()
    {
        await using var bench = await SyncBench.StartAsync(Without("read:groups"));

        var failure = await Assert.ThrowsAsync<SyncException>(() => bench.SyncAsync(settings => settings with { ResourceTypes = ["user", "group"] }));

        Assert.Equal(SyncErrorKind.MissingScopes, failure.Kind);
    }

    [Fact]
    public async Task A_plan_without_groups_is_found_out_by_one_request_and_said()
    {
        await using var bench = await SyncBench.StartAsync(Small with { GroupsFeature = false });

        var summary = await bench.SyncAsync();

        Assert.Equal("groups", Assert.Single(summary.Skips).What);
        Assert.Contains("plan", summary.Skips[0].Why);
        Assert.Equal(1, bench.Tenant.Requests.CountOf("GET /groups"));
        Assert.Equal(0, bench.Tenant.Requests.CountOf("GET /organizations/{id}/groups"));
        Assert.False(summary.Proof.Collections.Single(line => line.Collection == "groups").Whole);
    }

    [Fact]
    public async Task A_plan_without_groups_that_were_asked_for_by_name_ends_the_sync()
    {
        await using var bench = await SyncBench.StartAsync(Small with { GroupsFeature = false });

        var failure = await Assert.ThrowsAsync<ManagementApiException>(() => bench.SyncAsync(settings => settings with { ResourceTypes = ["user", "group"] }));

        Assert.Equal(ManagementApiErrorKind.FeatureMissing, failure.Kind);
    }

    [Fact]
    public async Task What_one_list_is_refused_the_others_of_its_kind_are_not_asked_for()
    {
        await using var bench = await SyncBench.StartAsync(Small with
        {
            Script = request => request.Endpoint == "GET /groups/{id}/members" ? MockFault.Forbidden("read:group_members") : null,
        });

        var summary = await bench.SyncAsync();

        Assert.Equal("groups", Assert.Single(summary.Skips).What);
        Assert.Equal(1, bench.Tenant.Requests.CountOf("GET /groups/{id}/members"));
        Assert.Equal(bench.Tenant.Options.Groups, summary.Proof.Collections.Single(line => line.Collection == "group-members").Refused);
    }

    [Fact]
    public async Task A_token_that_does_not_name_its_scopes_is_tried_out()
    {
        await using var bench = await SyncBench.StartAsync(Small with { TokensNameScopes = false });

        var summary = await bench.SyncAsync();

        Assert.Empty(summary.Skips);
        Assert.NotEmpty(bench.Read().GrantsOf("group", "member"));
    }

    [Fact]
    public async Task A_token_that_does_not_name_its_scopes_loses_only_what_is_refused()
    {
        await using var bench = await SyncBench.StartAsync(Without("read:organization_member_roles") with { TokensNameScopes = false });

        var summary = await bench.SyncAsync();

        Assert.Equal("roles held inside organizations", Assert.Single(summary.Skips).What);
        Truths.Equal(bench.Tenant.Truth.Memberships.Select(member => (member.OrganizationId, member.UserId)), bench.Read().GrantsOf("organization", "member"), "memberships");
    }

    [Fact]
    public async Task Tenants_without_groups_pay_one_request_for_them()
    {
        await using var bench = await SyncBench.StartAsync(Small with { Groups = 0 });

        await bench.SyncAsync();

        Assert.Equal(1, bench.Tenant.Requests.CountOf("GET /groups"));
        Assert.Equal(0, bench.Tenant.Requests.CountOf("GET /organizations/{id}/groups"));
        Assert.Equal(0, bench.Tenant.Requests.CountOf("GET /groups/{id}/roles") + bench.Tenant.Requests.CountOf("GET /roles/{id}/groups"));
    }

    [Theory]
    [InlineData(3, 7, "GET /groups/{id}/roles")]
    [InlineData(30, 7, "GET /roles/{id}/groups")]
    public async Task Roles_of_groups_are_read_the_way_that_takes_fewer_requests(int groups, int roles, string endpoint)
    {
        await using var bench = await SyncBench.StartAsync(Small with { Groups = groups, Roles = roles });

        await bench.SyncAsync();

        Truths.Equal(bench.Tenant.Truth.GroupRoles.Select(held => (held.RoleId, held.GroupId)), bench.Read().GrantsOf("role", "assigned", "group"), "roles of groups");
        Assert.Equal(Math.Min(groups, roles), bench.Tenant.Requests.CountOf(endpoint));
        Assert.Equal(Math.Min(groups, roles), bench.Tenant.Requests.CountOf("GET /groups/{id}/roles") + bench.Tenant.Requests.CountOf("GET /roles/{id}/groups"));
    }

    [Fact]
    public async Task Only_applications_that_hold_something_are_written_unless_all_are_asked_for()
    {
        await using var bench = await SyncBench.StartAsync(Small with { ResourceServers = 0 });
        var holders = bench.Tenant.Truth.ClientGrants.Select(grant => grant.ClientId!).Distinct().ToList();

        await bench.SyncAsync(settings => settings with { Permissions = true });

        Assert.NotEmpty(holders);
        Assert.True(holders.Count < bench.Tenant.Truth.Clients.Count());
        Truths.Equal(holders, bench.Read().IdsOf("client"), "applications with grants");
    }

    [Fact]
    public async Task Applications_on_their_own_need_no_permissions()
    {
        await using var bench = await SyncBench.StartAsync(Small);

        await bench.SyncAsync(settings => settings with { Applications = true });

        Truths.Equal(bench.Tenant.Truth.Clients.Select(client => client.ClientId), bench.Read().IdsOf("client"), "applications");
        Assert.Equal(0, bench.Tenant.Requests.CountOf("GET /client-grants"));
    }

    [Fact]
    public async Task Two_scopes_that_join_to_one_id_fail_the_sync_and_are_both_named()
    {
        await using var bench = await SyncBench.StartAsync(Small with
        {
            Script = request => request.Endpoint == "GET /resource-servers"
                ? MockFault.Json(
                    """
                    {"start":0,"limit":100,"total":2,"resource_servers":[
                        {"id":"one","identifier":"urn:a","name":"A","scopes":[{"value":"b:c"}]},
                        {"id":"two","identifier":"urn:a:b","name":"B","scopes":[{"value":"c"}]}]}
                    """)
                : null,
        });

        var failure = await Assert.ThrowsAsync<AccessFileException>(() => bench.SyncAsync(settings => settings with { Permissions = true }));

        Assert.Equal(AccessFileErrorKind.IdCollision, failure.Kind);
        Assert.Contains("scope:urn:a:b:c", failure.Message);
        Assert.Contains("one", failure.Message);
        Assert.Contains("two", failure.Message);
        Assert.False(File.Exists(bench.Settings.TargetPath));
    }

    [Fact]
    public async Task A_list_of_scopes_that_is_no_list_is_not_taken_for_none()
    {
        await using var bench = await SyncBench.StartAsync(Small with
        {
            Script = request => request.Endpoint == "GET /client-grants"
                ? MockFault.Json("""{"client_grants":[{"id":"cgr_1","client_id":"abc","audience":"urn:a","scope":{"all":true}}]}""")
                : null,
        });

        var failure = await Assert.ThrowsAsync<ManagementApiException>(() => bench.SyncAsync(settings => settings with { Permissions = true }));

        Assert.Equal(ManagementApiErrorKind.BadAnswer, failure.Kind);
    }

    private static MockTenantOptions Without(string scope) => Small with { Scopes = [.. MockTenantScopes.Read.Where(one => one != scope)] };
}
