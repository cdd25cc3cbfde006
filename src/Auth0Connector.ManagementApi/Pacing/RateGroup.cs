namespace Auth0Connector.ManagementApi.Pacing;

/// <summary>Groups of endpoints for which some plan documents a bucket of its own (API reference, section 7).</summary>
public enum RateGroup
{
    /// <summary>All endpoints without a bucket of their own.</summary>
    Other,

    /// <summary><c>GET /users</c>.</summary>
    Users,

    /// <summary><c>GET /organizations</c>.</summary>
    Organizations,

    /// <summary><c>GET /organizations/{id}</c>.</summary>
    Organization,

    /// <summary><c>GET /organizations/{id}/members</c>.</summary>
    OrganizationMembers,

    /// <summary><c>GET /users/{id}/organizations</c>.</summary>
    UserOrganizations,

    /// <summary><c>GET /organizations/{id}/members/{user_id}/roles</c>.</summary>
    MemberRoles,

    /// <summary><c>GET /organizations/{id}/enabled_connections</c> and <c>/connections</c>.</summary>
    OrganizationConnections,

    /// <summary><c>GET /organizations/{id}/client-grants</c>.</summary>
    OrganizationClientGrants,

    /// <summary><c>GET /logs</c>.</summary>
    Logs,

    /// <summary><c>GET /clients</c>.</summary>
    Clients,

    /// <summary><c>GET /clients</c> with <c>q</c>.</summary>
    ClientSearch,

    /// <summary><c>GET /connections</c>.</summary>
    Connections,

    /// <summary>Whatever changes users, their roles and their permissions.</summary>
    UserWrites,

    /// <summary><c>POST</c> and <c>DELETE /organizations/{id}/members</c>.</summary>
    MemberWrites,

    /// <summary><c>POST</c> and <c>DELETE /organizations/{id}/members/{user_id}/roles</c>.</summary>
    MemberRoleWrites,
}
