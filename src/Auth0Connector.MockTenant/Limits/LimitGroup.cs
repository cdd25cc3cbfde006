namespace Auth0Connector.MockTenant.Limits;

/// <summary>Groups of endpoints that have a bucket of their own in some plan (reference, section 7).</summary>
internal enum LimitGroup
{
    Other,
    Users,
    Organizations,
    Organization,
    OrganizationMembers,
    UserOrganizations,
    MemberRoles,
    OrganizationConnections,
    OrganizationClientGrants,
    Clients,
    ClientSearch,
    Connections,
    Token,
    UserWrites,
    MemberWrites,
    MemberRoleWrites,

    /// <summary>Where exports are fetched from: not Auth0, so no limit of theirs.</summary>
    Storage,
}
