using Auth0Connector.AccessFile.Messages;
using Auth0Connector.MockTenant;
using Google.Protobuf.WellKnownTypes;
using ResourceStatus = Auth0Connector.AccessFile.Messages.Status.Types.ResourceStatus;

namespace Auth0Connector.Sync.Tests;

/// <summary>One tenant with every oddity, read once; each test looks at another side of the file.</summary>
public sealed class GroundTruthTests(GroundTruthTests.Fixture fixture) : IClassFixture<GroundTruthTests.Fixture>
{
    private TenantTruth Truth => fixture.Bench.Tenant.Truth;

    private SyncContent Content => fixture.Content;

    [Fact]
    public void Every_user_is_in_the_file_once_and_nobody_else()
    {
        Truths.Equal(Truth.Users.Select(user => user.Id), Content.IdsOf("user"), "users");
    }

    [Fact]
    public void Every_role_and_organization_is_in_the_file_once()
    {
        Truths.Equal(Truth.Roles.Select(role => role.Id), Content.IdsOf("role"), "roles");
        Truths.Equal(Truth.Organizations.Select(organization => organization.Id), Content.IdsOf("organization"), "organizations");
    }

    [Fact]
    public void Every_role_held_is_a_grant_and_no_other_is()
    {
        Truths.Equal(
            Truth.RoleAssignments.Select(assignment => (assignment.RoleId, assignment.UserId)),
            Content.GrantsOf("role", "assigned"),
            "role grants");
    }

    [Fact]
    public void Every_membership_is_a_grant_and_no_other_is()
    {
        Truths.Equal(
            Truth.Memberships.Select(membership => (membership.OrganizationId, membership.UserId)),
            Content.GrantsOf("organization", "member"),
            "memberships");
    }

    [Fact]
    public void Nothing_refers_to_what_is_not_there()
    {
        var resources = Content.Resources.Select(resource => (resource.Id.ResourceType, resource.Id.Resource)).ToHashSet();
        var entitlements = Content.Entitlements.Select(entitlement => entitlement.Id).ToHashSet();
        Assert.All(Content.Grants, grant =>
        {
            Assert.Contains((grant.PrincipalTypeId, grant.PrincipalId), resources);
            Assert.Contains((grant.ResourceTypeId, grant.ResourceId), resources);
            Assert.Contains(grant.EntitlementId, entitlements);
        });
    }

    [Fact]
    public void Users_carry_what_the_tenant_says_of_them()
    {
        var truth = Truth.Users.ToDictionary(user => user.Id);
        foreach (var resource in Content.Resources.Where(resource => resource.Id.ResourceType == "user"))
        {
            var user = truth[resource.Id.Resource];
            var trait = Annotation.Find<UserTrait>(resource.Annotations)!;
            var profile = resource.Profile!.Fields;

            Assert.Equal(user.Blocked ? ResourceStatus.Disabled : ResourceStatus.Enabled, resource.Status.Status_);
            Assert.Equal((int)resource.Status.Status_, (int)trait.Status.Status_);
            Assert.Equal(resource.Profile, trait.Profile);
            Assert.Equal(UserTrait.Types.AccountType.Human, trait.AccountType);
            Assert.False(string.IsNullOrWhiteSpace(resource.DisplayName));
            Assert.Equal(string.IsNullOrEmpty(user.Email) ? [] : [user.Email], trait.Emails.Select(email => email.Address));
            AssertInstant(user.CreatedAt, resource.CreatedAt);
            AssertInstant(user.LastLogin, trait.LastLogin);
            Assert.Equal(user.Id, profile["user_id"].StringValue);
            Assert.Equal(user.Id, profile["id"].StringValue);
            Assert.Equal(user.Email ?? "", profile["email"].StringValue);
            Assert.Equal(user.Nickname ?? "", profile["nickname"].StringValue);
            Assert.Equal(user.EmailVerified, profile.TryGetValue("email_verified", out var verified) ? verified.BoolValue : null);
            if (user.LoginsCount is { } count)
            {
                Assert.Equal(count, profile["logins_count"].NumberValue);
            }

            Assert.Equal(user.Connection, profile.TryGetValue("connection", out var connection) ? connection.StringValue : null);
        }
    }

    [Fact]
    public void No_metadata_no_token_and_no_unknown_attribute_gets_into_the_file()
    {
        string[] known =
        [
            "id", "email", "first_name", "last_name", "nickname", "user_id", "name", "username", "phone_number", "connection",
            "provider", "linked_identities", "email_verified", "logins_count", "last_login", "created_at", "updated_at", "blocked", "mfa",
        ];
        Assert.All(
            Content.Resources.Where(resource => resource.Id.ResourceType == "user"),
            resource => Assert.Empty(resource.Profile!.Fields.Keys.Except(known)));
    }

    [Fact]
    public void The_run_is_finished_and_its_statistics_are_exact()
    {
        Assert.True(Content.Run.IsFinished);
        Assert.True(Content.Run.IsFull);
        Assert.True(Content.Run.GrantsBackfilled);
        Assert.Equal(27, Content.Run.SyncId.Length);
        var statistics = Content.Run.StoredStatistics!;
        Assert.Equal(
            (Content.ResourceTypes.Count, Content.Resources.Count, Content.Entitlements.Count, Content.Grants.Count),
            ((int)statistics.ResourceTypes, (int)statistics.Resources, (int)statistics.Entitlements, (int)statistics.Grants));
        Assert.Equal(Content.IdsOf("user").Count, statistics.ResourcesOf("user"));
    }

    [Fact]
    public void The_summary_counts_what_is_in_the_file()
    {
        foreach (var line in fixture.Summary.ResourceTypes)
        {
            Assert.Equal(Content.IdsOf(line.ResourceType).Count, line.Resources);
            Assert.Equal(Content.Grants.Count(grant => grant.ResourceTypeId == line.ResourceType), line.Grants);
        }

        Assert.Equal(fixture.Bench.Tenant.Requests.Total - 1, fixture.Summary.Requests);
        Assert.Equal(fixture.Summary.Requests, fixture.Summary.ResourceTypes.Sum(line => line.Requests));
    }

    [Fact]
    public void Nothing_but_the_file_is_left_and_only_its_owner_may_read_it()
    {
        Assert.Equal(["sync.c1z"], fixture.Bench.Folder.Names);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(fixture.Bench.Settings.TargetPath));
    }

    // The truth counts an instant inside an object as absent; the client reads it.
    private static void AssertInstant(DateTimeOffset? truth, Timestamp? inFile)
    {
        if (truth is { } instant)
        {
            Assert.Equal(instant, inFile?.ToDateTimeOffset());
        }
    }

    public sealed class Fixture : IAsyncLifetime
    {
        public SyncBench Bench { get; private set; } = null!;

        public SyncContent Content { get; private set; } = null!;

        public Reporting.SyncSummary Summary { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            Bench = await SyncBench.StartAsync(new MockTenantOptions { Users = 900, EveryoneOrganization = true });
            Summary = await Bench.SyncAsync();
            Content = Bench.Read();
        }

        public async Task DisposeAsync() => await Bench.DisposeAsync();
    }
}
