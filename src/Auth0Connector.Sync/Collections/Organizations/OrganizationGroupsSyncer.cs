using Auth0Connector.AccessFile.Staging;
using Auth0Connector.ManagementApi;
using Auth0Connector.ManagementApi.Paging;
using Auth0Connector.ManagementApi.Records;
using Auth0Connector.Vocabulary;

namespace Auth0Connector.Sync.Collections.Organizations;

/// <summary>The groups that have something to do with one organization; each makes the task of reading its roles there known.</summary>
internal sealed class OrganizationGroupsSyncer(ManagementApiClient api) : PageSyncer<GroupRecord>
{
    public const string KindName = "organization-groups";

    public override CollectionInfo Info { get; } = new(
        KindName,
        OrganizationParts.GroupRoles,
        ResourceTypeIds.Group,
        "GET /organizations/{id}/groups",
        CollectionMethod.Checkpoint)
    {
        SubjectType = ResourceTypeIds.Organization,
    };

    protected override IAsyncEnumerable<ApiPage<GroupRecord>> ListAsync(ListSubject subject, CancellationToken cancellationToken) =>
        api.ListOrganizationGroupsAsync(subject.Id, subject.Cursor, cancellationToken);

    protected override bool IsTold(GroupRecord record) => !string.IsNullOrEmpty(record.Id);

    protected override StagedBatch Mean(IReadOnlyList<GroupRecord> records, ListSubject subject) => new()
    {
        Tasks = [.. records.Select(group => ListSubject.TaskInside(OrganizationGroupRolesSyncer.KindName, subject.Task, group.Id!))],
    };
}
