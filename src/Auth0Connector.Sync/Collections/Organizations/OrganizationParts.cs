using Auth0Connector.AccessFile.Staging;
using Auth0Connector.ManagementApi;
using Auth0Connector.Sync.Collections.Groups;
using Auth0Connector.Sync.Mapping;
using Auth0Connector.Sync.Parts;
using Auth0Connector.Sync.Settings;
using Auth0Connector.Vocabulary;

namespace Auth0Connector.Sync.Collections.Organizations;

/// <summary>Organizations, who is in them, and what is held inside: roles held there are on by default, and done without where the tenant lacks them.</summary>
internal static class OrganizationParts
{
    public static PartDefinition Organizations { get; } = new(ResourceTypeIds.Organization, ScopeNeed.Of(PartWords.Organizations, "read:organizations"))
    {
        Types = [ResourceTypeIds.Organization],
        WantedWhen = static asked => asked.Has(ResourceTypeIds.Organization),
        Count = static async (api, cancellationToken) => (await api.PeekOrganizationsAsync(cancellationToken)).StatedTotal,
        Estimate = static (own, _) => RequestTotals.Pages(own),
        FirstTask = OrganizationsSyncer.KindName,
        LeadsFar = true,
        ById = static async (api, parts, id, cancellationToken) =>
            await api.FindOrganizationAsync(id, cancellationToken) is { } organization ? OrganizationPages.Begin([ResourceMapper.Organization(organization, id)], parts) : null,
    };

    public static PartDefinition Members { get; } = new(ResourceTypeIds.Organization, ScopeNeed.Of(PartWords.OrganizationMembers, "read:organization_members"))
    {
        WantedWhen = static asked => asked.Grants && asked.Has(ResourceTypeIds.Organization, ResourceTypeIds.User),
        // By number one page is enough for most of them (API reference, section 3.3).
        Estimate = static (_, totals) => totals.Of(Organizations),
    };

    public static PartDefinition MemberRoles { get; } = new(ResourceTypeIds.Organization, ScopeNeed.Of(PartWords.MemberRoles, "read:organization_member_roles"))
    {
        WantedWhen = static asked => asked.Grants && asked.Has(ResourceTypeIds.Organization, ResourceTypeIds.User),
        RequiredWhen = static _ => false,
    };

    public static PartDefinition OwnedRoles { get; } = new(ResourceTypeIds.Role, ScopeNeed.Of(PartWords.OrganizationOwnedRoles, "read:roles", "read:organizations"))
    {
        Switches = [SyncSwitches.OrganizationOwnedRoles],
        WantedWhen = static asked => asked.Has(ResourceTypeIds.Organization, ResourceTypeIds.Role),
        Estimate = static (_, totals) => totals.Of(Organizations),
    };

    public static PartDefinition Connections { get; } = new(ResourceTypeIds.Organization, ScopeNeed.Of(PartWords.OrganizationConnections, "read:organization_connections"))
    {
        Switches = [SyncSwitches.OrganizationConnections],
        WantedWhen = static asked => asked.Has(ResourceTypeIds.Organization),
        Estimate = static (_, totals) => totals.Of(Organizations),
    };

    public static PartDefinition GroupRoles { get; } = new(
        ResourceTypeIds.Group,
        ScopeNeed.Of(PartWords.OrganizationGroupRoles, "read:organization_groups", "read:organization_group_roles"))
    {
        WantedWhen = static asked => asked.Grants && asked.Has(ResourceTypeIds.Group, ResourceTypeIds.Organization),
        RequiredWhen = static _ => false,
        After = GroupParts.Groups,
        Estimate = static (_, totals) => totals.Of(GroupParts.Groups) == 0 ? 0 : totals.Of(Organizations),
        FollowUp = new PartFollowUp(ResourceTypeIds.Group, AddGroupTasks),
    };

    public static IReadOnlyList<ICollectionSyncer> Syncers(ManagementApiClient api, SyncParts parts) =>
    [
        new OrganizationOwnedRolesSyncer(api, parts),
        new OrganizationsSyncer(api, parts),
        new OrganizationConnectionsSyncer(api, parts),
        new OrganizationMembersSyncer(api, parts),
        new MemberRolesSyncer(api),
        new OrganizationGroupsSyncer(api),
        new OrganizationGroupRolesSyncer(api),
    ];

    private static void AddGroupTasks(StagingFile file, CancellationToken cancellationToken)
    {
        if (GroupParts.Met(file) > 0)
        {
            file.AddTasksForResources(OrganizationGroupsSyncer.KindName, ResourceTypeIds.Organization, withPayload: true, cancellationToken);
        }
    }
}
