namespace Auth0Connector.MockTenant;

/// <summary>Everything that a reader of a whole tenant asks, under the names that dialects can be restricted to.</summary>
public static class MockListings
{
    /// <summary>Route of the exported file, the one of the export's that is not the API's.</summary>
    internal const string ExportFile = "GET /export-files/{job}/{signature}";

    private const string Roles = "GET /roles";

    private static readonly MockListing OwnedRoles =
        new("organization-owned-roles", "GET /roles?type=organization") { Key = "roles", ByCursor = true };

    /// <summary>All of them.</summary>
    public static IReadOnlyList<MockListing> All { get; } =
    [
        new("users", "GET /users") { Key = "users" },
        new("users-by-email", "GET /users-by-email") { ByNumber = false },
        new("user-roles", "GET /users/{id}/roles") { Key = "roles" },
        new("user-permissions", "GET /users/{id}/permissions") { Key = "permissions" },
        new("user-organizations", "GET /users/{id}/organizations") { Key = "organizations" },
        new("roles", Roles) { Key = "roles", ByCursor = true },
        OwnedRoles,
        new("role-users", "GET /roles/{id}/users") { Key = "users", ByCursor = true },
        new("role-permissions", "GET /roles/{id}/permissions") { Key = "permissions" },
        new("role-groups", "GET /roles/{id}/groups") { Key = "groups", ByNumber = false, ByCursor = true },
        new("organizations", "GET /organizations") { Key = "organizations", ByCursor = true },
        new("organization-members", "GET /organizations/{id}/members") { Key = "members", ByCursor = true },
        new("member-roles", "GET /organizations/{id}/members/{user_id}/roles") { Key = "roles" },
        new("organization-connections", "GET /organizations/{id}/enabled_connections") { Key = "enabled_connections" },
        new("organization-groups", "GET /organizations/{id}/groups") { Key = "groups", ByNumber = false, ByCursor = true },
        new("organization-group-roles", "GET /organizations/{id}/groups/{group_id}/roles") { Key = "roles", ByNumber = false, ByCursor = true },
        new("organization-client-grants", "GET /organizations/{id}/client-grants") { Key = "client_grants" },
        new("groups", "GET /groups") { Key = "groups", ByCursor = true },
        new("group-members", "GET /groups/{id}/members") { Key = "members", ByNumber = false, ByCursor = true },
        new("group-roles", "GET /groups/{id}/roles") { Key = "roles", ByNumber = false, ByCursor = true },
        new("resource-servers", "GET /resource-servers") { Key = "resource_servers" },
        new("clients", "GET /clients") { Key = "clients", ByCursor = true },
        new("client-grants", "GET /client-grants") { Key = "client_grants", ByCursor = true },
        new("user", "GET /users/{id}") { Kind = ListingKind.Thing },
        new("role", "GET /roles/{id}") { Kind = ListingKind.Thing },
        new("organization", "GET /organizations/{id}") { Kind = ListingKind.Thing },
        new("organization-by-name", "GET /organizations/name/{name}") { Kind = ListingKind.Thing },
        new("group", "GET /groups/{id}") { Kind = ListingKind.Thing },
        new("client", "GET /clients/{id}") { Kind = ListingKind.Thing },
        new("resource-server", "GET /resource-servers/{id}") { Kind = ListingKind.Thing },
        new("export", "POST /jobs/users-exports, GET /jobs/{id}") { Kind = ListingKind.Export },
        new("token", "POST /oauth/token") { Kind = ListingKind.Token },
    ];

    /// <summary>The listing that a request asks, by its route's name and its query; null where it is none of these.</summary>
    internal static MockListing? Of(string route, bool ofOrganization) =>
        route == Roles && ofOrganization ? OwnedRoles
        : route == ExportFile ? All.First(static x => x.Kind == ListingKind.Export)
        : All.FirstOrDefault(x => x.Endpoint.Split(", ").Contains(route, StringComparer.Ordinal));
}
