using Auth0Connector.AccessFile.Staging;
using Auth0Connector.ManagementApi;
using Auth0Connector.ManagementApi.Paging;
using Auth0Connector.ManagementApi.Records;
using Auth0Connector.Sync.Mapping;
using Auth0Connector.Sync.Parts;
using Auth0Connector.Vocabulary;

namespace Auth0Connector.Sync.Collections.Organizations;

/// <summary>The tenant's organizations; each makes the tasks of reading what is in it known.</summary>
internal sealed class OrganizationsSyncer(ManagementApiClient api, SyncParts parts) : PageSyncer<OrganizationRecord>
{
    public const string KindName = "organizations";

    public override CollectionInfo Info { get; } = new(KindName, OrganizationParts.Organizations, ResourceTypeIds.Organization, "GET /organizations", CollectionMethod.Checkpoint)
    {
        Rows = [RowKind.Resources(ResourceTypeIds.Organization)],
    };

    protected override IAsyncEnumerable<ApiPage<OrganizationRecord>> ListAsync(ListSubject subject, CancellationToken cancellationToken) =>
        api.ListOrganizationsAsync(subject.Cursor, cancellationToken);

    protected override bool IsTold(OrganizationRecord record) => !string.IsNullOrEmpty(record.Id);

    protected override StagedBatch Mean(IReadOnlyList<OrganizationRecord> records, ListSubject subject) =>
        OrganizationPages.Begin([.. records.Select(static organization => ResourceMapper.Organization(organization, organization.Id!))], parts);
}
