using Auth0Connector.AccessFile.Messages;

namespace Auth0Connector.Analysis.Listing;

/// <summary>What stands for a row that another row speaks of and the file does not have; the ecosystem's words.</summary>
internal static class Missing
{
    public static ResourceType Type(string id) => new() { Id = id, DisplayName = $"MISSING RESOURCE TYPE ({id})" };

    public static Resource Resource(string typeId, string id) => new()
    {
        Id = new ResourceId { ResourceType = typeId, Resource = id },
        DisplayName = $"MISSING RESOURCE ({typeId}:{id})",
    };

    public static Entitlement Entitlement(string id, string typeId, string resourceId) => new()
    {
        Id = id,
        DisplayName = $"MISSING ENTITLEMENT ({id})",
        Resource = Resource(typeId, resourceId),
    };
}
