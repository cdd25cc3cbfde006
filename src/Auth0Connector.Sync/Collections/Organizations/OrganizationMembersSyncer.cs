using Auth0Connector.AccessFile.Staging;
using Auth0Connector.ManagementApi;
using Auth0Connector.ManagementApi.Paging;
using Auth0Connector.ManagementApi.Records;
using Auth0Connector.Sync.Parts;
using Auth0Connector.Vocabulary;

namespace Auth0Connector.Sync.Collections.Organizations;

/// <summary>The members of one organization, with the roles they hold inside it in the same answer.</summary>
internal sealed class OrganizationMembersSyncer(ManagementApiClient api, SyncParts parts) : PageSyncer<MemberRecord>
{
    public const string KindName = "organization-members";

    public override CollectionInfo Info { get; } = new(
        KindName,
        OrganizationParts.Members,
        ResourceTypeIds.Organization,
        "GET /organizations/{id}/members",
        CollectionMethod.Checkpoint)
    {
        SubjectType = ResourceTypeIds.Organization,
        Rows = [RowKind.Grants(ResourceTypeIds.Organization, ResourceTypeIds.User)],
    };

    protected override IAsyncEnumerable<ApiPage<MemberRecord>> ListAsync(ListSubject subject, CancellationToken cancellationToken) =>
        api.ListOrganizationMembersAsync(subject.Id, parts.Reads(OrganizationParts.MemberRoles), subject.Cursor, cancellationToken);

    protected override bool IsTold(MemberRecord record) => !string.IsNullOrEmpty(record.UserId);

    protected override StagedBatch Mean(IReadOnlyList<MemberRecord> records, ListSubject subject) => new()
    {
        Unreadable = MemberRoles.UnreadableOf(records),
        Tasks = parts.Reads(OrganizationParts.MemberRoles) ? MemberRolesSyncer.TasksFor(subject.Task, records, subject.IsAtBeginning) : [],
        Entitlements = MemberRoles.EntitlementsOf(subject.Thing, records),
        Grants = [.. records.SelectMany(member => MemberRoles.GrantsOf(subject.Grants, member))],
    };
}
