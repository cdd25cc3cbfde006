using Auth0Connector.AccessFile.Staging;
using Auth0Connector.ManagementApi;
using Auth0Connector.ManagementApi.Paging;
using Auth0Connector.ManagementApi.Records;
using Auth0Connector.Sync.Mapping;
using Auth0Connector.Vocabulary;

namespace Auth0Connector.Sync.Collections.Groups;

/// <summary>The users and groups in one group; everybody in a group inside is in the group around it.</summary>
internal sealed class GroupMembersSyncer(ManagementApiClient api) : PageSyncer<GroupMemberRecord>
{
    public const string KindName = "group-members";

    public override CollectionInfo Info { get; } = new(KindName, GroupParts.Groups, ResourceTypeIds.Group, "GET /groups/{id}/members", CollectionMethod.Checkpoint)
    {
        SubjectType = ResourceTypeIds.Group,
        Rows = [RowKind.Grants(ResourceTypeIds.Group, ResourceTypeIds.User), RowKind.Grants(ResourceTypeIds.Group, ResourceTypeIds.Group)],
    };

    protected override IAsyncEnumerable<ApiPage<GroupMemberRecord>> ListAsync(ListSubject subject, CancellationToken cancellationToken) =>
        api.ListGroupMembersAsync(subject.Id, subject.Cursor, cancellationToken);

    // A member of neither sort cannot be written as anybody's access: it counts as unreadable and fails the proof.
    protected override bool IsTold(GroupMemberRecord record) => !string.IsNullOrEmpty(record.Id) && record.MemberType is "user" or "group";

    protected override StagedBatch Mean(IReadOnlyList<GroupMemberRecord> records, ListSubject subject) => new()
    {
        Grants = [.. records.Select(member => Row(subject.Grants, member))],
    };

    private static StagedGrant Row(GrantRows group, GroupMemberRecord member) => member.MemberType == "group"
        ? group.Of(EntitlementSlugs.Member, ResourceTypeIds.Group, member.Id!, GrantMapper.ThroughGroup(member.Id!))
        : group.Of(EntitlementSlugs.Member, ResourceTypeIds.User, member.Id!);
}
