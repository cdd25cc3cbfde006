using Auth0Connector.ManagementApi.Pacing;

namespace Auth0Connector.ManagementApi.Tests.Pacing;

public sealed class RateGroupsTests
{
    [Theory]
    [InlineData("/users", "users?page=0", RateGroup.Users)]
    [InlineData("/users/{id}", "users/auth0%7C1", RateGroup.Other)]
    [InlineData("/users/{id}/organizations", "users/auth0%7C1/organizations", RateGroup.UserOrganizations)]
    [InlineData("/users/{id}/permissions", "users/auth0%7C1/permissions", RateGroup.Other)]
    [InlineData("/jobs/users-exports", "jobs/users-exports", RateGroup.Other)]
    [InlineData("/jobs/{id}", "jobs/job_1", RateGroup.Other)]
    [InlineData("/roles", "roles", RateGroup.Other)]
    [InlineData("/roles/{id}/users", "roles/rol_1/users", RateGroup.Other)]
    [InlineData("/roles/{id}/permissions", "roles/rol_1/permissions", RateGroup.Other)]
    [InlineData("/roles/{id}/groups", "roles/rol_1/groups", RateGroup.Other)]
    [InlineData("/organizations", "organizations?take=100", RateGroup.Organizations)]
    [InlineData("/organizations/{id}", "organizations/org_1", RateGroup.Organization)]
    [InlineData("/organizations/name/{name}", "organizations/name/acme", RateGroup.Organization)]
    [InlineData("/organizations/{id}/members", "organizations/org_1/members", RateGroup.OrganizationMembers)]
    [InlineData("/organizations/{id}/members/{user_id}/roles", "organizations/org_1/members/u/roles", RateGroup.MemberRoles)]
    [InlineData("/organizations/{id}/members/{user_id}/effective-roles", "organizations/org_1/members/u/effective-roles", RateGroup.MemberRoles)]
    [InlineData("/organizations/{id}/enabled_connections", "organizations/org_1/enabled_connections", RateGroup.OrganizationConnections)]
    [InlineData("/organizations/{id}/connections", "organizations/org_1/connections", RateGroup.OrganizationConnections)]
    [InlineData("/organizations/{id}/client-grants", "organizations/org_1/client-grants", RateGroup.OrganizationClientGrants)]
    [InlineData("/organizations/{id}/groups", "organizations/org_1/groups", RateGroup.Other)]
    [InlineData("/organizations/{id}/groups/{group_id}/roles", "organizations/org_1/groups/grp_1/roles", RateGroup.Other)]
    [InlineData("/groups", "groups", RateGroup.Other)]
    [InlineData("/groups/{id}/members", "groups/grp_1/members", RateGroup.Other)]
    [InlineData("/groups/{id}/roles", "groups/grp_1/roles", RateGroup.Other)]
    [InlineData("/clients", "clients?fields=client_id&q=x", RateGroup.ClientSearch)]
    [InlineData("/clients", "clients?fields=q%3D", RateGroup.Clients)]
    [InlineData("/client-grants", "client-grants", RateGroup.Other)]
    [InlineData("/resource-servers", "resource-servers", RateGroup.Other)]
    [InlineData("/connections", "connections", RateGroup.Connections)]
    [InlineData("/logs", "logs", RateGroup.Logs)]
    public void An_endpoint_counts_against_its_documented_bucket(string endpoint, string address, object group)
    {
        Assert.Equal(group, RateGroups.Of(endpoint, address));
    }
}
