namespace Auth0Connector.Vocabulary;

/// <summary>
/// What the parts of a sync are called where people read of them, and in the proof of a file: whoever reads there what was
/// skipped knows the parts by these words, so they are never changed.
/// </summary>
public static class PartWords
{
    /// <summary>Single resources that were asked for.</summary>
    public const string NamedResources = "resources by name";

    /// <summary>Users.</summary>
    public const string Users = "users";

    /// <summary>Roles of the tenant.</summary>
    public const string Roles = "roles";

    /// <summary>Users of roles.</summary>
    public const string RoleUsers = "who holds which role";

    /// <summary>Organizations.</summary>
    public const string Organizations = "organizations";

    /// <summary>Members of organizations.</summary>
    public const string OrganizationMembers = "members of organizations";

    /// <summary>Roles of members.</summary>
    public const string MemberRoles = "roles held inside organizations";

    /// <summary>Roles that belong to one organization.</summary>
    public const string OrganizationOwnedRoles = "roles owned by organizations";

    /// <summary>Connections of organizations.</summary>
    public const string OrganizationConnections = "connections of organizations";

    /// <summary>Groups and their members.</summary>
    public const string Groups = "groups";

    /// <summary>Roles of groups.</summary>
    public const string GroupRoles = "roles held by groups";

    /// <summary>Roles of groups inside organizations.</summary>
    public const string OrganizationGroupRoles = "roles held by groups inside organizations";

    /// <summary>APIs and their scopes.</summary>
    public const string ResourceServers = "APIs and their scopes";

    /// <summary>Scopes of roles.</summary>
    public const string RolePermissions = "scopes held by roles";

    /// <summary>Scopes of users.</summary>
    public const string UserPermissions = "scopes held by users directly";

    /// <summary>Applications.</summary>
    public const string Clients = "applications";

    /// <summary>Scopes of applications.</summary>
    public const string ClientGrants = "what applications may ask of APIs";
}
