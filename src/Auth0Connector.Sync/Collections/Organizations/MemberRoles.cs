using Auth0Connector.AccessFile.Messages;
using Auth0Connector.AccessFile.Staging;
using Auth0Connector.ManagementApi.Records;
using Auth0Connector.Sync.Mapping;
using Auth0Connector.Vocabulary;

namespace Auth0Connector.Sync.Collections.Organizations;

/// <summary>What a member of an organization holds in it: membership, and each role.</summary>
internal static class MemberRoles
{
    /// <summary>An entitlement for every role that somebody on the page holds, each once.</summary>
    public static IReadOnlyList<StagedEntitlement> EntitlementsOf(Resource organization, IEnumerable<MemberRecord> members) =>
    [
        .. members
            .SelectMany(static member => RolesOf(member))
            .DistinctBy(static role => role.Id, StringComparer.Ordinal)
            .Select(role => StagedEntitlement.From(EntitlementMapper.OrganizationRole(organization, role.Id!, role.Name))),
    ];

    public static IEnumerable<StagedGrant> GrantsOf(GrantRows organization, MemberRecord member) =>
        RolesOf(member)
            .Select(static role => role.Id!)
            .Prepend(EntitlementSlugs.Member)
            .Select(slug => organization.Of(slug, ResourceTypeIds.User, member.UserId!));

    /// <summary>Roles among them that cannot be told: somebody's access that would be lost in silence.</summary>
    public static int UnreadableOf(IEnumerable<MemberRecord> members) =>
        members.Sum(static member => member.Roles?.Count(static role => string.IsNullOrEmpty(role.Id)) ?? 0);

    private static IEnumerable<RoleReference> RolesOf(MemberRecord member) =>
        member.Roles?.Where(static role => !string.IsNullOrEmpty(role.Id)) ?? [];
}
