using System.Runtime.CompilerServices;
using Auth0Connector.AccessFile.Messages;
using Auth0Connector.AccessFile.Staging;
using Auth0Connector.ManagementApi;
using Auth0Connector.ManagementApi.Records;
using Auth0Connector.Sync.Mapping;
using Auth0Connector.Sync.Preflight;
using Auth0Connector.Vocabulary;
using Google.Protobuf;

namespace Auth0Connector.Sync.Syncers.Groups;

/// <summary>The users and groups in one group; everybody in a group inside is in the group around it.</summary>
internal sealed class GroupMembersSyncer(ManagementApiClient api) : ICollectionSyncer
{
    public const string KindName = "group-members";

    public CollectionInfo Info { get; } = new(KindName, SyncPart.Groups, ResourceTypeIds.Group, "GET /groups/{id}/members", CollectionMethod.Checkpoint)
    {
        SubjectType = ResourceTypeIds.Group,
        Rows = [RowKind.Grants(ResourceTypeIds.Group, ResourceTypeIds.User), RowKind.Grants(ResourceTypeIds.Group, ResourceTypeIds.Group)],
    };

    public static StagedTask TaskFor(Resource group) =>
        new(KindName, group.Id.Resource) { Payload = group.ToByteArray() };

    public async IAsyncEnumerable<SyncedPage> ReadAsync(
        StagedTask task,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var rows = new GrantRows(Resource.Parser.ParseFrom(task.Payload));
        await foreach (var page in api.ListGroupMembersAsync(task.Subject, task.Cursor, cancellationToken))
        {
            // A member of neither sort cannot be written as anybody's access: it counts as unreadable and fails the proof.
            var members = page.Items.Where(static member => !string.IsNullOrEmpty(member.Id) && member.MemberType is "user" or "group").ToList();
            yield return SyncedPage.Of(page, page.Items.Count - members.Count) with
            {
                Grants = [.. members.Select(member => Row(rows, member))],
            };
        }
    }

    private static StagedGrant Row(GrantRows group, GroupMemberRecord member) => member.MemberType == "group"
        ? group.Of(EntitlementSlugs.Member, ResourceTypeIds.Group, member.Id!, GrantMapper.ThroughGroup(member.Id!))
        : group.Of(EntitlementSlugs.Member, ResourceTypeIds.User, member.Id!);
}
