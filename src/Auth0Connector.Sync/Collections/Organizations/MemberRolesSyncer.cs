using System.Runtime.CompilerServices;
using Auth0Connector.AccessFile.Staging;
using Auth0Connector.ManagementApi;
using Auth0Connector.ManagementApi.Paging;
using Auth0Connector.ManagementApi.Records;
using Auth0Connector.Sync.Mapping;
using Auth0Connector.Vocabulary;

namespace Auth0Connector.Sync.Collections.Organizations;

/// <summary>
/// The roles of one member whose organization was listed without them, though they were asked for: what is absent is not
/// empty. Only members of small organizations are asked one by one.
/// </summary>
internal sealed class MemberRolesSyncer(ManagementApiClient api) : PageSyncer<RoleRecord>
{
    public const string KindName = "member-roles";

    private const int MostAskedEach = 50;

    public override CollectionInfo Info { get; } = new(
        KindName,
        OrganizationParts.MemberRoles,
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
            : isFirst && members.Count <= MostAskedEach ? [.. untold.Select(member => ListSubject.TaskInside(KindName, organization, member.UserId!))]
            : [ListSubject.TaskInside(KindName, organization, "")];
    }

    /// <inheritdoc />
    /// <remarks>Whoever left meanwhile has no roles there any more, and the list of them is not found either.</remarks>
    public override async Task<bool?> IsInsideAsync(string subjectId, string insideId, CancellationToken cancellationToken)
    {
        if (await api.FindUserAsync(insideId, cancellationToken) is null)
        {
            return false;
        }

        await foreach (var page in api.ListUserOrganizationsAsync(insideId, cursor: null, cancellationToken))
        {
            if (page.Items.Any(organization => organization.Id == subjectId) || page.End?.Doubt is not null)
            {
                return true;
            }
        }

        return false;
    }

    protected override async IAsyncEnumerable<ApiPage<RoleRecord>> ListAsync(ListSubject subject, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (subject.InsideId.Length == 0)
        {
            yield return new ApiPage<RoleRecord>
            {
                Items = [],
                NextCursor = null,
                End = ListingEnd.Unproven("the tenant lists members without the roles that were asked for"),
                Requests = 0,
            };
            yield break;
        }

        await foreach (var page in api.ListMemberRolesAsync(subject.Thing.Id.Resource, subject.InsideId, subject.Cursor, cancellationToken))
        {
            yield return page;
        }
    }

    protected override bool IsTold(RoleRecord record) => !string.IsNullOrEmpty(record.Id);

    protected override StagedBatch Mean(IReadOnlyList<RoleRecord> records, ListSubject subject)
    {
        var userId = subject.InsideId;
        return new StagedBatch
        {
            Entitlements = [.. records.Select(role => StagedEntitlement.From(EntitlementMapper.OrganizationRole(subject.Thing, role.Id!, role.Name)))],
            Grants = [.. records.Select(role => subject.Grants.Of(role.Id!, ResourceTypeIds.User, userId))],
        };
    }
}
