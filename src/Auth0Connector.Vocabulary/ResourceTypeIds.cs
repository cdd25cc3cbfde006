namespace Auth0Connector.Vocabulary;

/// <summary>Ids of the resource types that we read; the Go connector's where it has them (format section 5).</summary>
public static class ResourceTypeIds
{
    /// <summary>Users.</summary>
    public const string User = "user";

    /// <summary>Organizations.</summary>
    public const string Organization = "organization";

    /// <summary>Roles of the tenant.</summary>
    public const string Role = "role";

    /// <summary>APIs.</summary>
    public const string ResourceServer = "resource_server";

    /// <summary>Scopes of APIs.</summary>
    public const string Scope = "scope";

    /// <summary>Groups.</summary>
    public const string Group = "group";

    /// <summary>Applications.</summary>
    public const string Client = "client";

    /// <summary>Every id that <c>--sync-resource-types</c> takes, in the order of the file.</summary>
    public static IReadOnlyList<string> All { get; } = [.. ResourceTypes.All.Select(static type => type.Id)];
}
