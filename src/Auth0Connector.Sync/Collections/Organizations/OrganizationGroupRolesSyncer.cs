using Auth0Connector.AccessFile.Staging;
using Auth0Connector.ManagementApi;
using Auth0Connector.ManagementApi.Paging;
using Auth0Connector.ManagementApi.Records;
using Auth0Connector.Sync.Mapping;
using Auth0Connector.Vocabulary;

namespace Auth0Connector.Sync.Collections.Organizations;

/// <summary>The roles that one group holds inside one organization; everybody in the group holds them there.</summary>
internal sealed class OrganizationGroupRolesSyncer(ManagementApiClient api) : PageSyncer<RoleRecord>
{
    public const string KindName = "organization-group-roles";

    public override CollectionInfo Info { get; } = new(
        KindName,
        OrganizationParts.GroupRoles,
        ResourceTypeIds.Organization,
        "GET /organizations/{id}/groups/{group_id}/roles",
        CollectionMethod.Checkpoint)
    {
        SubjectType = ResourceTypeIds.Organization,
        InsideType = ResourceTypeIds.Group,
        Rows = [RowKind.Grants(ResourceTypeIds.Organization, ResourceTypeIds.Group)],
    };

    protected override IAsyncEnumerable<ApiPage<RoleRecord>> ListAsync(ListSubject subject, CancellationToken cancellationToken) =>
        api.ListOrganizationGroupRolesAsync(subject.Thing.Id.Resource, subject.InsideId, subject.Cursor, cancellationToken);

    protected override bool IsTold(RoleRecord record) => !string.IsNullOrEmpty(record.Id);

    protected override StagedBatch Mean(IReadOnlyList<RoleRecord> records, ListSubject subject)
    {
        var groupId = subject.InsideId;
        return new StagedBatch
        {
            Entitlements = [.. records.Select(role => StagedEntitlement.From(EntitlementMapper.OrganizationRole(subject.Thing, role.Id!, role.Name)))],
            Grants =
            [
                .. records.Select(role => StagedGrant.From(
                    GrantMapper.Of(subject.Thing, role.Id!, ResourceTypeIds.Group, groupId),
                    GrantMapper.ThroughGroup(groupId))),
            ],
        };
    }
}
