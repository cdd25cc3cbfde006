using Auth0Connector.Vocabulary;

namespace Auth0Connector.Provisioning.Access;

/// <summary>Every form of target: the ids that make it, and the entitlement of an access file that is it.</summary>
internal static class TargetForms
{
    private static readonly IReadOnlyList<TargetForm> All =
    [
        new(typeof(AccessTarget.TenantRole), static ids => ids.Role is { } role ? new AccessTarget.TenantRole(role) : null)
        {
            ResourceType = ResourceTypeIds.Role,
            OfEntitlement = static (role, slug) => slug == EntitlementSlugs.Assigned ? new AccessTarget.TenantRole(role) : null,
        },
        new(typeof(AccessTarget.Membership), static ids => ids.Organization is { } organization ? new AccessTarget.Membership(organization) : null)
        {
            ResourceType = ResourceTypeIds.Organization,
            OfEntitlement = static (organization, slug) => slug == EntitlementSlugs.Member ? new AccessTarget.Membership(organization) : null,
        },
        new(
            typeof(AccessTarget.OrganizationRole),
            static ids => ids is { Organization: { } organization, Role: { } role } ? new AccessTarget.OrganizationRole(organization, role) : null)
        {
            // Whatever else an organization gives is a role inside it.
            ResourceType = ResourceTypeIds.Organization,
            OfEntitlement = static (organization, role) => role != EntitlementSlugs.Member ? new AccessTarget.OrganizationRole(organization, role) : null,
        },
        new(typeof(AccessTarget.ApiScope), static ids => ids is { Api: { } api, Scope: { } scope } ? new AccessTarget.ApiScope(api, scope) : null),
    ];

    /// <summary>The target that is made of exactly these ids; <see langword="null"/> where none is.</summary>
    public static AccessTarget? Of(TargetIds ids) => All.Select(form => form.OfIds(ids)).FirstOrDefault(target => target?.Ids == ids);

    /// <summary>The target that an entitlement of a resource stands for; <see langword="null"/> where a file can grant nothing by it.</summary>
    public static AccessTarget? OfEntitlement(string resourceType, string resourceId, string slug) =>
        All.Where(form => form.ResourceType == resourceType).Select(form => form.OfEntitlement(resourceId, slug)).FirstOrDefault(static target => target is not null);

    /// <summary>Whether a file can grant targets of a form.</summary>
    public static bool IsInFile(Type target) => All.Any(form => form.Target == target && form.ResourceType is not null);

    /// <summary>Whether resources of a type give something that a file can grant.</summary>
    public static bool IsGranted(string resourceType) => All.Any(form => form.ResourceType == resourceType);

    private sealed record TargetForm(Type Target, Func<TargetIds, AccessTarget?> OfIds)
    {
        public string? ResourceType { get; init; }

        public Func<string, string, AccessTarget?> OfEntitlement { get; init; } = static (_, _) => null;
    }
}
