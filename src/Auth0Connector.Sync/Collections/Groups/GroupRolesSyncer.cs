using Auth0Connector.AccessFile.Staging;
using Auth0Connector.ManagementApi;
using Auth0Connector.ManagementApi.Paging;
using Auth0Connector.ManagementApi.Records;
using Auth0Connector.Sync.Mapping;
using Auth0Connector.Vocabulary;

namespace Auth0Connector.Sync.Collections.Groups;

/// <summary>The roles that one group holds in the whole tenant; for tenants with fewer groups than roles.</summary>
internal sealed class GroupRolesSyncer(ManagementApiClient api) : PageSyncer<RoleRecord>
{
    public const string KindName = "group-roles";

    public override CollectionInfo Info { get; } = new(KindName, GroupParts.GroupRoles, ResourceTypeIds.Role, "GET /groups/{id}/roles", CollectionMethod.Checkpoint)
    {
        SubjectType = ResourceTypeIds.Group,
        Rows = [RowKind.Grants(ResourceTypeIds.Role, ResourceTypeIds.Group)],
    };

    protected override IAsyncEnumerable<ApiPage<RoleRecord>> ListAsync(ListSubject subject, CancellationToken cancellationToken) =>
        api.ListGroupRolesAsync(subject.Id, subject.Cursor, cancellationToken);

    protected override bool IsTold(RoleRecord record) => !string.IsNullOrEmpty(record.Id);

    protected override StagedBatch Mean(IReadOnlyList<RoleRecord> records, ListSubject subject) => new()
    {
        Grants =
        [
            .. records.Select(role => StagedGrant.From(
                GrantMapper.Of(ResourceMapper.Role(role, role.Id!), EntitlementSlugs.Assigned, ResourceTypeIds.Group, subject.Id),
                GrantMapper.ThroughGroup(subject.Id))),
        ],
    };
}
