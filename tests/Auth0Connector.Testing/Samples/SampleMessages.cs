using Auth0Connector.AccessFile.Format;
using Auth0Connector.AccessFile.Messages;

namespace Auth0Connector.Testing.Samples;

/// <summary>Messages with the least that an access file needs.</summary>
public static class SampleMessages
{
    /// <summary>A resource that nothing is said of.</summary>
    public static Resource Bare(string type, string id) => new() { Id = new ResourceId { ResourceType = type, Resource = id } };

    /// <summary>A resource with a name.</summary>
    public static Resource Thing(string type, string id, string name) => new() { Id = new ResourceId { ResourceType = type, Resource = id }, DisplayName = name };

    /// <summary>Something that can be held of a resource.</summary>
    public static Entitlement Entitlement(Resource thing, string slug) => new()
    {
        Id = AccessIds.Entitlement(thing.Id.ResourceType, thing.Id.Resource, slug),
        Resource = thing,
        Slug = slug,
        DisplayName = $"{thing.DisplayName} {slug}",
    };

    /// <summary>Who holds it.</summary>
    public static Grant Grant(string type, string id, string slug, string principalType, string principalId)
    {
        var entitlement = AccessIds.Entitlement(type, id, slug);
        return new Grant
        {
            Id = AccessIds.Grant(entitlement, principalType, principalId),
            Entitlement = new Entitlement { Id = entitlement, Resource = Bare(type, id) },
            Principal = Bare(principalType, principalId),
        };
    }
}
