using System.Runtime.CompilerServices;
using Auth0Connector.AccessFile.Staging;
using Auth0Connector.ManagementApi;
using Auth0Connector.Sync.Mapping;
using Auth0Connector.Sync.Preflight;
using Auth0Connector.Vocabulary;

namespace Auth0Connector.Sync.Syncers.Permissions;

/// <summary>One application by id: one that holds a grant and was not listed.</summary>
internal sealed class UnlistedClientSyncer(ManagementApiClient api) : ICollectionSyncer
{
    public const string KindName = "unlisted-client";

    public CollectionInfo Info { get; } = new(KindName, SyncPart.Clients, ResourceTypeIds.Client, "GET /clients/{id}", CollectionMethod.ById)
    {
        Collection = ClientsSyncer.KindName,
    };

    public async IAsyncEnumerable<SyncedPage> ReadAsync(
        StagedTask task,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var client = await api.FindClientAsync(task.Subject, cancellationToken);
        yield return SyncedPage.Single(found: client is not null) with
        {
            Resources = client is null ? [] : [StagedResource.From(ClientMapper.Client(client, task.Subject))],
        };
    }
}
