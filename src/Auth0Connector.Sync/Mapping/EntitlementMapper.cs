using Auth0Connector.AccessFile.Format;
using Auth0Connector.AccessFile.Messages;
using Auth0Connector.Vocabulary;

namespace Auth0Connector.Sync.Mapping;

/// <summary>Entitlements. Ids, slugs, texts and the copies inside are the Go connector's where it has them (format sections 4 and 5).</summary>
internal static class EntitlementMapper
{
    public static Entitlement RoleAssigned(Resource role) => Create(
        role,
        EntitlementSlugs.Assigned,
        $"{role.DisplayName} assigned",
        $"Assigned {role.DisplayName} role in Auth0",
        Entitlement.Types.PurposeValue.Assignment,
        ResourceTypeMessages.User(),
        ResourceTypeMessages.Group());

    public static Entitlement RoleHasPermission(Resource role) => Immutable(Create(
        role,
        EntitlementSlugs.HasPermission,
        $"{role.DisplayName} has_permission",
        $"Has {role.DisplayName} role permissions in Auth0",
        Entitlement.Types.PurposeValue.Permission,
        ResourceTypeMessages.Scope()));

    public static Entitlement OrganizationMember(Resource organization) => Create(
        organization,
        EntitlementSlugs.Member,
        $"{organization.DisplayName} member",
        $"Member of {organization.DisplayName} organization in Auth0",
        Entitlement.Types.PurposeValue.Assignment,
        ResourceTypeMessages.User(),
        ResourceTypeMessages.Group());

    /// <summary>A role held inside an organization: its slug is the role's id.</summary>
    public static Entitlement OrganizationRole(Resource organization, string roleId, string? roleName)
    {
        var name = ResourceMapper.Name(roleName, roleId);
        return Create(
            organization,
            roleId,
            $"{organization.DisplayName} {name}",
            $"Holds the {name} role in {organization.DisplayName} organization in Auth0",
            Entitlement.Types.PurposeValue.Assignment,
            ResourceTypeMessages.User(),
            ResourceTypeMessages.Group());
    }

    public static Entitlement GroupMember(Resource group) => Create(
        group,
        EntitlementSlugs.Member,
        $"{group.DisplayName} member",
        $"Member of {group.DisplayName} group in Auth0",
        Entitlement.Types.PurposeValue.Assignment,
        ResourceTypeMessages.User(),
        ResourceTypeMessages.Group());

    public static Entitlement ResourceServerScope(Resource server) => Immutable(Create(
        server,
        EntitlementSlugs.Scope,
        "Scope",
        "The scope of the resource server, which defines the permissions granted to the resource server.",
        Entitlement.Types.PurposeValue.Permission,
        ResourceTypeMessages.Scope()));

    public static Entitlement ScopeGranted(Resource scope) => Create(
        scope,
        EntitlementSlugs.Granted,
        $"{scope.DisplayName} granted",
        $"May use {scope.DisplayName} in Auth0",
        Entitlement.Types.PurposeValue.Permission,
        ResourceTypeMessages.Role(),
        ResourceTypeMessages.User(),
        ResourceTypeMessages.Client());

    private static Entitlement Create(
        Resource resource,
        string slug,
        string displayName,
        string description,
        Entitlement.Types.PurposeValue purpose,
        params ReadOnlySpan<ResourceType> grantableTo)
    {
        var entitlement = new Entitlement
        {
            Resource = resource,
            Id = AccessIds.Entitlement(resource.Id.ResourceType, resource.Id.Resource, slug),
            DisplayName = TextLimits.Cut(displayName, TextLimits.Name),
            Description = TextLimits.Cut(description, TextLimits.Description),
            Purpose = purpose,
            Slug = slug,
        };
        foreach (var type in grantableTo)
        {
            entitlement.GrantableTo.Add(type);
        }

        return entitlement;
    }

    private static Entitlement Immutable(Entitlement entitlement)
    {
        entitlement.Annotations.Add(Annotation.Pack(new EntitlementImmutable()));
        return entitlement;
    }
}
