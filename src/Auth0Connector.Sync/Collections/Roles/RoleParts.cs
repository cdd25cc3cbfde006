using Auth0Connector.ManagementApi;
using Auth0Connector.Sync.Mapping;
using Auth0Connector.Sync.Parts;
using Auth0Connector.Vocabulary;

namespace Auth0Connector.Sync.Collections.Roles;

/// <summary>Roles of the tenant, who holds them, and what they hold.</summary>
internal static class RoleParts
{
    public static PartDefinition Roles { get; } = new(ResourceTypeIds.Role, ScopeNeed.Of(PartWords.Roles, "read:roles"))
    {
        Types = [ResourceTypeIds.Role],
        WantedWhen = static asked => asked.Has(ResourceTypeIds.Role),
        Count = static async (api, cancellationToken) => (await api.PeekRolesAsync(cancellationToken)).StatedTotal,
        Estimate = static (own, _) => RequestTotals.Pages(own),
        FirstTask = RolesSyncer.KindName,
        ById = static async (api, parts, id, cancellationToken) =>
            await api.FindRoleAsync(id, cancellationToken) is { } role ? RolePages.Of([ResourceMapper.Role(role, id)], parts) : null,
    };

    public static PartDefinition RoleUsers { get; } = new(ResourceTypeIds.Role, ScopeNeed.Of(PartWords.RoleUsers, "read:users", "read:roles").Or("read:role_members"))
    {
        WantedWhen = static asked => asked.Grants && asked.Has(ResourceTypeIds.Role, ResourceTypeIds.User),
        Estimate = static (_, totals) => totals.Of(Roles),
    };

    public static PartDefinition RolePermissions { get; } = new(ResourceTypeIds.Role, ScopeNeed.Of(PartWords.RolePermissions, "read:roles"))
    {
        WantedWhen = static asked => asked.Grants && asked.Has(ResourceTypeIds.Role, ResourceTypeIds.Scope),
        Estimate = static (_, totals) => totals.Of(Roles),
    };

    public static IReadOnlyList<ICollectionSyncer> Syncers(ManagementApiClient api, SyncParts parts) =>
    [
        new RolesSyncer(api, parts),
        new RoleUsersSyncer(api),
        new RolePermissionsSyncer(api),
    ];
}
