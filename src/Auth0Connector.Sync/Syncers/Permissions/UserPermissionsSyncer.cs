using System.Runtime.CompilerServices;
using Auth0Connector.AccessFile.Staging;
using Auth0Connector.ManagementApi;
using Auth0Connector.Sync.Mapping;
using Auth0Connector.Sync.Preflight;
using Auth0Connector.Vocabulary;

namespace Auth0Connector.Sync.Syncers.Permissions;

/// <summary>
/// The scopes that one user holds directly; those that come through roles are told apart by the record itself.
/// </summary>
internal sealed class UserPermissionsSyncer(ManagementApiClient api) : ICollectionSyncer
{
    public const string KindName = "user-permissions";

    public CollectionInfo Info { get; } = new(
        KindName,
        SyncPart.UserPermissions,
        ResourceTypeIds.Scope,
        "GET /users/{id}/permissions",
        CollectionMethod.Numbers)
    {
        SubjectType = ResourceTypeIds.User,
        Rows = [RowKind.Grants(ResourceTypeIds.Scope, ResourceTypeIds.User)],
    };

    public async IAsyncEnumerable<SyncedPage> ReadAsync(
        StagedTask task,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var page in api.ListUserPermissionsAsync(task.Subject, task.Cursor, cancellationToken))
        {
            var direct = page.Items.Where(static permission => permission.IsDirect).ToList();
            var scopes = PermissionPages.ScopesOf(direct);
            yield return SyncedPage.Of(page, direct.Count - scopes.Count) with
            {
                Grants = [.. scopes.Select(scope => StagedGrant.From(GrantMapper.Of(scope, EntitlementSlugs.Granted, ResourceTypeIds.User, task.Subject)))],
            };
        }
    }
}
