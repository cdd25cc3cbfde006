namespace Auth0Connector.MockTenant;

/// <summary>What was true over a time: of all that changes while a tenant is read, what stayed or what ever was.</summary>
public sealed record TruthSpan
{
    /// <summary>People.</summary>
    public IReadOnlyList<TruthUser> Users { get; private init; } = [];

    /// <summary>Roles of the tenant.</summary>
    public IReadOnlyList<TruthRole> Roles { get; private init; } = [];

    /// <summary>Roles that an organization owns.</summary>
    public IReadOnlyList<TruthRole> OrganizationOwnedRoles { get; private init; } = [];

    /// <summary>Organizations.</summary>
    public IReadOnlyList<TruthOrganization> Organizations { get; private init; } = [];

    /// <summary>Roles that people hold.</summary>
    public IReadOnlyList<TruthRoleAssignment> RoleAssignments { get; private init; } = [];

    /// <summary>Members of organizations, with the roles that they held all the time, or ever.</summary>
    public IReadOnlyList<TruthMembership> Memberships { get; private init; } = [];

    /// <summary>Groups.</summary>
    public IReadOnlyList<TruthGroup> Groups { get; private init; } = [];

    /// <summary>Members of groups.</summary>
    public IReadOnlyList<TruthGroupMember> GroupMembers { get; private init; } = [];

    /// <summary>Roles that groups hold in the whole tenant.</summary>
    public IReadOnlyList<TruthGroupRole> GroupRoles { get; private init; } = [];

    /// <summary>Roles that groups hold inside organizations.</summary>
    public IReadOnlyList<TruthOrganizationGroupRole> OrganizationGroupRoles { get; private init; } = [];

    /// <summary>Permissions that roles hold.</summary>
    public IReadOnlyList<TruthRoleScope> RolePermissions { get; private init; } = [];

    /// <summary>Permissions of roles that an organization owns.</summary>
    public IReadOnlyList<TruthRoleScope> OrganizationOwnedRolePermissions { get; private init; } = [];

    /// <summary>Permissions that people hold directly.</summary>
    public IReadOnlyList<TruthUserScope> UserPermissions { get; private init; } = [];

    /// <summary>Connections whose logins become members.</summary>
    public IReadOnlyList<TruthAutomaticMembership> AutomaticMemberships { get; private init; } = [];

    internal static TruthSpan Of(TenantTruth truth) => new()
    {
        Users = [.. truth.Users],
        Roles = [.. truth.Roles],
        OrganizationOwnedRoles = [.. truth.OrganizationOwnedRoles],
        Organizations = [.. truth.Organizations],
        RoleAssignments = [.. truth.RoleAssignments],
        Memberships = [.. truth.Memberships],
        Groups = [.. truth.Groups],
        GroupMembers = [.. truth.GroupMembers],
        GroupRoles = [.. truth.GroupRoles],
        OrganizationGroupRoles = [.. truth.OrganizationGroupRoles],
        RolePermissions = [.. truth.RolePermissions],
        OrganizationOwnedRolePermissions = [.. truth.OrganizationOwnedRolePermissions],
        UserPermissions = [.. truth.UserPermissions],
        AutomaticMemberships = [.. truth.AutomaticMemberships],
    };

    internal TruthSpan And(TruthSpan other) => Join(other, isAnd: true);

    internal TruthSpan Or(TruthSpan other) => Join(other, isAnd: false);

    private TruthSpan Join(TruthSpan other, bool isAnd)
    {
        return new TruthSpan
        {
            Users = Rows(Users, other.Users, static x => x.Id),
            Roles = Rows(Roles, other.Roles, static x => x.Id),
            OrganizationOwnedRoles = Rows(OrganizationOwnedRoles, other.OrganizationOwnedRoles, static x => x.Id),
            Organizations = Rows(Organizations, other.Organizations, static x => x.Id),
            RoleAssignments = Rows(RoleAssignments, other.RoleAssignments, static x => x),
            Memberships = Members(),
            Groups = Rows(Groups, other.Groups, static x => x.Id),
            GroupMembers = Rows(GroupMembers, other.GroupMembers, static x => x),
            GroupRoles = Rows(GroupRoles, other.GroupRoles, static x => x),
            OrganizationGroupRoles = Rows(OrganizationGroupRoles, other.OrganizationGroupRoles, static x => x),
            RolePermissions = Rows(RolePermissions, other.RolePermissions, static x => x),
            OrganizationOwnedRolePermissions = Rows(OrganizationOwnedRolePermissions, other.OrganizationOwnedRolePermissions, static x => x),
            UserPermissions = Rows(UserPermissions, other.UserPermissions, static x => x),
            AutomaticMemberships = Rows(AutomaticMemberships, other.AutomaticMemberships, static x => x),
        };

        IReadOnlyList<T> Rows<T, TKey>(IReadOnlyList<T> one, IReadOnlyList<T> two, Func<T, TKey> key) =>
            isAnd ? [.. one.IntersectBy(two.Select(key), key)] : [.. one.UnionBy(two, key)];

        IReadOnlyList<TruthMembership> Members()
        {
            var there = other.Memberships.ToDictionary(static x => (x.OrganizationId, x.UserId));
            return
            [
                .. Rows(Memberships, other.Memberships, static x => (x.OrganizationId, x.UserId)).Select(x =>
                    there.TryGetValue((x.OrganizationId, x.UserId), out var also)
                        ? x with { RoleIds = [.. isAnd ? x.RoleIds.Intersect(also.RoleIds) : x.RoleIds.Union(also.RoleIds)] }
                        : x),
            ];
        }
    }
}
