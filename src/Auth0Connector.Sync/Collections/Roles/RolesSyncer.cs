using Auth0Connector.AccessFile.Staging;
using Auth0Connector.ManagementApi;
using Auth0Connector.ManagementApi.Paging;
using Auth0Connector.ManagementApi.Records;
using Auth0Connector.Sync.Mapping;
using Auth0Connector.Sync.Parts;
using Auth0Connector.Vocabulary;

namespace Auth0Connector.Sync.Collections.Roles;

/// <summary>The tenant's roles; each makes the tasks of reading its users and its permissions known.</summary>
internal sealed class RolesSyncer(ManagementApiClient api, SyncParts parts) : PageSyncer<RoleRecord>
{
    public const string KindName = "roles";

    public override CollectionInfo Info { get; } = new(KindName, RoleParts.Roles, ResourceTypeIds.Role, "GET /roles", CollectionMethod.Numbers)
    {
        Rows = [RowKind.Resources(ResourceTypeIds.Role)],
    };

    protected override IAsyncEnumerable<ApiPage<RoleRecord>> ListAsync(ListSubject subject, CancellationToken cancellationToken) =>
        api.ListRolesAsync(subject.Cursor, cancellationToken);

    // Roles of organizations come mixed in where the tenant does not know the type that is asked for.
    protected override bool BelongsHere(RoleRecord record) => record.Type != RoleTypes.Organization;

    protected override bool IsTold(RoleRecord record) => !string.IsNullOrEmpty(record.Id);

    protected override StagedBatch Mean(IReadOnlyList<RoleRecord> records, ListSubject subject) =>
        RolePages.Of([.. records.Select(static role => ResourceMapper.Role(role, role.Id!))], parts) with { Note = RoleTypes.NoteOf(records) };
}
