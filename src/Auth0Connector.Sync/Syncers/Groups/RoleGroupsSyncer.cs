using System.Runtime.CompilerServices;
using Auth0Connector.AccessFile.Messages;
using Auth0Connector.AccessFile.Staging;
using Auth0Connector.ManagementApi;
using Auth0Connector.Sync.Mapping;
using Auth0Connector.Sync.Preflight;
using Auth0Connector.Vocabulary;

namespace Auth0Connector.Sync.Syncers.Groups;

/// <summary>The groups that hold one role in the whole tenant; for tenants with fewer roles than groups.</summary>
internal sealed class RoleGroupsSyncer(ManagementApiClient api) : ICollectionSyncer
{
    public const string KindName = "role-groups";

    public CollectionInfo Info { get; } = new(KindName, SyncPart.GroupRoles, ResourceTypeIds.Role, "GET /roles/{id}/groups", CollectionMethod.Checkpoint)
    {
        SubjectType = ResourceTypeIds.Role,
        Rows = [RowKind.Grants(ResourceTypeIds.Role, ResourceTypeIds.Group)],
    };

    public async IAsyncEnumerable<SyncedPage> ReadAsync(
        StagedTask task,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var role = Resource.Parser.ParseFrom(task.Payload);
        await foreach (var page in api.ListRoleGroupsAsync(task.Subject, task.Cursor, cancellationToken))
        {
            var groups = page.Items.Where(static group => !string.IsNullOrEmpty(group.Id)).ToList();
            yield return SyncedPage.Of(page, page.Items.Count - groups.Count) with
            {
                Grants =
                [
                    .. groups.Select(group => StagedGrant.From(
                        GrantMapper.Of(role, EntitlementSlugs.Assigned, ResourceTypeIds.Group, group.Id!),
                        GrantMapper.ThroughGroup(group.Id!))),
                ],
            };
        }
    }
}
