using Auth0Connector.Vocabulary;

namespace Auth0Connector.Analysis.Coverage;

/// <summary>The needs in words, and what speaks for them in a file.</summary>
internal static class NeedWords
{
    public static readonly IReadOnlyList<Need> All = Enum.GetValues<Need>();

    /// <summary>By what people reach something.</summary>
    public static readonly IReadOnlyList<Need> Access =
        [Need.Roles, Need.Organizations, Need.OrganizationRoles, Need.Groups, Need.Permissions, Need.DirectPermissions];

    private static readonly (string Words, Need Need)[] Parts =
    [
        (PartWords.Roles, Need.Roles), (PartWords.RoleUsers, Need.Roles), (PartWords.OrganizationOwnedRoles, Need.Roles),
        (PartWords.Organizations, Need.Organizations), (PartWords.OrganizationMembers, Need.Organizations),
        (PartWords.MemberRoles, Need.OrganizationRoles),
        (PartWords.Groups, Need.Groups), (PartWords.GroupRoles, Need.Groups), (PartWords.OrganizationGroupRoles, Need.Groups),
        (PartWords.ResourceServers, Need.Permissions), (PartWords.RolePermissions, Need.Permissions),
        (PartWords.UserPermissions, Need.DirectPermissions),
        (PartWords.Clients, Need.Applications), (PartWords.ClientGrants, Need.Applications),
    ];

    public static string Of(Need need) => need switch
    {
        Need.People => "people",
        Need.Grants => "who holds what",
        Need.Roles => PartWords.Roles,
        Need.Organizations => "organizations and their members",
        Need.OrganizationRoles => PartWords.MemberRoles,
        Need.Groups => PartWords.Groups,
        Need.Permissions => "permissions of roles",
        Need.DirectPermissions => "permissions that people hold directly",
        _ => PartWords.ClientGrants,
    };

    /// <summary>The resource types without which it cannot be in a file of ours.</summary>
    public static IReadOnlyList<string> Types(Need need) => need switch
    {
        Need.People => [ResourceTypeIds.User],
        Need.Roles => [ResourceTypeIds.Role],
        Need.Organizations => [ResourceTypeIds.Organization],
        Need.OrganizationRoles => [ResourceTypeIds.Organization, ResourceTypeIds.Role],
        Need.Groups => [ResourceTypeIds.Group],
        Need.Permissions => [ResourceTypeIds.Scope, ResourceTypeIds.Role],
        Need.DirectPermissions => [ResourceTypeIds.Scope],
        Need.Applications => [ResourceTypeIds.Client],
        _ => [],
    };

    /// <summary>The list of the tenant that is read for it, as the proof calls it.</summary>
    public static string? Collection(Need need) => need switch
    {
        Need.People => "users",
        Need.Roles => "roles",
        Need.Organizations => "organizations",
        Need.Groups => "groups",
        Need.Permissions or Need.DirectPermissions => "resource-servers",
        Need.Applications => "clients",
        _ => null,
    };

    /// <summary>
    /// What a skip leaves open, by the words that the sync has for its parts; where a part was skipped in some lists only, the
    /// words go on with which. The longest that fits counts.
    /// </summary>
    public static IReadOnlyList<Need> Skipped(string what) =>
        [.. Parts.Where(part => what.StartsWith(part.Words, StringComparison.Ordinal)).OrderByDescending(part => part.Words.Length).Select(part => part.Need).Take(1)];
}
