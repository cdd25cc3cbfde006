namespace Auth0Connector.Analysis.Coverage;

/// <summary>What must be in a file for a question to be answerable.</summary>
public enum Need
{
    /// <summary>Everybody in the tenant.</summary>
    People,

    /// <summary>Who holds what.</summary>
    Grants,

    /// <summary>Roles and who holds them.</summary>
    Roles,

    /// <summary>Organizations and their members.</summary>
    Organizations,

    /// <summary>Roles held inside organizations.</summary>
    OrganizationRoles,

    /// <summary>Groups, their members and what they hold.</summary>
    Groups,

    /// <summary>APIs, their permissions, and which roles give them.</summary>
    Permissions,

    /// <summary>Permissions that people hold directly.</summary>
    DirectPermissions,

    /// <summary>Applications and what they may ask of APIs.</summary>
    Applications,
}
