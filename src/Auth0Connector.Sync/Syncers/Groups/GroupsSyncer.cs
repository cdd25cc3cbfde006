using System.Runtime.CompilerServices;
using Auth0Connector.AccessFile.Staging;
using Auth0Connector.ManagementApi;
using Auth0Connector.Sync.Mapping;
using Auth0Connector.Sync.Preflight;
using Auth0Connector.Vocabulary;

namespace Auth0Connector.Sync.Syncers.Groups;

/// <summary>The tenant's groups; each makes the task of reading its members known.</summary>
internal sealed class GroupsSyncer(ManagementApiClient api, SyncParts parts) : ICollectionSyncer
{
    public const string KindName = "groups";

    public CollectionInfo Info { get; } = new(KindName, SyncPart.Groups, ResourceTypeIds.Group, "GET /groups", CollectionMethod.Checkpoint)
    {
        Rows = [RowKind.Resources(ResourceTypeIds.Group)],
    };

    public async IAsyncEnumerable<SyncedPage> ReadAsync(
        StagedTask task,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var page in api.ListGroupsAsync(task.Cursor, cancellationToken))
        {
            var groups = page.Items
                .Where(static group => !string.IsNullOrEmpty(group.Id))
                .Select(static group => ResourceMapper.Group(group, group.Id!))
                .ToList();
            yield return GroupPages.Add(SyncedPage.Of(page, page.Items.Count - groups.Count), groups, parts);
        }
    }
}
