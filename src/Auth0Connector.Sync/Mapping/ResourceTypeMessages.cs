using Auth0Connector.AccessFile.Messages;

namespace Auth0Connector.Sync.Mapping;

/// <summary>The resource types as they stand in the file, byte for byte those of the Go connector where it has them.</summary>
internal static class ResourceTypeMessages
{
    public static ResourceType User() => new()
    {
        Id = ResourceTypeIds.User,
        DisplayName = "User",
        Traits = { ResourceType.Types.Trait.User },
        Annotations = { Annotation.Pack(new SkipEntitlementsAndGrants()) },
    };

    public static ResourceType Organization() => new()
    {
        Id = ResourceTypeIds.Organization,
        DisplayName = "Organization",
        Traits = { ResourceType.Types.Trait.Group },
    };

    public static ResourceType Role() => new()
    {
        Id = ResourceTypeIds.Role,
        DisplayName = "Role",
        Traits = { ResourceType.Types.Trait.Role },
    };

    public static ResourceType Group() => new()
    {
        Id = ResourceTypeIds.Group,
        DisplayName = "Group",
        Traits = { ResourceType.Types.Trait.Group },
    };

    public static ResourceType ResourceServer() => new() { Id = ResourceTypeIds.ResourceServer, DisplayName = "Resource Server" };

    /// <summary>The Go connector marks scopes as without entitlements; ours have one.</summary>
    public static ResourceType Scope() => new() { Id = ResourceTypeIds.Scope, DisplayName = "Scope" };

    public static ResourceType Client() => new()
    {
        Id = ResourceTypeIds.Client,
        DisplayName = "Application",
        Traits = { ResourceType.Types.Trait.App },
        Annotations = { Annotation.Pack(new SkipEntitlementsAndGrants()) },
    };

    /// <summary>The message of any type that a sync can read.</summary>
    public static ResourceType Of(string id) => id switch
    {
        ResourceTypeIds.User => User(),
        ResourceTypeIds.Organization => Organization(),
        ResourceTypeIds.Role => Role(),
        ResourceTypeIds.ResourceServer => ResourceServer(),
        ResourceTypeIds.Scope => Scope(),
        ResourceTypeIds.Group => Group(),
        ResourceTypeIds.Client => Client(),
        _ => throw new ArgumentOutOfRangeException(nameof(id), id, "no such resource type"),
    };
}
