using Auth0Connector.AccessFile.Staging;
using Auth0Connector.ManagementApi;
using Auth0Connector.ManagementApi.Paging;
using Auth0Connector.ManagementApi.Records;
using Auth0Connector.Vocabulary;

namespace Auth0Connector.Sync.Collections.Roles;

/// <summary>The users who hold one role directly.</summary>
internal sealed class RoleUsersSyncer(ManagementApiClient api) : PageSyncer<MemberRecord>
{
    public const string KindName = "role-users";

    public override CollectionInfo Info { get; } = new(KindName, RoleParts.RoleUsers, ResourceTypeIds.Role, "GET /roles/{id}/users", CollectionMethod.Checkpoint)
    {
        SubjectType = ResourceTypeIds.Role,
        Rows = [RowKind.Grants(ResourceTypeIds.Role, ResourceTypeIds.User)],
    };

    protected override IAsyncEnumerable<ApiPage<MemberRecord>> ListAsync(ListSubject subject, CancellationToken cancellationToken) =>
        api.ListRoleUsersAsync(subject.Id, subject.Cursor, cancellationToken);

    protected override bool IsTold(MemberRecord record) => !string.IsNullOrEmpty(record.UserId);

    protected override StagedBatch Mean(IReadOnlyList<MemberRecord> records, ListSubject subject) => new()
    {
        Grants = [.. records.Select(user => subject.Grants.Of(EntitlementSlugs.Assigned, ResourceTypeIds.User, user.UserId!))],
    };
}
