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

    /// <summary>Every scope that some change can ask for.</summary>
    public static IReadOnlyList<string> Write { get; } =
    [
        "create:users",
        "update:users",
        "delete:users",
        "update:roles",
        "create:role_members",
        "delete:role_members",
        "create:organization_members",
        "delete:organization_members",
        "create:organization_member_roles",
        "delete:organization_member_roles",
        "create:group_roles",
        "delete:group_roles",
        "create:organization_group_roles",
        "delete:organization_group_roles",
        "create:organization_client_grants",
        "delete:organization_client_grants",
        "delete:roles",
        "read:grants",
        "delete:grants",
        "delete:sessions",
        "delete:refresh_tokens",
    ];

    /// <summary>What reading the tenant's log asks for.</summary>
    public static IReadOnlyList<string> Log { get; } = ["read:logs"];
}
