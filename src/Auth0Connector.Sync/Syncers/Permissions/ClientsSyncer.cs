using System.Runtime.CompilerServices;
using Auth0Connector.AccessFile.Staging;
using Auth0Connector.ManagementApi;
using Auth0Connector.Sync.Mapping;
using Auth0Connector.Sync.Preflight;
using Auth0Connector.Vocabulary;

namespace Auth0Connector.Sync.Syncers.Permissions;

/// <summary>The tenant's applications. Those without any grant leave the file again unless all were asked for.</summary>
internal sealed class ClientsSyncer(ManagementApiClient api) : ICollectionSyncer
{
    public const string KindName = "clients";

    public CollectionInfo Info { get; } = new(KindName, SyncPart.Clients, ResourceTypeIds.Client, "GET /clients", CollectionMethod.Checkpoint)
    {
        Rows = [RowKind.Resources(ResourceTypeIds.Client)],
    };

    public async IAsyncEnumerable<SyncedPage> ReadAsync(
        StagedTask task,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var page in api.ListClientsAsync(task.Cursor, cancellationToken))
        {
            var clients = page.Items.Where(static client => !string.IsNullOrEmpty(client.ClientId)).ToList();
            yield return SyncedPage.Of(page, page.Items.Count - clients.Count) with
            {
                Resources = [.. clients.Select(static client => StagedResource.From(ClientMapper.Client(client, client.ClientId!)))],
            };
        }
    }
}
