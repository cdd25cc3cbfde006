using System.Runtime.CompilerServices;
using Auth0Connector.AccessFile.Messages;
using Auth0Connector.AccessFile.Staging;
using Auth0Connector.ManagementApi;
using Auth0Connector.Sync.Preflight;
using Auth0Connector.Vocabulary;
using Google.Protobuf;

namespace Auth0Connector.Sync.Syncers.Organizations;

/// <summary>The members of one organization, with the roles they hold inside it in the same answer.</summary>
internal sealed class OrganizationMembersSyncer(ManagementApiClient api, SyncParts parts) : ICollectionSyncer
{
    public const string KindName = "organization-members";

    public CollectionInfo Info { get; } = new(
        KindName,
        SyncPart.OrganizationMembers,
        ResourceTypeIds.Organization,
        "GET /organizations/{id}/members",
        CollectionMethod.Checkpoint)
    {
        SubjectType = ResourceTypeIds.Organization,
        Rows = [RowKind.Grants(ResourceTypeIds.Organization, ResourceTypeIds.User)],
    };

    public static StagedTask TaskFor(Resource organization) =>
        new(KindName, organization.Id.Resource) { Payload = organization.ToByteArray() };

    public async IAsyncEnumerable<SyncedPage> ReadAsync(
        StagedTask task,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var organization = Resource.Parser.ParseFrom(task.Payload);
        using var rows = new GrantRows(organization);
        var pages = api.ListOrganizationMembersAsync(task.Subject, parts.Reads(SyncPart.MemberRoles), task.Cursor, cancellationToken);
        var isFirst = task.Cursor is null;
        await foreach (var page in pages)
        {
            var members = page.Items.Where(static member => !string.IsNullOrEmpty(member.UserId)).ToList();
            var withoutId = page.Items.Count - members.Count;
            yield return SyncedPage.Of(page, withoutId + MemberRoles.UnreadableOf(members)) with
            {
                Tasks = parts.Reads(SyncPart.MemberRoles) ? MemberRolesSyncer.TasksFor(task, members, isFirst) : [],
                Entitlements = MemberRoles.EntitlementsOf(organization, members),
                Grants = [.. members.SelectMany(member => MemberRoles.GrantsOf(rows, member))],
            };
            isFirst = false;
        }
    }
}
