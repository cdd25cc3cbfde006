using Auth0Connector.AccessFile.Messages;
using Auth0Connector.AccessFile.Staging;
using Auth0Connector.ManagementApi.Records;
using Auth0Connector.Sync.Mapping;
using Auth0Connector.Sync.Parts;
using Auth0Connector.Vocabulary;

namespace Auth0Connector.Sync.Collections.Permissions;

/// <summary>What an API means: its row, its scopes, and what can be held of either.</summary>
internal static class ResourceServerPages
{
    public static StagedBatch Of(IReadOnlyList<ResourceServerRecord> records, SyncParts parts)
    {
        var resources = new List<Resource>();
        var entitlements = new List<Entitlement>();
        var grants = new List<Grant>();
        foreach (var record in records)
        {
            var server = PermissionMapper.ResourceServer(record, record.Id!);
            resources.Add(server);
            entitlements.Add(EntitlementMapper.ResourceServerScope(server));
            foreach (var known in record.Scopes?.Where(static scope => !string.IsNullOrEmpty(scope.Value)) ?? [])
            {
                var scope = PermissionMapper.Scope(server, record.Identifier!, known);
                resources.Add(scope);
                entitlements.Add(EntitlementMapper.ScopeGranted(scope));
                grants.Add(GrantMapper.Of(server, EntitlementSlugs.Scope, ResourceTypeIds.Scope, scope.Id.Resource));
            }
        }

        return new StagedBatch
        {
            Resources = [.. resources.Select(StagedResource.From)],
            Entitlements = parts.WithEntitlements ? [.. entitlements.Select(StagedEntitlement.From)] : [],
            Grants = parts.WithGrants ? [.. grants.Select(static grant => StagedGrant.From(grant))] : [],
        };
    }
}
