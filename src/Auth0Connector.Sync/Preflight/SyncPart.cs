namespace Auth0Connector.Sync.Preflight;

/// <summary>A part of a tenant that is read or not, by settings, scopes and plan.</summary>
public enum SyncPart
{
    /// <summary>Users.</summary>
    Users,

    /// <summary>Roles of the tenant.</summary>
    Roles,

    /// <summary>Who holds a role directly.</summary>
    RoleUsers,

    /// <summary>Organizations.</summary>
    Organizations,

    /// <summary>Members of organizations.</summary>
    OrganizationMembers,

    /// <summary>Roles that members hold inside an organization.</summary>
    MemberRoles,

    /// <summary>Roles that belong to one organization.</summary>
    OrganizationOwnedRoles,

    /// <summary>Connections where whoever signs in becomes a member.</summary>
    OrganizationConnections,

    /// <summary>Groups and who is in them.</summary>
    Groups,

    /// <summary>Roles that groups hold in the whole tenant.</summary>
    GroupRoles,

    /// <summary>Roles that groups hold inside an organization.</summary>
    OrganizationGroupRoles,

    /// <summary>APIs and their scopes.</summary>
    ResourceServers,

    /// <summary>Scopes that roles hold.</summary>
    RolePermissions,

    /// <summary>Scopes that users hold directly.</summary>
    UserPermissions,

    /// <summary>Applications.</summary>
    Clients,

    /// <summary>What applications may ask of APIs.</summary>
    ClientGrants,

    /// <summary>Single resources that were asked for by name.</summary>
    NamedResources,
}
