namespace Auth0Connector.MockTenant;

/// <summary>A change of the tenant at an exact request.</summary>
/// <param name="Request">Number of the API's request before whose answer it happens, 0 for the first; tokens are not counted.</param>
/// <param name="Kind">What changes.</param>
/// <param name="Thing">Id of what is deleted or whose list changes; null has the schedule choose.</param>
/// <param name="Other">Id of who or what comes or goes; null has the schedule choose.</param>
public sealed record MockChange(long Request, MockChangeKind Kind, string? Thing = null, string? Other = null);

/// <summary>What changes.</summary>
public enum MockChangeKind
{
    /// <summary>A person is deleted.</summary>
    DeleteUser,

    /// <summary>A person is created.</summary>
    CreateUser,

    /// <summary>A role is deleted.</summary>
    DeleteRole,

    /// <summary>A role is created.</summary>
    CreateRole,

    /// <summary>An organization is deleted.</summary>
    DeleteOrganization,

    /// <summary>An organization is created.</summary>
    CreateOrganization,

    /// <summary>A group is deleted.</summary>
    DeleteGroup,

    /// <summary>A group is created.</summary>
    CreateGroup,

    /// <summary>Somebody gets a role.</summary>
    AddRoleMember,

    /// <summary>Somebody loses a role.</summary>
    RemoveRoleMember,

    /// <summary>Somebody goes from one role to another.</summary>
    MoveRoleMember,

    /// <summary>Somebody becomes a member of an organization.</summary>
    AddMember,

    /// <summary>Somebody leaves an organization.</summary>
    RemoveMember,

    /// <summary>Somebody goes from one organization to another.</summary>
    MoveMember,

    /// <summary>A member gets a role inside an organization.</summary>
    AddMemberRole,

    /// <summary>A member loses a role inside an organization.</summary>
    RemoveMemberRole,

    /// <summary>Somebody comes into a group.</summary>
    AddGroupMember,

    /// <summary>Somebody leaves a group.</summary>
    RemoveGroupMember,

    /// <summary>A group gets or loses a role.</summary>
    ChangeGroupRole,

    /// <summary>A role gets a permission.</summary>
    AddRolePermission,

    /// <summary>A role loses a permission.</summary>
    RemoveRolePermission,

    /// <summary>Somebody gets or loses a permission held directly.</summary>
    ChangeUserPermission,
}
