namespace Auth0Connector.Vocabulary;

/// <summary>
/// Slugs of the entitlements that we write, the Go connector's where it has them (format section 5). A role held inside an
/// organization has the role's id as slug.
/// </summary>
public static class EntitlementSlugs
{
    /// <summary>Holding a role.</summary>
    public const string Assigned = "assigned";

    /// <summary>Belonging to an organization or a group.</summary>
    public const string Member = "member";

    /// <summary>What the Go connector gives a role's scopes on the role; no person holds it (format section 9).</summary>
    public const string HasPermission = "has_permission";

    /// <summary>Being a scope of an API.</summary>
    public const string Scope = "scope";

    /// <summary>Holding a scope.</summary>
    public const string Granted = "granted";
}
