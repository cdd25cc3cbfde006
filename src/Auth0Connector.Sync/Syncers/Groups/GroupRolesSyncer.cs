using System.Runtime.CompilerServices;
using Auth0Connector.AccessFile.Staging;
using Auth0Connector.ManagementApi;
using Auth0Connector.Sync.Mapping;
using Auth0Connector.Sync.Preflight;
using Auth0Connector.Vocabulary;

namespace Auth0Connector.Sync.Syncers.Groups;

/// <summary>The roles that one group holds in the whole tenant; for tenants with fewer groups than roles.</summary>
internal sealed class GroupRolesSyncer(ManagementApiClient api) : ICollectionSyncer
{
    public const string KindName = "group-roles";

    public CollectionInfo Info { get; } = new(KindName, SyncPart.GroupRoles, ResourceTypeIds.Role, "GET /groups/{id}/roles", CollectionMethod.Checkpoint)
    {
        SubjectType = ResourceTypeIds.Group,
        Rows = [RowKind.Grants(ResourceTypeIds.Role, ResourceTypeIds.Group)],
    };

    public async IAsyncEnumerable<SyncedPage> ReadAsync(
        StagedTask task,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var page in api.ListGroupRolesAsync(task.Subject, task.Cursor, cancellationToken))
        {
            var roles = page.Items.Where(static role => !string.IsNullOrEmpty(role.Id)).ToList();
            yield return SyncedPage.Of(page, page.Items.Count - roles.Count) with
            {
                Grants =
                [
                    .. roles.Select(role => StagedGrant.From(
                        GrantMapper.Of(ResourceMapper.Role(role, role.Id!), EntitlementSlugs.Assigned, ResourceTypeIds.Group, task.Subject),
                        GrantMapper.ThroughGroup(task.Subject))),
                ],
            };
        }
    }
}
