using System.Runtime.CompilerServices;
using Auth0Connector.AccessFile.Staging;
using Auth0Connector.ManagementApi;
using Auth0Connector.Sync.Mapping;
using Auth0Connector.Sync.Preflight;
using Auth0Connector.Vocabulary;

namespace Auth0Connector.Sync.Syncers.Groups;

/// <summary>One group by id: a group met as a member or holder that was not listed. Its own members are read as well.</summary>
internal sealed class UnlistedGroupSyncer(ManagementApiClient api, SyncParts parts) : ICollectionSyncer
{
    public const string KindName = "unlisted-group";

    public CollectionInfo Info { get; } = new(KindName, SyncPart.Groups, ResourceTypeIds.Group, "GET /groups/{id}", CollectionMethod.ById)
    {
        Collection = GroupsSyncer.KindName,
    };

    public async IAsyncEnumerable<SyncedPage> ReadAsync(
        StagedTask task,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var group = await api.FindGroupAsync(task.Subject, cancellationToken);
        var page = SyncedPage.Single(found: group is not null);
        yield return group is null ? page : GroupPages.Add(page, [ResourceMapper.Group(group, task.Subject)], parts);
    }
}
