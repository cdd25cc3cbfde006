using System.Globalization;
using Auth0Connector.MockTenant.Changes;
using Auth0Connector.MockTenant.Users;

namespace Auth0Connector.MockTenant.Data;

/// <summary>
/// Enterprise groups (reference 4.6). With oddities: 0 holds 1, 1 holds 2; 3 and 4 hold each other; 5 is empty.
/// </summary>
internal sealed class GroupModel(MockTenantOptions options, UserDirectory users, RoleModel roles, OrganizationModel organizations)
{
    private readonly ulong _seed = Mixing.Hash((ulong)options.Seed, 0x6209);
    private readonly GroupIds _ids = new(Mixing.Hash((ulong)options.Seed, 0x620E));

    /// <summary>Groups at the start.</summary>
    public int Count => options.Groups;

    /// <summary>Groups that exist.</summary>
    public IReadOnlyList<int> Existing => Things.Existing;

    /// <summary>Groups that were created and deleted.</summary>
    public ThingChanges Things { get; } = new(
        options.Groups, new GroupIds(Mixing.Hash((ulong)options.Seed, 0x620E)).At, options.IsChurned);

    /// <summary>Members as they were changed.</summary>
    public SetChanges<int> MemberChanges { get; } = new(options);

    /// <summary>Roles in the whole tenant as they were changed.</summary>
    public SetChanges<int> RoleChanges { get; } = new(options);

    /// <summary>Roles inside organizations as they were changed, by organization and group.</summary>
    public SetChanges<(int Organization, int Group)> OrganizationRoleChanges { get; } = new(options);

    public string IdAt(int group) => _ids.At(group);

    public int Find(string? id) => _ids.Find(id) is >= 0 and var group && Things.Exists(group) ? group : -1;

    public static string NameOf(int group) => string.Create(CultureInfo.InvariantCulture, $"Directory Group {group}");

    /// <summary>The organization a group belongs to, or -1.</summary>
    public int OrganizationOf(int group) => group % 6 == 2 && organizations.Count > 0 && organizations.Things.Exists(group % organizations.Count) ? group % organizations.Count : -1;

    public MemberSet UsersOf(int group) => MemberChanges.Now(group, ComputedUsersOf(group));

    public void ChangeMembers(int group, IReadOnlyCollection<int> add, IReadOnlyCollection<int> remove) =>
        MemberChanges.Change(group, ComputedUsersOf(group), add, remove);

    private MemberSet ComputedUsersOf(int group) => (options.Oddities && group == 5) || !Things.IsFirst(group)
        ? MemberSet.Empty
        : MemberSet.Spread(options.GroupMembers, users.WithDeleted, Mixing.Hash(_seed, (uint)group));

    /// <summary>The group inside a group, or -1.</summary>
    public int NestedIn(int group)
    {
        var nested = !options.Oddities ? -1 : group switch { 0 => 1, 1 => 2, 3 => 4, 4 => 3, _ => -1 };
        return nested < Count && Things.Exists(nested) ? nested : -1;
    }

    /// <summary>Roles that a group holds in the whole tenant.</summary>
    public IEnumerable<int> RolesOf(int group) =>
        (RoleChanges.IsEmpty ? ComputedRolesOf(group) : RoleChanges.Now(group, MemberSet.Of([.. ComputedRolesOf(group)])).All).Where(roles.Exists);

    public void ChangeRoles(int group, IReadOnlyCollection<int> add, IReadOnlyCollection<int> remove) =>
        RoleChanges.Change(group, MemberSet.Of([.. ComputedRolesOf(group)]), add, remove);

    private IEnumerable<int> ComputedRolesOf(int group)
    {
        if (roles.Count > 0 && group % 3 != 1)
        {
            yield return (group + 2) % roles.Count;
            if (group % 2 == 0 && roles.Count > 1)
            {
                yield return (group + 3) % roles.Count;
            }
        }
    }

    /// <summary>Groups that have something to do with an organization.</summary>
    public IEnumerable<int> GroupsIn(int organization)
    {
        var holder = HolderIn(organization);
        foreach (var group in Existing)
        {
            if (group == holder || OrganizationOf(group) == organization || RolesIn(organization, group).Any())
            {
                yield return group;
            }
        }
    }

    /// <summary>Roles that a group holds inside an organization.</summary>
    public IEnumerable<int> RolesIn(int organization, int group)
    {
        var held = OrganizationRoleChanges.IsEmpty
            ? ComputedRolesIn(organization, group)
            : OrganizationRoleChanges.Now((organization, group), MemberSet.Of([.. ComputedRolesIn(organization, group)])).All;
        return held.Where(roles.Exists);
    }

    public void ChangeRolesIn(int organization, int group, IReadOnlyCollection<int> add, IReadOnlyCollection<int> remove) =>
        OrganizationRoleChanges.Change((organization, group), MemberSet.Of([.. ComputedRolesIn(organization, group)]), add, remove);

    private IEnumerable<int> ComputedRolesIn(int organization, int group)
    {
        if (roles.Count > 0 && group == HolderIn(organization))
        {
            yield return (organization + group) % roles.Count;
        }
    }

    private int HolderIn(int organization) => Count > 0 && organization % 4 == 1 ? organization % Count : -1;
}
