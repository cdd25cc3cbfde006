using Auth0Connector.AccessFile.Format;
using Auth0Connector.AccessFile.Messages;
using Auth0Connector.Vocabulary;

namespace Auth0Connector.Service.Tasks.Changes;

/// <summary>Ids as tasks name them: any text, with bars, colons and slashes in it.</summary>
internal static class AskedIds
{
    // The ecosystem's own limit.
    private const int Longest = 1024;

    /// <summary>Whether an id says both what it is of and which.</summary>
    public static bool IsWhole(ResourceId? id) =>
        id is { ResourceType.Length: > 0 and <= Longest, Resource.Length: > 0 and <= Longest };

    /// <summary>Whether an id is there at all.</summary>
    public static bool IsEmpty(ResourceId? id) => id is null or { ResourceType.Length: 0, Resource.Length: 0 };

    /// <summary>Whether the id of a grant has the form of ours and is that of another grant; ids of other forms say nothing.</summary>
    public static bool IsOfAnotherGrant(string grantId, ResourceId resource, string slug, ResourceId principal) =>
        ResourceTypes.All.Any(type => grantId.StartsWith($"{type.Id}:", StringComparison.Ordinal))
        && grantId != AccessIds.Grant(AccessIds.Entitlement(resource.ResourceType, resource.Resource, slug), principal.ResourceType, principal.Resource);
}
