using Auth0Connector.AccessFile.Messages;
using Auth0Connector.AccessFile.Staging;
using Auth0Connector.ManagementApi;
using Auth0Connector.ManagementApi.Paging;
using Auth0Connector.ManagementApi.Records;
using Auth0Connector.Sync.Collections.Permissions;
using Auth0Connector.Sync.Mapping;
using Auth0Connector.Vocabulary;

namespace Auth0Connector.Sync.Collections.Roles;

/// <summary>
/// The scopes that one role holds, both ways round: as the Go connector has them, and as grants of the scope to the role
/// that whoever holds the role inherits.
/// </summary>
internal sealed class RolePermissionsSyncer(ManagementApiClient api) : PageSyncer<PermissionRecord>
{
    public const string KindName = "role-permissions";

    public override CollectionInfo Info { get; } = new(KindName, RoleParts.RolePermissions, ResourceTypeIds.Role, "GET /roles/{id}/permissions", CollectionMethod.Numbers)
    {
        SubjectType = ResourceTypeIds.Role,
        Rows = [RowKind.Grants(ResourceTypeIds.Role, ResourceTypeIds.Scope)],
        MirroredRows = [RowKind.Grants(ResourceTypeIds.Scope, ResourceTypeIds.Role)],
    };

    protected override IAsyncEnumerable<ApiPage<PermissionRecord>> ListAsync(ListSubject subject, CancellationToken cancellationToken) =>
        api.ListRolePermissionsAsync(subject.Id, subject.Cursor, cancellationToken);

    protected override bool IsTold(PermissionRecord record) => PermissionPages.IsTold(record);

    protected override StagedBatch Mean(IReadOnlyList<PermissionRecord> records, ListSubject subject) => new()
    {
        Grants = [.. records.SelectMany(permission => Both(subject.Thing, PermissionPages.ScopeOf(permission)))],
    };

    private static IEnumerable<StagedGrant> Both(Resource role, Resource scope)
    {
        yield return StagedGrant.From(GrantMapper.Of(role, EntitlementSlugs.HasPermission, ResourceTypeIds.Scope, scope.Id.Resource));
        yield return StagedGrant.From(
            GrantMapper.Of(scope, EntitlementSlugs.Granted, ResourceTypeIds.Role, role.Id.Resource),
            GrantMapper.ThroughRole(role.Id.Resource));
    }
}
