using Auth0Connector.Sync.Settings;

namespace Auth0Connector.Sync.Tests.Preflight;

/// <summary>A part of a tenant as the manual has it (docs/least-privilege.md), written down a second time: what drifts shows.</summary>
/// <param name="Name">As the program calls it.</param>
/// <param name="What">In words.</param>
/// <param name="Scopes">What it takes.</param>
/// <param name="IsWanted">Whether settings ask for it; the types are those that the file gets.</param>
/// <param name="IsRequired">Whether a sync cannot do without it.</param>
internal sealed record NeededPart(string Name, string What, string[] Scopes, Func<SyncSettings, string[], bool> IsWanted, Func<SyncSettings, bool> IsRequired)
{
    /// <summary>One scope that does as well as all.</summary>
    public string? Instead { get; init; }

    /// <summary>The part without which it means nothing.</summary>
    public string? After { get; init; }

    /// <summary>All of them, in the order in which they are read.</summary>
    public static IReadOnlyList<NeededPart> All { get; } =
    [
        new("NamedResources", "resources by name", [], static (settings, _) => settings.Resources.Count > 0, Always),
        new("Users", "users", ["read:users"], static (_, types) => types.Contains("user"), Always),
        new("Roles", "roles", ["read:roles"], static (_, types) => types.Contains("role"), Always),
        new("RoleUsers", "who holds which role", ["read:users", "read:roles"], static (settings, types) => Grants(settings) && Has(types, "role", "user"), Always) { Instead = "read:role_members" },
        new("Organizations", "organizations", ["read:organizations"], static (_, types) => types.Contains("organization"), Always),
        new("OrganizationMembers", "members of organizations", ["read:organization_members"], static (settings, types) => Grants(settings) && Has(types, "organization", "user"), Always),
        new("MemberRoles", "roles held inside organizations", ["read:organization_member_roles"], static (settings, types) => Grants(settings) && Has(types, "organization", "user"), Never),
        new("OrganizationOwnedRoles", "roles owned by organizations", ["read:roles", "read:organizations"], static (settings, types) => settings.OrganizationOwnedRoles && Has(types, "organization", "role"), Always),
        new("OrganizationConnections", "connections of organizations", ["read:organization_connections"], static (settings, types) => settings.OrganizationConnections && types.Contains("organization"), Always),
        new("Groups", "groups", ["read:groups", "read:group_members"], static (_, types) => types.Contains("group"), static settings => settings.ResourceTypes.Contains("group")),
        new("GroupRoles", "roles held by groups", ["read:group_roles"], static (settings, types) => Grants(settings) && Has(types, "group", "role"), Never) { After = "Groups" },
        new("OrganizationGroupRoles", "roles held by groups inside organizations", ["read:organization_groups", "read:organization_group_roles"], static (settings, types) => Grants(settings) && Has(types, "group", "organization"), Never)
        {
            After = "Groups",
        },
        new("ResourceServers", "APIs and their scopes", ["read:resource_servers"], static (_, types) => types.Contains("resource_server") || types.Contains("scope"), Always),
        new("RolePermissions", "scopes held by roles", ["read:roles"], static (settings, types) => Grants(settings) && Has(types, "role", "scope"), Always),
        new("UserPermissions", "scopes held by users directly", ["read:users"], static (settings, types) => settings.UserPermissions && Grants(settings) && Has(types, "user", "scope"), Always),
        new("Clients", "applications", ["read:clients"], static (_, types) => types.Contains("client"), static settings => settings.Applications || settings.ResourceTypes.Contains("client")),
        new("ClientGrants", "what applications may ask of APIs", ["read:client_grants"], static (settings, types) => Grants(settings) && Has(types, "client", "scope"), Never) { After = "Clients" },
    ];

    /// <summary>Every scope that some part takes.</summary>
    public static IReadOnlyList<string> Known { get; } = [.. All.SelectMany(static part => part.Scopes.Append(part.Instead ?? string.Empty)).Where(static scope => scope.Length > 0).Distinct()];

    /// <summary>What a token lacks for it.</summary>
    public string[] Lacks(IReadOnlySet<string> granted) => Instead is not null && granted.Contains(Instead) ? [] : [.. Scopes.Where(scope => !granted.Contains(scope))];

    private static bool Grants(SyncSettings settings) => !settings.SkipGrants && !settings.SkipEntitlementsAndGrants;

    private static bool Has(string[] types, string one, string other) => types.Contains(one) && types.Contains(other);

    private static bool Always(SyncSettings settings) => true;

    private static bool Never(SyncSettings settings) => false;
}
