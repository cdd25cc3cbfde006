using System.Runtime.CompilerServices;
using Auth0Connector.AccessFile.Staging;
using Auth0Connector.ManagementApi;
using Auth0Connector.Sync.Preflight;
using Auth0Connector.Vocabulary;

namespace Auth0Connector.Sync.Syncers.Organizations;

/// <summary>The groups that have something to do with one organization; each makes the task of reading its roles there known.</summary>
internal sealed class OrganizationGroupsSyncer(ManagementApiClient api) : ICollectionSyncer
{
    public const string KindName = "organization-groups";

    public CollectionInfo Info { get; } = new(
        KindName,
        SyncPart.OrganizationGroupRoles,
        ResourceTypeIds.Group,
        "GET /organizations/{id}/groups",
        CollectionMethod.Checkpoint)
    {
        SubjectType = ResourceTypeIds.Organization,
    };

    public async IAsyncEnumerable<SyncedPage> ReadAsync(
        StagedTask task,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var page in api.ListOrganizationGroupsAsync(task.Subject, task.Cursor, cancellationToken))
        {
            var groups = page.Items.Where(static group => !string.IsNullOrEmpty(group.Id)).ToList();
            yield return SyncedPage.Of(page, page.Items.Count - groups.Count) with
            {
                Tasks = [.. groups.Select(group => OrganizationGroupRolesSyncer.TaskFor(task, group.Id!))],
            };
        }
    }
}
