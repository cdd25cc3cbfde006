using Auth0Connector.AccessFile.Staging;
using Auth0Connector.ManagementApi;
using Auth0Connector.ManagementApi.Paging;
using Auth0Connector.ManagementApi.Records;
using Auth0Connector.Sync.Mapping;
using Auth0Connector.Vocabulary;

namespace Auth0Connector.Sync.Collections.Groups;

/// <summary>The groups that hold one role in the whole tenant; for tenants with fewer roles than groups.</summary>
internal sealed class RoleGroupsSyncer(ManagementApiClient api) : PageSyncer<GroupRecord>
{
    public const string KindName = "role-groups";

    public override CollectionInfo Info { get; } = new(KindName, GroupParts.GroupRoles, ResourceTypeIds.Role, "GET /roles/{id}/groups", CollectionMethod.Checkpoint)
    {
        SubjectType = ResourceTypeIds.Role,
        Rows = [RowKind.Grants(ResourceTypeIds.Role, ResourceTypeIds.Group)],
    };

    protected override IAsyncEnumerable<ApiPage<GroupRecord>> ListAsync(ListSubject subject, CancellationToken cancellationToken) =>
        api.ListRoleGroupsAsync(subject.Id, subject.Cursor, cancellationToken);

    protected override bool IsTold(GroupRecord record) => !string.IsNullOrEmpty(record.Id);

    protected override StagedBatch Mean(IReadOnlyList<GroupRecord> records, ListSubject subject) => new()
    {
        Grants =
        [
            .. records.Select(group => StagedGrant.From(
                GrantMapper.Of(subject.Thing, EntitlementSlugs.Assigned, ResourceTypeIds.Group, group.Id!),
                GrantMapper.ThroughGroup(group.Id!))),
        ],
    };
}
