namespace Auth0Connector.Sync;

/// <summary>Ids of the resource types that a sync can read; the Go connector's where it has them (format section 5).</summary>
public static class ResourceTypeIds
{
    /// <summary>Users.</summary>
    public const string User = "user";

    /// <summary>Roles of the tenant.</summary>
    public const string Role = "role";

    /// <summary>Organizations.</summary>
    public const string Organization = "organization";

    /// <summary>Groups.</summary>
    public const string Group = "group";

    /// <summary>Every id that <c>--sync-resource-types</c> takes.</summary>
    public static IReadOnlyList<string> All { get; } = [User, Organization, Role];
}
