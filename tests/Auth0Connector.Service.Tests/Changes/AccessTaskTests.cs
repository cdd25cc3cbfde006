using Auth0Connector.AccessFile.Messages;
using Auth0Connector.ManagementApi.Options;
using Auth0Connector.MockTenant;
using Auth0Connector.Service.Protocol;
using Auth0Connector.Service.Tasks;
using Grpc.Core;
using Task = System.Threading.Tasks.Task;

namespace Auth0Connector.Service.Tests.Changes;

public sealed class AccessTaskTests
{
    public static TheoryData<string> Kinds => AskedCases.All;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Everything_is_given_once_and_taken_once(string kind)
    {
        await using var tenant = await ChangingTenant.StartAsync();
        var asked = AskedCases.Of(tenant.Truth, kind);
        var before = TruthSnapshot.Of(tenant.Truth);

        var given = await tenant.GrantAsync(asked);

        Assert.True(given.Succeeded, given.Message);
        Assert.True(asked.IsHeld(tenant.Truth));
        Assert.Empty(given.Annotations);
        Assert.Equal(asked.GrantId, Assert.Single(Granted(given).Grants).Id);
        Assert.Equal(1, tenant.Writes);

        var again = await tenant.GrantAsync(asked);
        Assert.True(Annotation.Is<GrantAlreadyExists>(Assert.Single(again.Annotations)));
        Assert.Equal(again.Annotations, Granted(again).Annotations);
        Assert.Equal(asked.GrantId, Assert.Single(Granted(again).Grants).Id);
        Assert.Equal(1, tenant.Writes);

        var taken = await tenant.RevokeAsync(asked);
        Assert.True(taken.Succeeded, taken.Message);
        Assert.False(asked.IsHeld(tenant.Truth));
        Assert.Empty(taken.Annotations);
        Assert.Equal(2, tenant.Writes);

        var gone = await tenant.RevokeAsync(asked);
        Assert.True(Annotation.Is<GrantAlreadyRevoked>(Assert.Single(gone.Annotations)));
        Assert.Equal(gone.Annotations, Assert.IsType<GrantManagerServiceRevokeResponse>(gone.Response).Annotations);
        Assert.Equal(2, tenant.Writes);
        Assert.True(before.SetEquals(TruthSnapshot.Of(tenant.Truth)));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_is_not_there_is_given_to_nobody_and_taken_from_everybody(string kind)
    {
        await using var tenant = await ChangingTenant.StartAsync();
        var asked = AskedCases.Of(tenant.Truth, kind);
        var before = TruthSnapshot.Of(tenant.Truth);
        foreach (var absent in new[] { AskedCases.Missing(asked), AskedCases.Nobody(asked) })
        {
            var given = await tenant.GrantAsync(absent);
            Refused(given, StatusCode.NotFound);
            Assert.Contains(absent.PrincipalId, given.Message, StringComparison.Ordinal);

            var taken = await tenant.RevokeAsync(absent);
            Assert.True(taken.Succeeded, taken.Message);
            Assert.True(Annotation.Is<GrantAlreadyRevoked>(Assert.Single(taken.Annotations)));
        }

        Assert.True(before.SetEquals(TruthSnapshot.Of(tenant.Truth)));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Without_the_scope_nothing_is_sent_and_the_scope_is_named(string kind)
    {
        foreach (var named in new[] { true, false })
        {
            await using var tenant = await ChangingTenant.StartAsync(new MockTenantOptions { Scopes = [.. MockTenantScopes.Read], TokensNameScopes = named });
            var asked = AskedCases.Of(tenant.Truth, kind);

            var refused = await tenant.GrantAsync(asked);

            Refused(refused, StatusCode.PermissionDenied);
            Assert.Matches("(create|update):[a-z_]+", refused.Message);
            Assert.False(asked.IsHeld(tenant.Truth));
            Assert.Equal(named ? 0 : 1, tenant.Writes);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Where_nothing_may_be_changed_the_tenant_is_not_even_asked(string kind)
    {
        await using var tenant = await ChangingTenant.StartAsync(tools: static tools => tools with { IsProvisioning = false });
        var asked = AskedCases.Of(tenant.Truth, kind);
        foreach (var outcome in new[] { await tenant.GrantAsync(asked), await tenant.RevokeAsync(asked) })
        {
            Refused(outcome, StatusCode.FailedPrecondition);
            Assert.Equal("provisioning is not enabled", outcome.Message);
        }

        Assert.Equal(0, tenant.Server.Requests.Total);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_tenant_that_limits_is_told_with_the_end_of_the_limit(string kind)
    {
        await using var tenant = await ChangingTenant.StartAsync(Failing(static () => MockFault.TooManyRequests(retryAfter: "7")), Once);

        var limited = await tenant.GrantAsync(AskedCases.Of(tenant.Truth, kind));

        Refused(limited, StatusCode.Unavailable);
        var limit = Assert.Single(limited.Details).Unpack<RateLimitDescription>();
        Assert.Equal(RateLimitDescription.Types.RateLimitStatus.StatusOverlimit, limit.Status);
        Assert.InRange(limit.ResetAt.ToDateTimeOffset() - DateTimeOffset.UtcNow, TimeSpan.Zero, TimeSpan.FromSeconds(7));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_tenant_that_fails_leaves_open_whether_it_was_done_and_one_that_is_away_does_not(string kind)
    {
        await using var tenant = await ChangingTenant.StartAsync(Failing(MockFault.ServerError), Once);
        var held = Held(tenant.Truth, kind);
        var failed = await tenant.RevokeAsync(held);
        Refused(failed, StatusCode.Unavailable);
        Assert.Contains("whether it was done is not known", failed.Message, StringComparison.Ordinal);
        Assert.Empty(failed.Details);
        Assert.True(held.IsHeld(tenant.Truth));

        await tenant.Server.DisposeAsync();
        var away = await tenant.RevokeAsync(held);
        Refused(away, StatusCode.Unavailable);
        Assert.DoesNotContain("not known", away.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task An_answer_that_was_lost_costs_nothing(string kind)
    {
        var writes = 0;
        await using var tenant = await ChangingTenant.StartAsync(new MockTenantOptions
        {
            Script = request => request.Method != "GET" && !request.Endpoint.Contains("oauth", StringComparison.Ordinal) && Interlocked.Increment(ref writes) % 2 == 1
                ? MockFault.LostAnswer()
                : null,
        });
        var asked = AskedCases.Of(tenant.Truth, kind);

        Assert.True((await tenant.GrantAsync(asked)).Succeeded);
        Assert.True(asked.IsHeld(tenant.Truth));
        Assert.True((await tenant.RevokeAsync(asked)).Succeeded);
        Assert.False(asked.IsHeld(tenant.Truth));
        Assert.Equal(4, writes);
    }

    [Fact]
    public async Task Refused_credentials_are_told_as_such()
    {
        await using var tenant = await ChangingTenant.StartAsync(api: static api => api with { Credential = new ClientCredential.Secret("another") });

        Refused(await tenant.GrantAsync(AskedCases.Of(tenant.Truth, AskedCases.Role)), StatusCode.Unauthenticated);
    }

    [Fact]
    public async Task Ids_are_any_text()
    {
        await using var tenant = await ChangingTenant.StartAsync();
        var role = tenant.Truth.Roles.Last().Id;
        var holders = tenant.Truth.RoleAssignments.Where(x => x.RoleId == role).Select(x => x.UserId).ToHashSet();
        var odd = tenant.Truth.Users.Select(x => x.Id).Where(id => !holders.Contains(id) && id.Any(letter => letter is '%' or '/' or ':' or ' ' or '\\' or '?' || letter > 127)).ToList();
        Assert.True(odd.Count >= 15, $"{odd.Count} odd ids");
        foreach (var id in odd)
        {
            var asked = new AskedCase(AskedCases.Role, "role", role, "assigned", "user", id);

            Assert.True((await tenant.GrantAsync(asked)).Succeeded, id);
            Assert.True(asked.IsHeld(tenant.Truth), id);
        }

        var changed = tenant.Truth.RoleAssignments.Where(x => x.RoleId == role).Select(x => x.UserId).ToHashSet();
        Assert.Equal(holders.Count + odd.Count, changed.Count);
    }

    [Fact]
    public async Task What_is_held_through_a_group_only_is_not_said_to_be_gone()
    {
        await using var tenant = await ChangingTenant.StartAsync();
        var asked = AskedCases.Of(tenant.Truth, AskedCases.Role);
        var task = asked.Revoke();
        task.Revoke.Grant.Sources = new GrantSources { Sources = { ["group:grp_1:member"] = new GrantSources.Types.GrantSource() } };

        var refused = await tenant.RunAsync(task);

        Refused(refused, StatusCode.FailedPrecondition);
        Assert.Contains("group:grp_1:member", refused.Message, StringComparison.Ordinal);

        await tenant.GrantAsync(asked);
        task.Revoke.Grant.Sources.Sources[asked.EntitlementId] = new GrantSources.Types.GrantSource { IsDirect = true };
        Assert.True((await tenant.RunAsync(task)).Succeeded);
        Assert.False(asked.IsHeld(tenant.Truth));
    }

    private static ManagementApiOptions Once(ManagementApiOptions api) => api with { MaxAttempts = 1 };

    // A tenant whose every change fails.
    private static MockTenantOptions Failing(Func<MockFault> fault) => new()
    {
        Script = request => request.Method != "GET" && request.Endpoint != "POST /oauth/token" ? fault() : null,
    };

    // Something of the kind that is held from the start.
    private static AskedCase Held(TenantTruth truth, string kind)
    {
        var asked = AskedCases.Of(truth, kind);
        var (assigned, member, inner) = (truth.RoleAssignments.First(), truth.Memberships.First(), truth.Memberships.First(x => x.RoleIds.Count > 0));
        return kind switch
        {
            AskedCases.Role => asked with { ResourceId = assigned.RoleId, PrincipalId = assigned.UserId },
            AskedCases.Membership => asked with { ResourceId = member.OrganizationId, PrincipalId = member.UserId },
            AskedCases.InnerRole => asked with { ResourceId = inner.OrganizationId, Slug = inner.RoleIds[0], PrincipalId = inner.UserId },
            AskedCases.GroupRole => asked with { ResourceId = truth.GroupRoles.First().RoleId, PrincipalId = truth.GroupRoles.First().GroupId },
            _ => truth.OrganizationGroupRoles.First() is var x ? asked with { ResourceId = x.OrganizationId, Slug = x.RoleId, PrincipalId = x.GroupId } : asked,
        };
    }

    private static GrantManagerServiceGrantResponse Granted(TaskOutcome outcome) => Assert.IsType<GrantManagerServiceGrantResponse>(outcome.Response);

    private static void Refused(TaskOutcome outcome, StatusCode code)
    {
        Assert.Equal(code, outcome.Code);
        Assert.False(outcome.Retryable);
        Assert.Null(outcome.Response);
        Assert.NotEmpty(outcome.Message);
    }
}
