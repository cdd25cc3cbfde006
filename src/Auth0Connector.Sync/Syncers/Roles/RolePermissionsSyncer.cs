using System.Runtime.CompilerServices;
using Auth0Connector.AccessFile.Messages;
using Auth0Connector.AccessFile.Staging;
using Auth0Connector.ManagementApi;
using Auth0Connector.Sync.Mapping;
using Auth0Connector.Sync.Preflight;
using Auth0Connector.Sync.Syncers.Permissions;
using Auth0Connector.Vocabulary;
using Google.Protobuf;

namespace Auth0Connector.Sync.Syncers.Roles;

/// <summary>
/// The scopes that one role holds, both ways round: as the Go connector has them, and as grants of the scope to the role
/// that whoever holds the role inherits.
/// </summary>
internal sealed class RolePermissionsSyncer(ManagementApiClient api) : ICollectionSyncer
{
    public const string KindName = "role-permissions";

    public CollectionInfo Info { get; } = new(KindName, SyncPart.RolePermissions, ResourceTypeIds.Role, "GET /roles/{id}/permissions", CollectionMethod.Numbers)
    {
        SubjectType = ResourceTypeIds.Role,
        Rows = [RowKind.Grants(ResourceTypeIds.Role, ResourceTypeIds.Scope)],
        MirroredRows = [RowKind.Grants(ResourceTypeIds.Scope, ResourceTypeIds.Role)],
    };

    public static StagedTask TaskFor(Resource role) =>
        new(KindName, role.Id.Resource) { Payload = role.ToByteArray() };

    public async IAsyncEnumerable<SyncedPage> ReadAsync(
        StagedTask task,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var role = Resource.Parser.ParseFrom(task.Payload);
        await foreach (var page in api.ListRolePermissionsAsync(task.Subject, task.Cursor, cancellationToken))
        {
            var scopes = PermissionPages.ScopesOf(page.Items);
            yield return SyncedPage.Of(page, page.Items.Count - scopes.Count) with
            {
                Grants = [.. scopes.SelectMany(scope => Both(role, scope))],
            };
        }
    }

    private static IEnumerable<StagedGrant> Both(Resource role, Resource scope)
    {
        yield return StagedGrant.From(GrantMapper.Of(role, EntitlementSlugs.HasPermission, ResourceTypeIds.Scope, scope.Id.Resource));
        yield return StagedGrant.From(
            GrantMapper.Of(scope, EntitlementSlugs.Granted, ResourceTypeIds.Role, role.Id.Resource),
            GrantMapper.ThroughRole(role.Id.Resource));
    }
}
