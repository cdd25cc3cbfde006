using System.Runtime.CompilerServices;
using Auth0Connector.AccessFile.Messages;
using Auth0Connector.AccessFile.Staging;
using Auth0Connector.ManagementApi;
using Auth0Connector.ManagementApi.Records;
using Auth0Connector.Sync.Mapping;
using Auth0Connector.Sync.Preflight;

namespace Auth0Connector.Sync.Syncers.Permissions;

/// <summary>The tenant's APIs with their scopes, which stand in the listing itself.</summary>
internal sealed class ResourceServersSyncer(ManagementApiClient api, SyncParts parts) : ICollectionSyncer
{
    public const string KindName = "resource-servers";

    public CollectionInfo Info { get; } = new(
        KindName,
        SyncPart.ResourceServers,
        ResourceTypeIds.ResourceServer,
        "GET /resource-servers",
        CollectionMethod.Offset)
    {
        Rows = [RowKind.Resources(ResourceTypeIds.ResourceServer)],
    };

    public async IAsyncEnumerable<SyncedPage> ReadAsync(
        StagedTask task,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var page in api.ListResourceServersAsync(task.Cursor, cancellationToken))
        {
            var servers = page.Items.Where(static server => !string.IsNullOrEmpty(server.Id) && !string.IsNullOrEmpty(server.Identifier)).ToList();
            var unreadable = servers.Sum(static server => server.Scopes?.Count(static scope => string.IsNullOrEmpty(scope.Value)) ?? 0);
            yield return Meaning(servers, SyncedPage.Of(page, page.Items.Count - servers.Count + unreadable));
        }
    }

    private SyncedPage Meaning(IReadOnlyList<ResourceServerRecord> records, SyncedPage page)
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
                grants.Add(GrantMapper.Of(server, EntitlementMapper.Scope, ResourceTypeIds.Scope, scope.Id.Resource));
            }
        }

        return page with
        {
            Resources = [.. resources.Select(StagedResource.From)],
            Entitlements = parts.WithEntitlements ? [.. entitlements.Select(StagedEntitlement.From)] : [],
            Grants = parts.WithGrants ? [.. grants.Select(static grant => StagedGrant.From(grant))] : [],
        };
    }
}
