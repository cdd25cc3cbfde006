using Auth0Connector.AccessFile.Messages;
using Auth0Connector.Vocabulary;
using Trait = Auth0Connector.AccessFile.Messages.ResourceType.Types.Trait;

namespace Auth0Connector.Analysis.Listing;

/// <summary>Which resource types hold things of a kind: in our files by their id, in other connectors' by what means the same.</summary>
internal static class ThingKinds
{
    // What other connectors call the scopes of an API.
    private const string ForeignPermission = "permission";

    /// <summary>Whether a type holds applications.</summary>
    public static bool IsApplication(ResourceType type) => type.Id == ResourceTypeIds.Client || type.Traits.Contains(Trait.App);

    /// <summary>Whether a resource type holds things of a kind: by our name, otherwise by its trait.</summary>
    public static bool Means(ThingKind kind, ResourceType type) => kind switch
    {
        ThingKind.User => type.Id == ResourceTypeIds.User || type.Traits.Contains(Trait.User),
        ThingKind.Role => type.Id == ResourceTypeIds.Role || type.Traits.Contains(Trait.Role),
        ThingKind.Organization => type.Id == ResourceTypeIds.Organization,
        ThingKind.Group => type.Id == ResourceTypeIds.Group || (type.Traits.Contains(Trait.Group) && type.Id != ResourceTypeIds.Organization),
        _ => type.Id is ResourceTypeIds.Scope or ForeignPermission,
    };

    /// <summary>The kind of what a resource type holds; null for an API, an application and whatever else.</summary>
    public static ThingKind? Of(ResourceType type) => Enum.GetValues<ThingKind>().Cast<ThingKind?>().FirstOrDefault(kind => Means(kind!.Value, type));

    /// <summary>The word of the report for a kind.</summary>
    public static string Word(ThingKind kind) => kind.ToString().ToLowerInvariant();
}
