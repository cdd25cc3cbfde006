using System.Runtime.CompilerServices;
using Auth0Connector.AccessFile.Staging;
using Auth0Connector.ManagementApi;
using Auth0Connector.Sync.Mapping;
using Auth0Connector.Sync.Preflight;
using Auth0Connector.Vocabulary;

namespace Auth0Connector.Sync.Syncers.Organizations;

/// <summary>The tenant's organizations; each makes the tasks of reading what is in it known.</summary>
internal sealed class OrganizationsSyncer(ManagementApiClient api, SyncParts parts) : ICollectionSyncer
{
    public const string KindName = "organizations";

    public CollectionInfo Info { get; } = new(KindName, SyncPart.Organizations, ResourceTypeIds.Organization, "GET /organizations", CollectionMethod.Checkpoint)
    {
        Rows = [RowKind.Resources(ResourceTypeIds.Organization)],
    };

    public async IAsyncEnumerable<SyncedPage> ReadAsync(
        StagedTask task,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var page in api.ListOrganizationsAsync(task.Cursor, cancellationToken))
        {
            var organizations = page.Items
                .Where(static organization => !string.IsNullOrEmpty(organization.Id))
                .Select(static organization => ResourceMapper.Organization(organization, organization.Id!))
                .ToList();
            yield return OrganizationPages.Begin(SyncedPage.Of(page, page.Items.Count - organizations.Count), organizations, parts);
        }
    }
}
