using System.Runtime.CompilerServices;
using Auth0Connector.AccessFile.Staging;
using Auth0Connector.ManagementApi;
using Auth0Connector.Sync.Preflight;
using Auth0Connector.Vocabulary;

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
        CollectionMethod.Numbers)
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
            yield return ResourceServerPages.Add(SyncedPage.Of(page, page.Items.Count - servers.Count + unreadable), servers, parts);
        }
    }
}
