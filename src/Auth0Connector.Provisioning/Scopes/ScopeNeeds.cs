using Auth0Connector.Provisioning.Changes;
using Auth0Connector.Vocabulary;

namespace Auth0Connector.Provisioning.Scopes;

/// <summary>Which scopes each use needs (API reference, section 5), in one table that code and documentation share.</summary>
public static class ScopeNeeds
{
    /// <summary>Finding people by id, e-mail address or name.</summary>
    public static ScopeNeed FindUsers { get; } = ScopeNeed.Of("finding people", "read:users");

    /// <summary>Finding roles by id or name.</summary>
    public static ScopeNeed FindRoles { get; } = ScopeNeed.Of("finding roles", "read:roles");

    /// <summary>Finding organizations by id or name.</summary>
    public static ScopeNeed FindOrganizations { get; } = ScopeNeed.Of("finding organizations", "read:organizations");

    /// <summary>Blocking and unblocking.</summary>
    public static ScopeNeed Block { get; } = ScopeNeed.Of("blocking people", "update:users");

    /// <summary>Ending sessions.</summary>
    public static ScopeNeed EndSessions { get; } = ScopeNeed.Of("ending sessions", "delete:sessions", "delete:refresh_tokens");

    /// <summary>Creating accounts.</summary>
    public static ScopeNeed Create { get; } = ScopeNeed.Of("creating accounts", "create:users");

    /// <summary>Deleting accounts.</summary>
    public static ScopeNeed Delete { get; } = ScopeNeed.Of("deleting accounts", "delete:users");

    /// <summary>What a change needs: sending it, and reading what is held before and after.</summary>
    public static IReadOnlyList<ScopeNeed> Of(AccessChange change) => Of(change.IsGrant, change.PrincipalType, change.Target);

    private static IReadOnlyList<ScopeNeed> Of(bool isGrant, PrincipalType type, AccessTarget target)
    {
        var verb = isGrant ? "create" : "delete";
        var doing = isGrant ? "granting" : "revoking";
        return (type, target) switch
        {
            (PrincipalType.User, AccessTarget.TenantRole) =>
            [
                ScopeNeed.Of($"{doing} roles", "update:users").Or($"{verb}:role_members"),
                ScopeNeed.Of("reading who holds roles", "read:users", "read:roles").Or("read:role_members"),
            ],
            (PrincipalType.User, AccessTarget.Membership) =>
            [
                ScopeNeed.Of($"{doing} memberships", $"{verb}:organization_members"),
                ScopeNeed.Of("reading memberships", "read:organizations"),
            ],
            (PrincipalType.User, AccessTarget.OrganizationRole) =>
            [
                ScopeNeed.Of($"{doing} roles inside organizations", $"{verb}:organization_member_roles"),
                ScopeNeed.Of("reading roles inside organizations", "read:organization_member_roles"),
            ],
            (PrincipalType.User, _) =>
            [
                ScopeNeed.Of($"{doing} permissions of people", "update:users"),
                ScopeNeed.Of("reading permissions of people", "read:users"),
            ],
            (PrincipalType.Group, AccessTarget.OrganizationRole) =>
            [
                ScopeNeed.Of($"{doing} roles of groups inside organizations", $"{verb}:organization_group_roles"),
                ScopeNeed.Of("reading roles of groups inside organizations", "read:organization_group_roles"),
            ],
            (PrincipalType.Group, _) =>
            [
                ScopeNeed.Of($"{doing} roles of groups", $"{verb}:group_roles"),
                ScopeNeed.Of("reading roles of groups", "read:group_roles"),
            ],
            _ =>
            [
                ScopeNeed.Of($"{doing} permissions of roles", "update:roles"),
                ScopeNeed.Of("reading permissions of roles", "read:roles"),
            ],
        };
    }
}
