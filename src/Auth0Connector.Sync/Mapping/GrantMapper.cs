using Auth0Connector.AccessFile.Format;
using Auth0Connector.AccessFile.Messages;
using Auth0Connector.Vocabulary;

namespace Auth0Connector.Sync.Mapping;

/// <summary>Grants, with the copies that the Go connector puts inside (format section 4).</summary>
internal static class GrantMapper
{
    /// <summary>A grant carries its entitlement's id and a full copy of the resource, and only the id of the principal.</summary>
    public static Grant Of(Resource resource, string slug, string principalTypeId, string principalId)
    {
        var entitlementId = AccessIds.Entitlement(resource.Id.ResourceType, resource.Id.Resource, slug);
        return new Grant
        {
            Entitlement = new Entitlement { Resource = resource, Id = entitlementId },
            Principal = new Resource { Id = ResourceMapper.Id(principalTypeId, principalId) },
            Id = AccessIds.Grant(entitlementId, principalTypeId, principalId),
        };
    }

    /// <summary>Says that whoever holds an entitlement of the principal holds what is granted to it, however deep; people only.</summary>
    public static GrantExpandable Through(string principalTypeId, string principalId, string slug) => new()
    {
        EntitlementIds = { AccessIds.Entitlement(principalTypeId, principalId, slug) },
        ResourceTypeIds = { ResourceTypeIds.User },
    };

    /// <summary>Everybody in a group holds what the group holds.</summary>
    public static GrantExpandable ThroughGroup(string groupId) => Through(ResourceTypeIds.Group, groupId, EntitlementSlugs.Member);

    /// <summary>Everybody with a role holds what the role holds.</summary>
    public static GrantExpandable ThroughRole(string roleId) => Through(ResourceTypeIds.Role, roleId, EntitlementSlugs.Assigned);
}
