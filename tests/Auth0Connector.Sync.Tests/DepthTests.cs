using System.Text;
using Auth0Connector.AccessFile.Messages;
using Auth0Connector.MockTenant;
using Auth0Connector.Sync.Settings;

namespace Auth0Connector.Sync.Tests;

/// <summary>A tenant read with everything switched on and everything written out; each test looks at another sort of access.</summary>
public sealed class DepthTests(DepthTests.Fixture fixture) : IClassFixture<DepthTests.Fixture>
{
    private TenantTruth Truth => fixture.Bench.Tenant.Truth;

    private TrueAccess Access => new(Truth);

    private SyncContent Content => fixture.Content;

    [Fact]
    public void Every_resource_is_in_the_file_once()
    {
        Truths.Equal(Truth.Users.Select(user => user.Id), Content.IdsOf("user"), "users");
        Truths.Equal(Truth.Roles.Concat(Truth.OrganizationOwnedRoles).Select(role => role.Id), Content.IdsOf("role"), "roles");
        Truths.Equal(Truth.Organizations.Select(organization => organization.Id), Content.IdsOf("organization"), "organizations");
        Truths.Equal(Truth.Groups.Select(group => group.Id), Content.IdsOf("group"), "groups");
        Truths.Equal(Truth.ResourceServers.Select(server => server.Id), Content.IdsOf("resource_server"), "APIs");
        Truths.Equal(Truth.Scopes.Select(scope => $"{scope.Identifier}:{scope.Value}"), Content.IdsOf("scope"), "scopes");
        Truths.Equal(Truth.Clients.Select(client => client.ClientId), Content.IdsOf("client"), "applications");
    }

    [Fact]
    public void Roles_inside_organizations_come_with_the_members()
    {
        Truths.Equal(Access.OrganizationRoles, OrganizationRoles(direct: true, "user"), "roles inside organizations");
        var organizations = Truth.Organizations.Count();
        Assert.Equal(0, fixture.Bench.Tenant.Requests.CountOf("GET /organizations/{id}/members/{user_id}/roles"));
        Assert.True(fixture.Bench.Tenant.Requests.CountOf("GET /organizations/{id}/members") <= 2 * organizations);
    }

    [Fact]
    public void An_entitlement_of_a_role_inside_an_organization_names_both()
    {
        var entitlement = Content.Entitlements.First(one => one.Resource.Id.ResourceType == "organization" && one.Slug != "member");
        var role = Truth.Roles.Concat(Truth.OrganizationOwnedRoles).Single(one => one.Id == entitlement.Slug);

        Assert.Equal($"organization:{entitlement.Resource.Id.Resource}:{role.Id}", entitlement.Id);
        Assert.Contains(entitlement.Resource.DisplayName, entitlement.DisplayName);
        Assert.Equal(Entitlement.Types.PurposeValue.Assignment, entitlement.Purpose);
    }

    [Fact]
    public void Groups_hold_people_and_groups()
    {
        Truths.Equal(
            Truth.GroupMembers.Where(member => member.MemberType == "user").Select(member => (member.GroupId, member.MemberId)),
            Content.GrantsOf("group", "member"),
            "people in groups");
        Truths.Equal(
            Truth.GroupMembers.Where(member => member.MemberType == "group").Select(member => (member.GroupId, member.MemberId)),
            Content.GrantsOf("group", "member", "group"),
            "groups in groups");
    }

    [Fact]
    public void Groups_hold_roles_in_the_tenant_and_inside_organizations()
    {
        Truths.Equal(Truth.GroupRoles.Select(held => (held.RoleId, held.GroupId)), Content.GrantsOf("role", "assigned", "group"), "roles of groups");
        Truths.Equal(
            Truth.OrganizationGroupRoles.Select(held => (held.OrganizationId, held.RoleId, held.GroupId)),
            OrganizationRoles(direct: true, "group"),
            "roles of groups inside organizations");
    }

    [Fact]
    public void Everybody_who_reaches_a_role_through_groups_has_a_row_of_their_own()
    {
        Truths.Equal(Access.RoleHolders, HoldersOfTenantRoles(), "holders of roles");
        Truths.Equal(Access.OrganizationRoleHolders, OrganizationRoles(direct: false, "user"), "holders of roles inside organizations");
    }

    [Fact]
    public void Groups_in_groups_pass_their_people_on_but_for_those_that_hold_each_other()
    {
        var circle = Truth.GroupMembers
            .Where(member => member.MemberType == "group" && Truth.GroupMembers.Any(other =>
                other.MemberType == "group" && other.GroupId == member.MemberId && other.MemberId == member.GroupId))
            .Select(member => member.GroupId)
            .ToHashSet();
        var direct = Truth.GroupMembers.Where(member => member.MemberType == "user").ToLookup(member => member.GroupId, member => member.MemberId);
        var expected = Truth.Groups.SelectMany(group =>
            (circle.Contains(group.Id) ? direct[group.Id] : Access.PeopleIn(group.Id)).Select(user => (group.Id, user)));

        Truths.Equal(expected.Distinct(), Content.HoldersOf("group", "member"), "members of groups");
        Assert.Equal(2, circle.Count);
        var cycle = Assert.Single(fixture.Summary.Proof.Expansion!.Cycles);
        Assert.Equal(circle.Select(group => $"group:{group}:member").Order(StringComparer.Ordinal), cycle);
    }

    [Fact]
    public void Roles_hold_scopes_also_none_and_many()
    {
        var held = Truth.RolePermissions.Concat(Truth.OrganizationOwnedRolePermissions).Select(one => (one.RoleId, $"{one.Identifier}:{one.Scope}")).ToList();

        Truths.Equal(held, Content.GrantsOf("role", "has_permission", "scope"), "scopes of roles");
        Truths.Equal(held.Select(one => (one.Item2, one.RoleId)), Content.GrantsOf("scope", "granted", "role"), "roles that hold scopes");
        Assert.Contains(held.GroupBy(one => one.RoleId), group => group.Count() == 130);
        Assert.Contains(Truth.Roles, role => held.TrueForAll(one => one.RoleId != role.Id));
    }

    [Fact]
    public void Everybody_who_reaches_a_scope_has_a_row_of_their_own()
    {
        var owned = Truth.OrganizationOwnedRolePermissions.ToLookup(one => one.RoleId, one => $"{one.Identifier}:{one.Scope}");
        var inside = Access.OrganizationRoles.SelectMany(held => owned[held.Role].Select(scope => (scope, held.User)));

        Truths.Equal(Access.ScopeHolders.Concat(inside).Distinct(), Content.HoldersOf("scope", "granted"), "holders of scopes");
        var expansion = fixture.Summary.Proof.Expansion!;
        Assert.Equal("all", expansion.Mode);
        Assert.True(expansion.Estimated >= expansion.Added, "more was added than was expected at most");
        Assert.Contains(fixture.Bench.Reporter.Announcements, line => line.Contains("inherit", StringComparison.Ordinal));
    }

    [Fact]
    public void Scopes_held_directly_are_told_apart_from_those_through_roles()
    {
        Truths.Equal(
            Truth.UserPermissions.Select(held => ($"{held.Identifier}:{held.Scope}", held.UserId)),
            Content.GrantsOf("scope", "granted"),
            "scopes of users");
        var direct = Truth.UserPermissions.ToLookup(held => held.UserId, held => $"{held.Identifier}:{held.Scope}");
        var roles = Truth.RoleAssignments.ToLookup(held => held.UserId, held => held.RoleId);
        var scopes = Truth.RolePermissions.ToLookup(held => held.RoleId, held => $"{held.Identifier}:{held.Scope}");
        var pages = Truth.Users.Sum(user => PagesOf(direct[user.Id].Concat(roles[user.Id].SelectMany(role => scopes[role])).Distinct().Count()));
        Assert.Equal(pages, fixture.Bench.Tenant.Requests.CountOf("GET /users/{id}/permissions"));
        Assert.Contains(fixture.Bench.Reporter.Announcements, line => line.Contains("300 users", StringComparison.Ordinal));
    }

    // One page states that it is all; of several it takes two readings.
    private static int PagesOf(int held) => held <= 100 ? 1 : 2 * ((held / 100) + 1);

    [Fact]
    public void Applications_hold_the_scopes_of_their_client_grants()
    {
        var scopesOf = Truth.Scopes.ToLookup(scope => scope.Identifier, scope => scope.Value);
        var expected =
            from grant in Truth.ClientGrants
            where grant.ClientId is not null
            from scope in grant.AllowAllScopes ? scopesOf[grant.Audience] : grant.Scopes
            select ($"{grant.Audience}:{scope}", grant.ClientId!);

        Truths.Equal(expected.Distinct(), Content.GrantsOf("scope", "granted", "client"), "scopes of applications");
    }

    [Fact]
    public void A_grant_of_an_application_says_for_which_subjects_it_holds()
    {
        var truth = Truth.ClientGrants.Where(grant => grant.ClientId is not null).ToLookup(grant => (grant.ClientId!, grant.Audience));
        Assert.Contains(truth, group => group.Count() == 2);
        Assert.Contains(truth, group => group.Any(grant => grant.AllowAllScopes));
        foreach (var row in Content.Grants.Where(grant => grant.PrincipalTypeId == "client"))
        {
            var metadata = Annotation.Find<GrantMetadata>(row.Message.Annotations)!.Metadata.Fields;
            var subjects = metadata["subject_types"].StructValue.Fields;
            var grants = truth[(row.PrincipalId, metadata["audience"].StringValue)]
                .Where(grant => grant.AllowAllScopes || grant.Scopes.Any(scope => $"{grant.Audience}:{scope}" == row.ResourceId))
                .ToList();

            Assert.Equal(grants.Select(grant => grant.SubjectType).Order(), subjects.Keys.Order());
            Assert.All(grants, grant =>
            {
                var said = subjects[grant.SubjectType].StructValue.Fields;
                Assert.Equal(grant.Id, said["client_grant_id"].StringValue);
                Assert.Equal(grant.AllowAllScopes, said.TryGetValue("allow_all_scopes", out var all) && all.BoolValue);
            });
        }
    }

    [Fact]
    public void A_default_for_a_sort_of_applications_stands_in_the_proof_only()
    {
        var line = fixture.Summary.Proof.Collections.Single(one => one.Collection == "client-grants");

        Assert.Contains(line.Notes, note => note.Contains("third_party_clients", StringComparison.Ordinal));
    }

    [Fact]
    public void A_role_that_an_organization_owns_lies_below_it_and_is_held_by_those_who_hold_it_there()
    {
        foreach (var role in Truth.OrganizationOwnedRoles)
        {
            var resource = Content.Resources.Single(one => one.Id.ResourceType == "role" && one.Id.Resource == role.Id);
            Assert.Equal(role.OwnerOrganizationId, resource.ParentResourceId.Resource);
        }

        var owned = Truth.OrganizationOwnedRoles.Select(role => role.Id).ToHashSet();
        Truths.Equal(
            Access.OrganizationRoles.Where(held => owned.Contains(held.Role)).Select(held => (held.Role, held.User)),
            Content.HoldersOf("role", "assigned").Where(held => owned.Contains(held.Resource)),
            "holders of roles that organizations own");
    }

    [Fact]
    public void Connections_that_make_members_stand_in_the_profile_of_their_organization()
    {
        var inFile = Content.Resources
            .Where(one => one.Id.ResourceType == "organization")
            .SelectMany(one => one.Profile!.Fields["automatic_membership_connections"].ListValue.Values.Select(name => (one.Id.Resource, name.StringValue)));

        Truths.Equal(Truth.AutomaticMemberships.Select(one => (one.OrganizationId, one.Connection)), inFile, "automatic memberships");
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
            Assert.All(grant.Expandable?.EntitlementIds ?? [], source => Assert.Contains(source, entitlements));
        });
        Assert.All(
            Content.Resources.Where(resource => resource.ParentResourceId is not null),
            resource => Assert.Contains((resource.ParentResourceId.ResourceType, resource.ParentResourceId.Resource), resources));
    }

    [Fact]
    public void No_secret_of_the_tenant_is_in_the_file()
    {
        var everything = Encoding.Latin1.GetString(File.ReadAllBytes(fixture.Path));

        Assert.Contains("Acme API 1", everything, StringComparison.Ordinal);
        Assert.DoesNotContain("mock-signing-secret", everything, StringComparison.Ordinal);
        Assert.DoesNotContain("mock-client-secret", everything, StringComparison.Ordinal);
        Assert.DoesNotContain(fixture.Bench.Tenant.Options.ClientSecret, everything, StringComparison.Ordinal);
    }

    private IEnumerable<(string Resource, string Principal)> HoldersOfTenantRoles()
    {
        var tenant = Truth.Roles.Select(role => role.Id).ToHashSet();
        return Content.HoldersOf("role", "assigned").Where(held => tenant.Contains(held.Resource));
    }

    private IEnumerable<(string Organization, string Role, string Principal)> OrganizationRoles(bool direct, string principalType) => Content.Grants
        .Where(grant => grant.ResourceTypeId == "organization" && grant.PrincipalTypeId == principalType
            && grant.EntitlementId != $"organization:{grant.ResourceId}:member" && (!direct || SyncContent.IsDirect(grant)))
        .Select(grant => (grant.ResourceId, grant.EntitlementId[$"organization:{grant.ResourceId}:".Length..], grant.PrincipalId));

    public sealed class Fixture : IAsyncLifetime
    {
        public SyncBench Bench { get; private set; } = null!;

        public SyncContent Content { get; private set; } = null!;

        public Reporting.SyncSummary Summary { get; private set; } = null!;

        /// <summary>The file, left uncompressed so that its bytes can be searched.</summary>
        public string Path => Bench.Folder.File("sync.db");

        public async Task InitializeAsync()
        {
            Bench = await SyncBench.StartAsync(new MockTenantOptions { Users = 300 });
            Summary = await Bench.SyncAsync(settings => settings with
            {
                TargetPath = Path,
                Permissions = true,
                UserPermissions = true,
                Applications = true,
                OrganizationOwnedRoles = true,
                OrganizationConnections = true,
                Expand = ExpandMode.All,
            });
            Content = SyncContent.Read(Path);
        }

        public async Task DisposeAsync() => await Bench.DisposeAsync();
    }
}
