using Auth0Connector.MockTenant;
using Auth0Connector.Provisioning.Access;
using Auth0Connector.Provisioning.Journal;

namespace Auth0Connector.Provisioning.Tests;

public sealed class AccessChangerTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Every_kind_of_access_is_given_and_taken_in_truth()
    {
        await using var tenant = await WritableTenant.StartAsync();
        foreach (var grant in ChangeKinds.Of(tenant))
        {
            Assert.Equal(ChangeOutcome.Done, (await tenant.Changer.ApplyAsync(grant, default)).Outcome);
            Assert.True(ChangeKinds.Holds(tenant.Truth, grant), grant.Describe());
            Assert.Equal(ChangeOutcome.AlreadySo, (await tenant.Changer.ApplyAsync(grant, default)).Outcome);

            Assert.Equal(ChangeOutcome.Done, (await tenant.Changer.ApplyAsync(grant with { IsGrant = false }, default)).Outcome);
            Assert.False(ChangeKinds.Holds(tenant.Truth, grant), grant.Describe());
            Assert.Equal(ChangeOutcome.AlreadySo, (await tenant.Changer.ApplyAsync(grant with { IsGrant = false }, default)).Outcome);
        }
    }

    [Fact]
    public async Task What_a_dry_run_shows_is_what_is_sent()
    {
        await using var tenant = await WritableTenant.StartAsync();
        foreach (var grant in ChangeKinds.Of(tenant))
        {
            var planned = PlannedRequest.Of(grant);
            await tenant.Changer.ApplyAsync(grant, default);

            var sent = tenant.Server.Requests.Recent.Last(request => request.IsWrite());
            Assert.Equal(planned.Path, sent.Target);
            Assert.StartsWith(planned.Method + " ", sent.Endpoint, StringComparison.Ordinal);
            await tenant.Changer.ApplyAsync(grant with { IsGrant = false }, default);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task With_faults_in_every_seventh_answer_everything_is_made_once_and_nothing_else(int seed)
    {
        await using var tenant = await WritableTenant.StartAsync(new MockTenantOptions { FaultRate = 0.15, Seed = seed });
        var before = tenant.Truth.RoleAssignments.ToHashSet();
        var role = tenant.Truth.Roles.First().Id;
        var users = tenant.Truth.Users.Take(30).Select(x => x.Id).ToList();
        foreach (var user in users)
        {
            Assert.True((await tenant.Changer.ApplyAsync(new AccessChange(true, PrincipalType.User, user, new AccessTarget.TenantRole(role)), default)).IsSo);
        }

        var wanted = before.Union(users.Select(user => new TruthRoleAssignment(role, user))).ToHashSet();
        Assert.True(wanted.SetEquals(tenant.Truth.RoleAssignments));
        Assert.True(tenant.Server.Requests.Faults > 0);

        foreach (var user in users)
        {
            Assert.True((await tenant.Changer.ApplyAsync(new AccessChange(false, PrincipalType.User, user, new AccessTarget.TenantRole(role)), default)).IsSo);
        }

        Assert.True(before.SetEquals(tenant.Truth.RoleAssignments));
    }

    [Fact]
    public async Task A_page_of_a_proxy_with_status_200_is_not_believed()
    {
        var pages = 0;
        await using var tenant = await WritableTenant.StartAsync(new MockTenantOptions
        {
            Script = request => request.Endpoint == "POST /users/{id}/roles" && Interlocked.Increment(ref pages) <= 2 ? MockFault.Html(200) : null,
        });
        var role = tenant.Truth.Roles.First().Id;
        var grant = new AccessChange(true, PrincipalType.User, tenant.Outsider(role), new AccessTarget.TenantRole(role));

        Assert.Equal(ChangeOutcome.Done, (await tenant.Changer.ApplyAsync(grant, default)).Outcome);
        Assert.True(ChangeKinds.Holds(tenant.Truth, grant));
        Assert.Equal(3, tenant.Writes);
    }

    [Fact]
    public async Task Whoever_is_gone_holds_nothing_and_whoever_is_unknown_gets_nothing()
    {
        await using var tenant = await WritableTenant.StartAsync();
        var target = new AccessTarget.TenantRole(tenant.Truth.Roles.First().Id);

        Assert.Equal(ChangeOutcome.AlreadySo, (await tenant.Changer.ApplyAsync(new AccessChange(false, PrincipalType.User, "auth0|nobody", target), default)).Outcome);
        Assert.Equal(ChangeOutcome.Failed, (await tenant.Changer.ApplyAsync(new AccessChange(true, PrincipalType.User, "auth0|nobody", target), default)).Outcome);
        Assert.Equal(0, tenant.Writes);
    }

    [Fact]
    public async Task A_role_inside_an_organization_is_refused_to_whoever_is_no_member()
    {
        await using var tenant = await WritableTenant.StartAsync();
        var organization = tenant.Truth.Organizations.First().Id;
        var grant = new AccessChange(true, PrincipalType.User, tenant.Truth.Users.Last().Id, new AccessTarget.OrganizationRole(organization, tenant.Truth.Roles.First().Id));

        var result = await tenant.Changer.ApplyAsync(grant, default);

        Assert.Equal(ChangeOutcome.Failed, result.Outcome);
        Assert.Contains("grant the membership first", result.Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_journal_knows_of_a_request_before_the_tenant_does()
    {
        var path = _folder.File("changes.jsonl");
        var lines = new List<string>();
        await using (var tenant = await WritableTenant.StartAsync(
            new MockTenantOptions
            {
                Script = request =>
                {
                    if (request.Endpoint == "POST /users/{id}/roles")
                    {
                        lines.Add($"{new FileInfo(path).Length > 0}");
                    }

                    return null;
                },
            },
            path))
        {
            var role = tenant.Truth.Roles.First().Id;
            await tenant.Changer.ApplyAsync(new AccessChange(true, PrincipalType.User, tenant.Outsider(role), new AccessTarget.TenantRole(role)), default);
        }

        Assert.Equal("True", Assert.Single(lines));
        var all = await File.ReadAllLinesAsync(path);
        Assert.Equal(2, all.Length);
        Assert.Contains("\"outcome\":\"asked\"", all[0], StringComparison.Ordinal);
        Assert.Contains("\"outcome\":\"done\"", all[1], StringComparison.Ordinal);
        Assert.Contains("\"requestId\":\"", all[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ten_memberships_travel_in_one_request_and_a_refusal_costs_only_the_wrong_one()
    {
        await using var tenant = await WritableTenant.StartAsync();
        var organization = tenant.Truth.Organizations.First().Id;
        var users = tenant.Truth.Users.Take(9).Select(x => x.Id).ToList();
        List<AccessChange> changes = [.. users.Select(user => new AccessChange(true, PrincipalType.User, user, new AccessTarget.Membership(organization)))];

        Assert.All(await tenant.Changer.ApplyTogetherAsync(changes, default), result => Assert.Equal(ChangeOutcome.Done, result.Outcome));
        Assert.Equal(1, tenant.Writes);
        Assert.Equal(users.Order(), tenant.Truth.Memberships.Where(x => x.OrganizationId == organization).Select(x => x.UserId).Order());

        Assert.All(await tenant.Changer.ApplyTogetherAsync([.. changes.Select(x => x with { IsGrant = false })], default), result => Assert.Equal(ChangeOutcome.Done, result.Outcome));
        Assert.Equal(2, tenant.Writes);
        Assert.DoesNotContain(tenant.Truth.Memberships, x => x.OrganizationId == organization);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData(",\"sources\":null", true)]
    [InlineData(",\"sources\":[]", true)]
    [InlineData(",\"sources\":[{\"source_type\":\"direct\"}]", true)]
    [InlineData(",\"sources\":[{\"source_type\":\"ROLE\"},{\"source_type\":\"DIRECT\"}]", true)]
    [InlineData(",\"sources\":[{\"source_type\":\"ROLE\"}]", false)]
    public async Task A_permission_is_held_directly_unless_its_sources_say_otherwise(string sources, bool isHeld)
    {
        await using var tenant = await WritableTenant.StartAsync(new MockTenantOptions
        {
            Script = request => request.Endpoint == "GET /users/{id}/permissions"
                ? MockFault.Json("{\"start\":0,\"limit\":50,\"total\":1,\"permissions\":[{\"resource_server_identifier\":\"api\",\"permission_name\":\"read:x\"" + sources + "}]}")
                : null,
        });
        var change = new AccessChange(false, PrincipalType.User, tenant.Truth.Users.First().Id, new AccessTarget.ApiScope("api", "read:x"));

        Assert.Equal(!isHeld, await tenant.Changer.IsSoAsync(change, default));
    }
}
