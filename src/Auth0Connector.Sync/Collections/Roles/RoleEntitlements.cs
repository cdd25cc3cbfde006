using Auth0Connector.AccessFile.Messages;
using Auth0Connector.AccessFile.Staging;
using Auth0Connector.Sync.Mapping;
using Auth0Connector.Sync.Parts;
using Auth0Connector.Vocabulary;

namespace Auth0Connector.Sync.Collections.Roles;

/// <summary>What can be held of a role: the role itself, and with scopes in the file its permissions.</summary>
internal static class RoleEntitlements
{
    public static IEnumerable<StagedEntitlement> Of(Resource role, SyncParts parts)
    {
        if (!parts.WithEntitlements)
        {
            yield break;
        }

        yield return StagedEntitlement.From(EntitlementMapper.RoleAssigned(role));
        if (parts.TypeSet.Contains(ResourceTypeIds.Scope))
        {
            yield return StagedEntitlement.From(EntitlementMapper.RoleHasPermission(role));
        }
    }
}
