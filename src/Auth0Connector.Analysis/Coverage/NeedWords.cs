namespace Auth0Connector.Analysis.Coverage;

/// <summary>The needs in words, and what speaks for them in a file.</summary>
internal static class NeedWords
{
    public static readonly IReadOnlyList<Need> All = Enum.GetValues<Need>();

    /// <summary>By what people reach something.</summary>
    public static readonly IReadOnlyList<Need> Access =
        [Need.Roles, Need.Organizations, Need.OrganizationRoles, Need.Groups, Need.Permissions, Need.DirectPermissions];

    public static string Of(Need need) => need switch
    {
        Need.People => "people",
        Need.Grants => "who holds what",
        Need.Roles => "roles",
        Need.Organizations => "organizations and their members",
        Need.OrganizationRoles => "roles held inside organizations",
        Need.Groups => "groups",
        Need.Permissions => "permissions of roles",
        Need.DirectPermissions => "permissions that people hold directly",
        _ => "what applications may ask of APIs",
    };

    /// <summary>The resource types without which it cannot be in a file of ours.</summary>
    public static IReadOnlyList<string> Types(Need need) => need switch
    {
        Need.People => ["user"],
        Need.Roles => ["role"],
        Need.Organizations => ["organization"],
        Need.OrganizationRoles => ["organization", "role"],
        Need.Groups => ["group"],
        Need.Permissions => ["scope", "role"],
        Need.DirectPermissions => ["scope"],
        Need.Applications => ["client"],
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

    /// <summary>What a skip leaves open, by the words that the sync has for it.</summary>
    public static IReadOnlyList<Need> Skipped(string what) => what switch
    {
        _ when what.StartsWith("roles held by groups", StringComparison.Ordinal) || what.StartsWith("groups", StringComparison.Ordinal) => [Need.Groups],
        _ when what.StartsWith("roles held inside organizations", StringComparison.Ordinal) => [Need.OrganizationRoles],
        _ when what.StartsWith("applications", StringComparison.Ordinal) || what.StartsWith("what applications", StringComparison.Ordinal) => [Need.Applications],
        _ when what.StartsWith("members of organizations", StringComparison.Ordinal) || what.StartsWith("organizations", StringComparison.Ordinal) => [Need.Organizations],
        _ when what.StartsWith("scopes held by users", StringComparison.Ordinal) => [Need.DirectPermissions],
        _ when what.StartsWith("scopes held by roles", StringComparison.Ordinal) || what.StartsWith("APIs", StringComparison.Ordinal) => [Need.Permissions],
        _ when what.StartsWith("who holds which role", StringComparison.Ordinal) || what.StartsWith("roles", StringComparison.Ordinal) => [Need.Roles],
        _ => [],
    };
}
