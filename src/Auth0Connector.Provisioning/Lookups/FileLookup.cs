using Auth0Connector.AccessFile.Reading;
using Auth0Connector.Provisioning.Access;

namespace Auth0Connector.Provisioning.Lookups;

/// <summary>
/// Finds in an access file what the ecosystem's flags name (format document, section 8). Ids are never taken apart: the
/// columns say what they stand for.
/// </summary>
public sealed class FileLookup(AccessFileReader file)
{
    /// <summary>The grant of an entitlement to a principal.</summary>
    /// <exception cref="ProvisioningException">One of them is not in the file.</exception>
    public AccessChange Grant(string entitlementId, string principalId, string principalType, CancellationToken cancellationToken)
    {
        var sync = Sync();
        var entitlement = Entitlement(sync, entitlementId, cancellationToken);
        _ = file.ReadResources(sync, new ResourceFilter { ResourceTypeId = principalType, ResourceId = principalId }, cancellationToken).FirstOrDefault()
            ?? throw Missing($"no resource of type '{principalType}' has the id '{principalId}'");
        return Change(isGrant: true, entitlement, principalType, principalId);
    }

    /// <summary>The end of a grant.</summary>
    /// <exception cref="ProvisioningException">It is not in the file.</exception>
    public AccessChange Revoke(string grantId, CancellationToken cancellationToken)
    {
        var sync = Sync();
        var grant = file.ReadGrants(sync, GrantFilter.All, cancellationToken).FirstOrDefault(row => row.Id == grantId)
            ?? throw Missing($"no grant has the id '{grantId}'");
        return Change(isGrant: false, Entitlement(sync, grant.EntitlementId, cancellationToken), grant.PrincipalTypeId, grant.PrincipalId);
    }

    private static AccessChange Change(bool isGrant, EntitlementRow entitlement, string principalType, string principalId)
    {
        var slug = entitlement.Message.Slug is { Length: > 0 } written ? written : EntitlementAccess.Slug(entitlement.ResourceTypeId, entitlement.ResourceId, entitlement.Id, "");
        var target = (slug is null ? null : TargetForms.OfEntitlement(entitlement.ResourceTypeId, entitlement.ResourceId, slug))
            ?? throw new ProvisioningException(ProvisioningErrorKind.Unusable, $"'{entitlement.Id}' cannot be granted or revoked here; roles and memberships can");
        if (PrincipalTypes.Of(principalType) is not { } type || !AccessKinds.IsHeldByFile(type))
        {
            throw new ProvisioningException(ProvisioningErrorKind.Unusable, $"unknown provisioning action: a principal of type '{principalType}' holds no roles and memberships");
        }

        var change = new AccessChange(isGrant, type, principalId, target);
        change.Check();
        return change;
    }

    private EntitlementRow Entitlement(SyncRun sync, string id, CancellationToken cancellationToken) =>
        file.ReadEntitlements(sync, new EntitlementFilter { EntitlementId = id }, cancellationToken).FirstOrDefault()
        ?? throw Missing($"no entitlement has the id '{id}'");

    private SyncRun Sync() => file.CurrentSync ?? throw Missing("there is no finished sync");

    private ProvisioningException Missing(string what) =>
        new(ProvisioningErrorKind.NotFound, $"{what} in {Path.GetFileName(file.Path)}; sync again if it is new");
}
