using System.Runtime.CompilerServices;
using Auth0Connector.AccessFile.Messages;
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
            yield return Meaning(roles, SyncedPage.Of(page, page.Items.Count - roles.Count));
        }
    }

    private SyncedPage Meaning(IReadOnlyList<Resource> roles, SyncedPage page) => page with
    {
        Resources = [.. roles.Select(StagedResource.From)],
        Entitlements = [.. roles.SelectMany(role => RoleEntitlements.Of(role, parts))],
        Tasks =
        [
            .. parts.Reads(SyncPart.RoleUsers) ? roles.Select(RoleUsersSyncer.TaskFor) : [],
            .. parts.Reads(SyncPart.RolePermissions) ? roles.Select(RolePermissionsSyncer.TaskFor) : [],
        ],
    };
}
