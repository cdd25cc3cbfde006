using Auth0Connector.Vocabulary;

namespace Auth0Connector.Sync.Preflight;

/// <summary>
/// Which scopes each part needs (API reference, section 4; design: needed scopes). On by default and done without where
/// the tenant lacks them: groups, roles held by groups, roles inside organizations.
/// </summary>
internal static class ScopeRequirements
{
    /// <summary>The parts that the settings ask for, in the order in which they are read.</summary>
    public static IEnumerable<ScopeRequirement> For(SyncSettings settings, IReadOnlyList<string> types)
    {
        var grants = !settings.SkipEntitlementsAndGrants && !settings.SkipGrants;
        var users = types.Contains(ResourceTypeIds.User);
        var roles = types.Contains(ResourceTypeIds.Role);
        var organizations = types.Contains(ResourceTypeIds.Organization);
        var groups = types.Contains(ResourceTypeIds.Group);
        var scopes = types.Contains(ResourceTypeIds.Scope);
        var named = settings.ResourceTypes.ToHashSet(StringComparer.Ordinal);
        return Wanted().Where(static entry => entry.IsWanted).Select(static entry => entry.Requirement);

        IEnumerable<(bool IsWanted, ScopeRequirement Requirement)> Wanted()
        {
            yield return (settings.Resources.Count > 0, new(SyncPart.NamedResources, ResourceTypeIds.User, ScopeNeed.Of(PartWords.NamedResources)) { IsRequired = true });
            yield return (users, new(SyncPart.Users, ResourceTypeIds.User, ScopeNeed.Of(PartWords.Users, "read:users")) { IsRequired = true });
            yield return (roles, new(SyncPart.Roles, ResourceTypeIds.Role, ScopeNeed.Of(PartWords.Roles, "read:roles")) { IsRequired = true });
            yield return (
                roles && users && grants,
                new(SyncPart.RoleUsers, ResourceTypeIds.Role, ScopeNeed.Of(PartWords.RoleUsers, "read:users", "read:roles").Or("read:role_members")) { IsRequired = true });
            yield return (organizations, new(SyncPart.Organizations, ResourceTypeIds.Organization, ScopeNeed.Of(PartWords.Organizations, "read:organizations")) { IsRequired = true });
            yield return (
                organizations && users && grants,
                new(SyncPart.OrganizationMembers, ResourceTypeIds.Organization, ScopeNeed.Of(PartWords.OrganizationMembers, "read:organization_members")) { IsRequired = true });
            yield return (
                organizations && users && grants,
                new(SyncPart.MemberRoles, ResourceTypeIds.Organization, ScopeNeed.Of(PartWords.MemberRoles, "read:organization_member_roles")));
            yield return (
                organizations && roles && settings.OrganizationOwnedRoles,
                new(SyncPart.OrganizationOwnedRoles, ResourceTypeIds.Role, ScopeNeed.Of(PartWords.OrganizationOwnedRoles, "read:roles", "read:organizations")) { IsRequired = true });
            yield return (
                organizations && settings.OrganizationConnections,
                new(SyncPart.OrganizationConnections, ResourceTypeIds.Organization, ScopeNeed.Of(PartWords.OrganizationConnections, "read:organization_connections")) { IsRequired = true });
            yield return (
                groups,
                new(SyncPart.Groups, ResourceTypeIds.Group, ScopeNeed.Of(PartWords.Groups, "read:groups", "read:group_members")) { IsRequired = named.Contains(ResourceTypeIds.Group) });
            yield return (
                groups && roles && grants,
                new(SyncPart.GroupRoles, ResourceTypeIds.Group, ScopeNeed.Of(PartWords.GroupRoles, "read:group_roles")) { After = SyncPart.Groups });
            yield return (
                groups && organizations && grants,
                new(SyncPart.OrganizationGroupRoles, ResourceTypeIds.Group, ScopeNeed.Of(PartWords.OrganizationGroupRoles, "read:organization_groups", "read:organization_group_roles"))
                {
                    After = SyncPart.Groups,
                });
            yield return (
                types.Contains(ResourceTypeIds.ResourceServer) || scopes,
                new(SyncPart.ResourceServers, ResourceTypeIds.ResourceServer, ScopeNeed.Of(PartWords.ResourceServers, "read:resource_servers")) { IsRequired = true });
            yield return (roles && scopes && grants, new(SyncPart.RolePermissions, ResourceTypeIds.Role, ScopeNeed.Of(PartWords.RolePermissions, "read:roles")) { IsRequired = true });
            yield return (
                users && scopes && grants && settings.UserPermissions,
                new(SyncPart.UserPermissions, ResourceTypeIds.Scope, ScopeNeed.Of(PartWords.UserPermissions, "read:users")) { IsRequired = true });
            yield return (
                types.Contains(ResourceTypeIds.Client),
                new(SyncPart.Clients, ResourceTypeIds.Client, ScopeNeed.Of(PartWords.Clients, "read:clients"))
                {
                    IsRequired = settings.Applications || named.Contains(ResourceTypeIds.Client),
                });
            yield return (
                types.Contains(ResourceTypeIds.Client) && scopes && grants,
                new(SyncPart.ClientGrants, ResourceTypeIds.Scope, ScopeNeed.Of(PartWords.ClientGrants, "read:client_grants")) { After = SyncPart.Clients });
        }
    }
}
