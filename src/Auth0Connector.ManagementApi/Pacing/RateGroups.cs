namespace Auth0Connector.ManagementApi.Pacing;

/// <summary>Which documented bucket a request counts against, by its endpoint's template (API reference, section 7).</summary>
internal static class RateGroups
{
    /// <param name="endpoint">Template below the API root, such as <c>/organizations/{id}/members</c>.</param>
    /// <param name="address">Address with the query, which decides for <c>GET /clients</c>.</param>
    public static RateGroup Of(string endpoint, string address) => Shape(endpoint) switch
    {
        "/users" => RateGroup.Users,
        "/users/{}/organizations" => RateGroup.UserOrganizations,
        "/organizations" => RateGroup.Organizations,
        "/organizations/{}" or "/organizations/name/{}" => RateGroup.Organization,
        "/organizations/{}/members" => RateGroup.OrganizationMembers,
        "/organizations/{}/members/{}/roles" or "/organizations/{}/members/{}/effective-roles" => RateGroup.MemberRoles,
        "/organizations/{}/enabled_connections" or "/organizations/{}/connections" => RateGroup.OrganizationConnections,
        "/organizations/{}/client-grants" => RateGroup.OrganizationClientGrants,
        "/logs" => RateGroup.Logs,
        "/clients" => HasSearch(address) ? RateGroup.ClientSearch : RateGroup.Clients,
        "/connections" => RateGroup.Connections,
        _ => RateGroup.Other,
    };

    /// <summary>The same for requests that change something.</summary>
    public static RateGroup OfWrite(string endpoint) => Shape(endpoint) switch
    {
        "/users" or "/users/{}" or "/users/{}/roles" or "/users/{}/permissions" => RateGroup.UserWrites,
        "/organizations/{}/members" => RateGroup.MemberWrites,
        "/organizations/{}/members/{}/roles" => RateGroup.MemberRoleWrites,
        _ => RateGroup.Other,
    };

    // Places are compared without their names: {id} and {organization_id} are one place.
    private static string Shape(string endpoint) =>
        endpoint.Contains('{', StringComparison.Ordinal)
            ? string.Join('/', endpoint.Split('/').Select(static segment => segment.StartsWith('{') ? "{}" : segment))
            : endpoint;

    private static bool HasSearch(string address)
    {
        var query = address.IndexOf('?', StringComparison.Ordinal);
        return query >= 0 && address[(query + 1)..].Split('&').Any(static pair => pair.StartsWith("q=", StringComparison.Ordinal));
    }
}
