using Auth0Connector.AccessFile.Messages;
using Auth0Connector.Service.Tasks;
using Auth0Connector.Service.Tasks.Changes;
using Grpc.Core;

namespace Auth0Connector.Service.Tests.Changes;

public sealed class AskedAccessTests
{
    private static readonly AskedCase Ada = new(AskedCases.Role, "role", "rol_1", "assigned", "user", "auth0|ada");

    /// <summary>What is wrong, how it is made so, and the code.</summary>
    public static TheoryData<string, Action<Grant>, StatusCode> Wrong => new()
    {
        { "no entitlement", static grant => grant.Entitlement = null, StatusCode.InvalidArgument },
        { "no principal", static grant => grant.Principal = null, StatusCode.InvalidArgument },
        { "no id of the principal", static grant => grant.Principal.Id = null, StatusCode.InvalidArgument },
        { "an empty id of the principal", static grant => grant.Principal.Id.Resource = "", StatusCode.InvalidArgument },
        { "an endless id of the principal", static grant => grant.Principal.Id.Resource = new string('x', 1025), StatusCode.InvalidArgument },
        { "no type of the principal", static grant => grant.Principal.Id.ResourceType = "", StatusCode.InvalidArgument },
        { "no resource", static grant => grant.Entitlement.Resource = null, StatusCode.InvalidArgument },
        { "no id of the resource", static grant => grant.Entitlement.Resource.Id = null, StatusCode.InvalidArgument },
        { "neither id nor slug", static grant => (grant.Entitlement.Id, grant.Entitlement.Slug) = ("", ""), StatusCode.InvalidArgument },
        { "the id of another role", static grant => grant.Entitlement.Id = "role:rol_2:assigned", StatusCode.InvalidArgument },
        { "the id of another role and no slug", static grant => (grant.Entitlement.Id, grant.Entitlement.Slug) = ("role:rol_2:assigned", ""), StatusCode.InvalidArgument },
        { "an id without a slug", static grant => (grant.Entitlement.Id, grant.Entitlement.Slug) = ("role:rol_1:", ""), StatusCode.InvalidArgument },
        { "another slug", static grant => grant.Entitlement.Slug = "has_permission", StatusCode.InvalidArgument },
        { "the id of another type", static grant => grant.Entitlement.Id = "organization:rol_1:assigned", StatusCode.InvalidArgument },
        { "another role as resource", static grant => grant.Entitlement.Resource.Id.Resource = "rol_2", StatusCode.InvalidArgument },
        { "the grant of somebody else", static grant => grant.Id = "role:rol_1:assigned:user:auth0|bob", StatusCode.InvalidArgument },
        { "the grant of another role", static grant => grant.Id = "role:rol_2:assigned:user:auth0|ada", StatusCode.InvalidArgument },
        { "what nobody holds", static grant => (grant.Entitlement.Id, grant.Entitlement.Slug, grant.Id) = ("role:rol_1:has_permission", "has_permission", ""), StatusCode.Unimplemented },
        { "a member of a group", static grant => (grant.Entitlement, grant.Id) = ((Ada with { ResourceType = "group", ResourceId = "grp_1", Slug = "member" }).Entitlement, ""), StatusCode.Unimplemented },
        { "a scope", static grant => (grant.Entitlement, grant.Id) = ((Ada with { ResourceType = "scope", ResourceId = "https://api:read:x", Slug = "granted" }).Entitlement, ""), StatusCode.Unimplemented },
        { "what is no type of ours", static grant => (grant.Entitlement, grant.Id) = ((Ada with { ResourceType = "app", ResourceId = "1", Slug = "owner" }).Entitlement, ""), StatusCode.Unimplemented },
        { "a principal that holds no roles", static grant => (grant.Principal.Id.ResourceType, grant.Id) = ("client", ""), StatusCode.Unimplemented },
        { "a role as principal", static grant => (grant.Principal.Id.ResourceType, grant.Id) = ("role", ""), StatusCode.Unimplemented },
        { "a group as member", static grant => (grant.Entitlement, grant.Principal.Id.ResourceType, grant.Id) = ((Ada with { ResourceType = "organization", ResourceId = "org_1", Slug = "member" }).Entitlement, "group", ""), StatusCode.Unimplemented },
    };

    /// <summary>What is odd and yet clear.</summary>
    public static TheoryData<string, Action<Grant>> Clear => new()
    {
        { "as it is", static _ => { } },
        { "no slug", static grant => grant.Entitlement.Slug = "" },
        { "no id of the entitlement", static grant => grant.Entitlement.Id = "" },
        { "no id of the grant", static grant => grant.Id = "" },
        { "an id of the grant of another form", static grant => grant.Id = "2xYz" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task What_is_malformed_or_contradicts_itself_or_is_not_offered_is_refused_before_anything_is_asked(string what, Action<Grant> change, StatusCode code)
    {
        await using var tenant = await ChangingTenant.StartAsync();
        var revoke = Ada.Revoke();
        change(revoke.Revoke.Grant);
        var grant = Ada.Grant();
        (grant.Grant.Entitlement, grant.Grant.Principal) = (revoke.Revoke.Grant.Entitlement, revoke.Revoke.Grant.Principal);
        var isOfGrantAlone = what.StartsWith("the grant of", StringComparison.Ordinal);

        var outcomes = new List<TaskOutcome> { await tenant.RunAsync(revoke) };
        if (!isOfGrantAlone)
        {
            outcomes.Add(await tenant.RunAsync(grant));
        }

        Assert.All(outcomes, outcome => Assert.Equal((code, false), (outcome.Code, outcome.Retryable)));
        Assert.All(outcomes, static outcome => Assert.NotEmpty(outcome.Message));
        Assert.Equal(0, tenant.Server.Requests.Total);
    }

    [Theory]
    [MemberData(nameof(Clear))]
    public void What_is_odd_and_yet_clear_is_understood(string what, Action<Grant> change)
    {
        var grant = Ada.Revoke().Revoke.Grant;
        change(grant);

        var asked = AskedAccess.Read(grant);

        Assert.Equal(("rol_1", "assigned", "auth0|ada"), (asked.Resource.Id.Resource, asked.Slug, asked.Change.PrincipalId));
        Assert.NotEmpty(what);
    }

    [Theory]
    [InlineData("rol:1", "assigned")]
    [InlineData("rol:assigned", "assigned")]
    [InlineData("a/b|c%7C", "assigned")]
    [InlineData("役割:1", "assigned")]
    public void No_id_is_taken_apart(string resource, string slug)
    {
        var odd = Ada with { ResourceId = resource, Slug = slug, PrincipalId = "auth0|山田:x/y%2F" };

        var asked = AskedAccess.Read(odd.Revoke().Revoke.Grant);

        Assert.Equal((resource, slug, odd.PrincipalId), (asked.Resource.Id.Resource, asked.Slug, asked.Change.PrincipalId));
    }

    [Fact]
    public void A_role_inside_an_organization_is_told_from_its_membership_by_the_slug()
    {
        var inner = AskedAccess.Read((Ada with { ResourceType = "organization", ResourceId = "org:1", Slug = "rol_9" }).Revoke().Revoke.Grant);
        var member = AskedAccess.Read((Ada with { ResourceType = "organization", ResourceId = "org:1", Slug = "member" }).Revoke().Revoke.Grant);

        Assert.Equal(("org:1", "rol_9"), (inner.Change.Target.Ids.Organization, inner.Change.Target.Ids.Role));
        Assert.Equal(("org:1", null), (member.Change.Target.Ids.Organization, member.Change.Target.Ids.Role));
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(1, -5)]
    [InlineData(315_360_000_000, 0)]
    public async Task A_duration_that_is_none_is_refused(long seconds, int nanos)
    {
        await using var tenant = await ChangingTenant.StartAsync();
        var task = Ada.Grant();
        task.Grant.Duration = new Google.Protobuf.WellKnownTypes.Duration { Seconds = seconds, Nanos = nanos };

        Assert.Equal(StatusCode.InvalidArgument, (await tenant.RunAsync(task)).Code);
        Assert.Equal(0, tenant.Server.Requests.Total);
    }
}
