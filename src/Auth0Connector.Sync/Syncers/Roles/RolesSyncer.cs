using System.Runtime.CompilerServices;
using Auth0Connector.AccessFile.Staging;
using Auth0Connector.ManagementApi;
using Auth0Connector.Sync.Mapping;
using Auth0Connector.Sync.Preflight;

namespace Auth0Connector.Sync.Syncers.Roles;

/// <summary>The tenant's roles; each makes the tasks of reading its users and its permissions known.</summary>
internal sealed class RolesSyncer(ManagementApiClient api, SyncParts parts) : ICollectionSyncer
{
    public const string KindName = "roles";

    public CollectionInfo Info { get; } = new(KindName, SyncPart.Roles, ResourceTypeIds.Role, "GET /roles", CollectionMethod.Offset)
    {
        Rows = [RowKind.Resources(ResourceTypeIds.Role)],
    };

    public async IAsyncEnumerable<SyncedPage> ReadAsync(
        StagedTask task,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var page in api.ListRolesAsync(task.Cursor, cancellationToken))
        {
            var roles = page.Items
                .Where(static role => !string.IsNullOrEmpty(role.Id))
                .Select(static role => ResourceMapper.Role(role, role.Id!))
                .ToList();
            yield return RolePages.Add(SyncedPage.Of(page, page.Items.Count - roles.Count), roles, parts);
        }
    }
}
