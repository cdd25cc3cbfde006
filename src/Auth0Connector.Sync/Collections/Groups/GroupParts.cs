using Auth0Connector.AccessFile.Staging;
using Auth0Connector.ManagementApi;
using Auth0Connector.Sync.Collections.Roles;
using Auth0Connector.Sync.Mapping;
using Auth0Connector.Sync.Parts;
using Auth0Connector.Vocabulary;

namespace Auth0Connector.Sync.Collections.Groups;

/// <summary>Groups, and what they hold in the whole tenant: on by default, and done without where the tenant lacks them.</summary>
internal static class GroupParts
{
    public static PartDefinition Groups { get; } = new(ResourceTypeIds.Group, ScopeNeed.Of(PartWords.Groups, "read:groups", "read:group_members"))
    {
        Types = [ResourceTypeIds.Group],
        WantedWhen = static asked => asked.Has(ResourceTypeIds.Group),
        RequiredWhen = static asked => asked.Names(ResourceTypeIds.Group),
        Count = static async (api, cancellationToken) => (await api.PeekGroupsAsync(cancellationToken)).StatedTotal,
        Estimate = static (own, _) => RequestTotals.Pages(own) + own,
        FirstTask = GroupsSyncer.KindName,
        UnlistedTask = "unlisted-group",
        ById = static async (api, parts, id, cancellationToken) =>
            await api.FindGroupAsync(id, cancellationToken) is { } group ? GroupPages.Of([ResourceMapper.Group(group, id)], parts) : null,
    };

    public static PartDefinition GroupRoles { get; } = new(ResourceTypeIds.Group, ScopeNeed.Of(PartWords.GroupRoles, "read:group_roles"))
    {
        WantedWhen = static asked => asked.Grants && asked.Has(ResourceTypeIds.Group, ResourceTypeIds.Role),
        RequiredWhen = static _ => false,
        After = Groups,
        Estimate = static (_, totals) => Math.Min(totals.Of(Groups), Math.Max(totals.Of(RoleParts.Roles), 1)),
        FollowUp = new PartFollowUp(ResourceTypeIds.Group, AddRoleTasks),
    };

    public static IReadOnlyList<ICollectionSyncer> Syncers(ManagementApiClient api, SyncParts parts) =>
    [
        new GroupsSyncer(api, parts),
        new GroupMembersSyncer(api),
        new GroupRolesSyncer(api),
        new RoleGroupsSyncer(api),
        new UnlistedSyncer(api, parts, Groups, "GET /groups/{id}", GroupsSyncer.KindName),
    ];

    /// <summary>How many groups were met. Most tenants have none: only those that have pay for asking who holds what through them.</summary>
    public static long Met(StagingFile file) => file.CountTasks(GroupMembersSyncer.KindName);

    // By the cheaper way.
    private static void AddRoleTasks(StagingFile file, CancellationToken cancellationToken)
    {
        var groups = Met(file);
        if (groups == 0)
        {
            return;
        }

        var roles = file.CountTasks(RoleUsersSyncer.KindName);
        if (roles > 0 && roles < groups && file.CountTasks(GroupRolesSyncer.KindName) == 0)
        {
            file.AddTasksForResources(RoleGroupsSyncer.KindName, ResourceTypeIds.Role, withPayload: true, cancellationToken);
        }
        else
        {
            file.AddTasksForResources(GroupRolesSyncer.KindName, ResourceTypeIds.Group, withPayload: false, cancellationToken);
        }
    }
}
