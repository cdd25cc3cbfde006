using Auth0Connector.AccessFile.Format;

namespace Auth0Connector.Provisioning.Access;

/// <summary>What an entitlement of an access file gives. Its id is never taken apart: type, resource and slug say what it stands for.</summary>
public static class EntitlementAccess
{
    /// <summary>
    /// The slug of an entitlement; <see langword="null"/> where id and slug contradict each other or the resource. Some writers
    /// leave the slug out: what the id has after its resource is then the slug.
    /// </summary>
    public static string? Slug(string resourceType, string resourceId, string entitlementId, string slug)
    {
        if (slug.Length > 0)
        {
            return entitlementId.Length == 0 || entitlementId == AccessIds.Entitlement(resourceType, resourceId, slug) ? slug : null;
        }

        var prefix = AccessIds.Entitlement(resourceType, resourceId, "");
        return entitlementId.Length > prefix.Length && entitlementId.StartsWith(prefix, StringComparison.Ordinal) ? entitlementId[prefix.Length..] : null;
    }

    /// <summary>The change that gives or takes an entitlement; <see langword="null"/> where it cannot be granted here, or not to such a principal.</summary>
    public static AccessChange? Change(bool isGrant, string resourceType, string resourceId, string slug, string principalType, string principalId) =>
        TargetForms.OfEntitlement(resourceType, resourceId, slug) is { } target
        && PrincipalTypes.Of(principalType) is { } type
        && AccessKinds.IsHeldByFile(type)
        && new AccessChange(isGrant, type, principalId, target) is { IsPossible: true } change
            ? change
            : null;

    /// <summary>Whether anything that an entitlement of the resource type gives can be granted here.</summary>
    public static bool IsGranted(string resourceType) => TargetForms.IsGranted(resourceType);
}
