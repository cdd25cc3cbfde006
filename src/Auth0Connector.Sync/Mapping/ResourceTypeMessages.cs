using Auth0Connector.AccessFile.Messages;
using Auth0Connector.Vocabulary;

namespace Auth0Connector.Sync.Mapping;

/// <summary>The resource types as they stand in the file, byte for byte those of the Go connector where it has them.</summary>
internal static class ResourceTypeMessages
{
    public static ResourceType User() => Of(ResourceTypeIds.User);

    public static ResourceType Group() => Of(ResourceTypeIds.Group);

    public static ResourceType Role() => Of(ResourceTypeIds.Role);

    public static ResourceType Scope() => Of(ResourceTypeIds.Scope);

    public static ResourceType Client() => Of(ResourceTypeIds.Client);

    /// <summary>The message of any type that a sync can read.</summary>
    public static ResourceType Of(string id)
    {
        var type = ResourceTypes.Of(id);
        var message = new ResourceType { Id = type.Id, DisplayName = type.Name };
        if (type.Trait != ResourceTrait.None)
        {
            message.Traits.Add(TraitOf(type.Trait));
        }

        if (type.GivesNothing)
        {
            message.Annotations.Add(Annotation.Pack(new SkipEntitlementsAndGrants()));
        }

        return message;
    }

    private static ResourceType.Types.Trait TraitOf(ResourceTrait trait) => trait switch
    {
        ResourceTrait.User => ResourceType.Types.Trait.User,
        ResourceTrait.Role => ResourceType.Types.Trait.Role,
        ResourceTrait.Group => ResourceType.Types.Trait.Group,
        _ => ResourceType.Types.Trait.App,
    };
}
