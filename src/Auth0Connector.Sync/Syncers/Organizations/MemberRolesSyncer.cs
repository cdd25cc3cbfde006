using System.Runtime.CompilerServices;
using Auth0Connector.AccessFile.Messages;
using Auth0Connector.AccessFile.Staging;
using Auth0Connector.ManagementApi;
using Auth0Connector.ManagementApi.Paging;
using Auth0Connector.ManagementApi.Records;
using Auth0Connector.Sync.Mapping;
using Auth0Connector.Sync.Preflight;
using Auth0Connector.Vocabulary;

namespace Auth0Connector.Sync.Syncers.Organizations;

/// <summary>
/// The roles of one member whose organization was listed without them, though they were asked for: what is absent is not
/// empty. Only members of small organizations are asked one by one.
/// </summary>
internal sealed class MemberRolesSyncer(ManagementApiClient api) : ICollectionSyncer
{
    public const string KindName = "member-roles";

    private const int MostAskedEach = 50;

    public CollectionInfo Info { get; } = new(
        KindName,
        SyncPart.MemberRoles,
        ResourceTypeIds.Organization,
        "GET /organizations/{id}/members/{user_id}/roles",
        CollectionMethod.Numbers)
    {
        SubjectType = ResourceTypeIds.Organization,
        InsideType = ResourceTypeIds.User,
        StandsAlone = true,
    };

    /// <summary>What is left to ask of the members on a page; one task without a member where there are too many.</summary>
    /// <param name="organization">The task of the organization's members.</param>
    /// <param name="members">Those on the page.</param>
    /// <param name="isFirst">Whether the page is the first of the list: that of a small organization is all of it.</param>
    public static IReadOnlyList<StagedTask> TasksFor(StagedTask organization, IReadOnlyList<MemberRecord> members, bool isFirst)
    {
        // Null is none where the tenant tells others' roles; where all are null it may tell nobody's.
        var tells = members.Any(static member => member.Roles is not null && !member.HasNullRoles);
        var untold = members.Where(member => member.Roles is null || (member.HasNullRoles && !tells)).ToList();
        return untold.Count == 0 ? []
            : isFirst && members.Count <= MostAskedEach ? [.. untold.Select(member => TaskFor(organization, member.UserId!))]
            : [TaskFor(organization, "")];
    }

    public async IAsyncEnumerable<SyncedPage> ReadAsync(
        StagedTask task,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var organization = Resource.Parser.ParseFrom(task.Payload);
        var userId = task.Subject[(organization.Id.Resource.Length + 1)..];
        if (userId.Length == 0)
        {
            yield return SyncedPage.Progress(cursor: null, requests: 0, ListingEnd.Unproven("the tenant lists members without the roles that were asked for"));
            yield break;
        }

        using var rows = new GrantRows(organization);
        await foreach (var page in api.ListMemberRolesAsync(organization.Id.Resource, userId, task.Cursor, cancellationToken))
        {
            var roles = page.Items.Where(static role => !string.IsNullOrEmpty(role.Id)).ToList();
            yield return SyncedPage.Of(page, page.Items.Count - roles.Count) with
            {
                Entitlements = [.. roles.Select(role => StagedEntitlement.From(EntitlementMapper.OrganizationRole(organization, role.Id!, role.Name)))],
                Grants = [.. roles.Select(role => rows.Of(role.Id!, ResourceTypeIds.User, userId))],
            };
        }
    }

    private static StagedTask TaskFor(StagedTask organization, string userId) =>
        new(KindName, $"{organization.Subject} {userId}") { Payload = organization.Payload };
}
