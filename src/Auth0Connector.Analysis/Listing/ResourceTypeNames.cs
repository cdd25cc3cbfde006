using Auth0Connector.AccessFile.Messages;
using Trait = Auth0Connector.AccessFile.Messages.ResourceType.Types.Trait;

namespace Auth0Connector.Analysis.Listing;

/// <summary>The resource types of our files, and which types of other connectors' files mean the same.</summary>
internal static class ResourceTypeNames
{
    public const string User = "user";
    public const string Role = "role";
    public const string Organization = "organization";
    public const string Group = "group";
    public const string Api = "resource_server";
    public const string Scope = "scope";
    public const string Client = "client";

    /// <summary>The slug under which the Go connector has the scopes of a role as principals (format section 9).</summary>
    public const string HasPermission = "has_permission";

    /// <summary>Whether a type holds applications.</summary>
    public static bool IsApplication(ResourceType type) => type.Id == Client || type.Traits.Contains(Trait.App);

    /// <summary>Whether a resource type holds things of a kind: by our name, otherwise by its trait.</summary>
    public static bool Means(ThingKind kind, ResourceType type) => kind switch
    {
        ThingKind.User => type.Id == User || type.Traits.Contains(Trait.User),
        ThingKind.Role => type.Id == Role || type.Traits.Contains(Trait.Role),
        ThingKind.Organization => type.Id == Organization,
        ThingKind.Group => type.Id == Group || (type.Traits.Contains(Trait.Group) && type.Id != Organization),
        _ => type.Id is Scope or "permission",
    };
}
