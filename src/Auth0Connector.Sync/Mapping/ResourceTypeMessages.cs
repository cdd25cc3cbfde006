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
}
