using Auth0Connector.AccessFile.Staging;
using Auth0Connector.ManagementApi;
using Auth0Connector.ManagementApi.Paging;
using Auth0Connector.ManagementApi.Records;
using Auth0Connector.Sync.Mapping;
using Auth0Connector.Vocabulary;

namespace Auth0Connector.Sync.Collections.Permissions;

/// <summary>The scopes that one user holds directly; those that come through roles are told apart by the record itself.</summary>
internal sealed class UserPermissionsSyncer(ManagementApiClient api) : PageSyncer<PermissionRecord>
{
    public const string KindName = "user-permissions";

    public override CollectionInfo Info { get; } = new(
        KindName,
        PermissionParts.UserPermissions,
        ResourceTypeIds.Scope,
        "GET /users/{id}/permissions",
        CollectionMethod.Numbers)
    {
        SubjectType = ResourceTypeIds.User,
        Rows = [RowKind.Grants(ResourceTypeIds.Scope, ResourceTypeIds.User)],
    };

    protected override IAsyncEnumerable<ApiPage<PermissionRecord>> ListAsync(ListSubject subject, CancellationToken cancellationToken) =>
        api.ListUserPermissionsAsync(subject.Id, subject.Cursor, cancellationToken);

    protected override bool BelongsHere(PermissionRecord record) => record.IsDirect;

    protected override bool IsTold(PermissionRecord record) => PermissionPages.IsTold(record);

    protected override StagedBatch Mean(IReadOnlyList<PermissionRecord> records, ListSubject subject) => new()
    {
        Grants = [.. records.Select(permission => StagedGrant.From(GrantMapper.Of(PermissionPages.ScopeOf(permission), EntitlementSlugs.Granted, ResourceTypeIds.User, subject.Id)))],
    };
}
