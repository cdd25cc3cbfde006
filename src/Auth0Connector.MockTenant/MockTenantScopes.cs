namespace Auth0Connector.MockTenant;

/// <summary>Scope lists of the Management API.</summary>
public static class MockTenantScopes
{
    /// <summary>Every read scope that some part of a sync can ask for; none that reveals secrets.</summary>
    public static IReadOnlyList<string> Read { get; } =
    [
        "read:users",
        "read:roles",
        "read:role_members",
        "read:organizations",
        "read:organization_members",
        "read:organization_member_roles",
        "read:organization_connections",
        "read:organization_groups",
        "read:organization_group_roles",
        "read:groups",
        "read:group_members",
        "read:group_roles",
        "read:resource_servers",
        "read:clients",
        "read:client_grants",
        "read:organization_client_grants",
        "read:connections",
    ];
}
