using Auth0Connector.MockTenant;
using Auth0Connector.Sync.Settings;

namespace Auth0Connector.Sync.Tests;

/// <summary>Tenants beyond every cap of the API, against their ground truth.</summary>
public sealed class SizeTests
{
    private static readonly MockTenantOptions Large = new()
    {
        Users = 25_000,
        BulkImport = 3_000,
        Roles = 8,
        LargeRoleMembers = 5_000,
        Organizations = 1_200,
        OrganizationMembers = 3,
        LargeOrganizationMembers = 5_000,
        DeletedUsers = 10,
    };

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Nothing_is_lost_of_a_tenant_beyond_every_cap(bool exports)
    {
        await using var bench = await SyncBench.StartAsync(Large with { ExportJobs = exports });

        var summary = await bench.SyncAsync(settings => settings with { Permissions = true, Expand = ExpandMode.None });

        var truth = bench.Tenant.Truth;
        var content = bench.Read();
        Truths.Equal(truth.Users.Select(user => user.Id), content.IdsOf("user"), "users");
        Truths.Equal(truth.Organizations.Select(organization => organization.Id), content.IdsOf("organization"), "organizations");
        Truths.Equal(truth.RoleAssignments.Select(held => (held.RoleId, held.UserId)), content.GrantsOf("role", "assigned"), "role grants");
        Truths.Equal(truth.Memberships.Select(member => (member.OrganizationId, member.UserId)), content.GrantsOf("organization", "member"), "memberships");
        Truths.Equal(
            truth.Memberships.SelectMany(member => member.RoleIds.Select(role => $"organization:{member.OrganizationId}:{role}:user:{member.UserId}")),
            content.Grants
                .Where(grant => grant.ResourceTypeId == "organization" && grant.PrincipalTypeId == "user" && !grant.Id.Contains(":member:user:", StringComparison.Ordinal))
                .Select(grant => grant.Id),
            "roles inside organizations");
        Truths.Equal(
            truth.RolePermissions.Select(held => (held.RoleId, $"{held.Identifier}:{held.Scope}")),
            content.GrantsOf("role", "has_permission", "scope"),
            "permissions");
        Assert.True(summary.DroppedGrants > 0, "nobody was gone");
        Assert.InRange(truth.RoleAssignments.GroupBy(held => held.RoleId).Max(group => group.Count()), 4_990, 5_000);
        Assert.InRange(truth.Memberships.GroupBy(member => member.OrganizationId).Max(group => group.Count()), 4_990, 5_000);
        var users = summary.Proof.Collections.Single(line => line.Collection == "users");
        // An odd person stands elsewhere in the export than where search counts it, so one range is read by search as well.
        Assert.Equal("export+windows", users.Method);
        Assert.Equal(truth.ListedUserCount, users.Expected);
        Assert.Equal(truth.UserCount, users.Rows);
    }
}
