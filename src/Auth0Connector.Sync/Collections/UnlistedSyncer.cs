using System.Runtime.CompilerServices;
using Auth0Connector.AccessFile.Staging;
using Auth0Connector.ManagementApi;
using Auth0Connector.Sync.Parts;

namespace Auth0Connector.Sync.Collections;

/// <summary>One thing by id that was met elsewhere and not listed.</summary>
internal sealed class UnlistedSyncer(ManagementApiClient api, SyncParts parts, PartDefinition part, string endpoint, string collection) : ICollectionSyncer
{
    public CollectionInfo Info { get; } = new(part.UnlistedTask!, part, part.ResourceType, endpoint, CollectionMethod.ById) { Collection = collection };

    public async IAsyncEnumerable<CollectionPage> ReadAsync(
        StagedTask task,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return CollectionPage.Single(await part.ById!(api, parts, task.Subject, cancellationToken));
    }
}
