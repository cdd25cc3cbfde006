using Auth0Connector.AccessFile.Staging;
using Auth0Connector.ManagementApi;
using Auth0Connector.ManagementApi.Paging;
using Auth0Connector.ManagementApi.Records;
using Auth0Connector.Sync.Mapping;
using Auth0Connector.Sync.Parts;
using Auth0Connector.Vocabulary;

namespace Auth0Connector.Sync.Collections.Groups;

/// <summary>The tenant's groups; each makes the task of reading its members known.</summary>
internal sealed class GroupsSyncer(ManagementApiClient api, SyncParts parts) : PageSyncer<GroupRecord>
{
    public const string KindName = "groups";

    public override CollectionInfo Info { get; } = new(KindName, GroupParts.Groups, ResourceTypeIds.Group, "GET /groups", CollectionMethod.Checkpoint)
    {
        Rows = [RowKind.Resources(ResourceTypeIds.Group)],
    };

    protected override IAsyncEnumerable<ApiPage<GroupRecord>> ListAsync(ListSubject subject, CancellationToken cancellationToken) =>
        api.ListGroupsAsync(subject.Cursor, cancellationToken);

    protected override bool IsTold(GroupRecord record) => !string.IsNullOrEmpty(record.Id);

    protected override StagedBatch Mean(IReadOnlyList<GroupRecord> records, ListSubject subject) =>
        GroupPages.Of([.. records.Select(static group => ResourceMapper.Group(group, group.Id!))], parts);
}
