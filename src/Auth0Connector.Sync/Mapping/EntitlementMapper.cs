using Auth0Connector.AccessFile.Format;
using Auth0Connector.AccessFile.Messages;

namespace Auth0Connector.Sync.Mapping;

/// <summary>Entitlements and grants. Ids, slugs, texts and the copies inside are the Go connector's (format sections 4 and 5).</summary>
internal static class EntitlementMapper
{
    public const string Assigned = "assigned";
    public const string Member = "member";

    public static Entitlement RoleAssigned(Resource role) => Create(
        role,
        Assigned,
        $"{role.DisplayName} assigned",
        $"Assigned {role.DisplayName} role in Auth0",
        Entitlement.Types.PurposeValue.Assignment);

    public static Entitlement OrganizationMember(Resource organization) => Create(
        organization,
        Member,
        $"{organization.DisplayName} member",
        $"Member of {organization.DisplayName} organization in Auth0",
        Entitlement.Types.PurposeValue.Assignment);

    /// <summary>A grant carries its entitlement's id and a full copy of the resource, and only the id of the principal.</summary>
    public static Grant Grant(Resource resource, string slug, string principalTypeId, string principalId)
    {
        var entitlementId = AccessIds.Entitlement(resource.Id.ResourceType, resource.Id.Resource, slug);
        return new Grant
        {
            Entitlement = new Entitlement { Resource = resource, Id = entitlementId },
            Principal = new Resource { Id = ResourceMapper.Id(principalTypeId, principalId) },
            Id = AccessIds.Grant(entitlementId, principalTypeId, principalId),
        };
    }

    private static Entitlement Create(
        Resource resource,
        string slug,
        string displayName,
        string description,
        Entitlement.Types.PurposeValue purpose) => new()
        {
            Resource = resource,
            Id = AccessIds.Entitlement(resource.Id.ResourceType, resource.Id.Resource, slug),
            DisplayName = TextLimits.Cut(displayName, TextLimits.Name),
            Description = TextLimits.Cut(description, TextLimits.Description),
            GrantableTo = { ResourceTypeMessages.User(), ResourceTypeMessages.Group() },
            Purpose = purpose,
            Slug = slug,
        };
}
