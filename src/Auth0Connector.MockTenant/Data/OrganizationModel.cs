using System.Globalization;
using Auth0Connector.MockTenant.Changes;
using Auth0Connector.MockTenant.Users;

namespace Auth0Connector.MockTenant.Data;

/// <summary>Organizations, their members, and the roles held inside them.</summary>
internal sealed class OrganizationModel(MockTenantOptions options, UserDirectory users, RoleModel roles)
{
    private const int OwnedRoleHolders = 3;

    private readonly ulong _seed = Mixing.Hash((ulong)options.Seed, 0x0269);
    private readonly OpaqueIds _ids = new("org_", Mixing.Hash((ulong)options.Seed, 0x026E), int.MaxValue);
    private readonly OpaqueIds _ownedRoles = new("rol_", Mixing.Hash((ulong)options.Seed, 0x0270), options.Organizations);

    /// <summary>Organizations at the start.</summary>
    public int Count => options.Organizations;

    /// <summary>Organizations that exist.</summary>
    public IReadOnlyList<int> Existing => Things.Existing;

    /// <summary>Organizations that were created and deleted.</summary>
    public ThingChanges Things { get; } = new(
        options.Organizations, new OpaqueIds("org_", Mixing.Hash((ulong)options.Seed, 0x026E), int.MaxValue).At, options.IsChurned);

    /// <summary>Members as they were changed.</summary>
    public SetChanges<int> MemberChanges { get; } = new(options);

    /// <summary>Roles of members as they were changed, by organization and person.</summary>
    public SetChanges<(int Organization, int User)> RoleChanges { get; } = new(options);

    public bool IsEmpty(int organization) => options.Oddities && organization == 0 && !IsEveryone(0);

    public bool IsOdd(int organization) => options.Oddities && organization == 1 && users.OddCount > 0;

    public bool IsEveryone(int organization) => options.EveryoneOrganization && organization == Count - 1;

    public bool IsLarge(int organization) =>
        options.LargeOrganizationMembers > 0 && organization == Count - (options.EveryoneOrganization ? 2 : 1);

    public string IdAt(int organization) => _ids.At(organization);

    public int Find(string? id) => _ids.Find(id) is >= 0 and var organization && Things.Exists(organization) ? organization : -1;

    public string NameOf(int organization) => options.Cast && Cast.OrganizationName(organization) is { } name ? name : string.Create(CultureInfo.InvariantCulture, $"customer-{organization}");

    /// <summary>The connection where whoever signs in becomes a member of an organization that has one.</summary>
    public const int AutomaticConnection = 3;

    public static bool HasAutomaticMembership(int organization) => organization % 4 == 3;

    /// <summary>Connections that are enabled: a database each, and for some one whose logins all become members.</summary>
    public static int[] ConnectionsOf(int organization) =>
        HasAutomaticMembership(organization) ? [organization % 2, AutomaticConnection] : [organization % 2];

    /// <summary>The domain that every sixth organization has proven, or null.</summary>
    public string? DomainOf(int organization) => organization % 6 == 0 ? $"{NameOf(organization)}.example" : null;

    /// <summary>Whether members reach only the applications that the organization was given.</summary>
    public static bool IsAppEntitlementActive(int organization) => organization % 4 == 2;

    /// <summary>Null for an organization without a display name.</summary>
    public string? DisplayNameOf(int organization) => (organization % 9) switch
    {
        _ when options.Cast && Cast.OrganizationName(organization) is { } name => name,
        _ when IsEmpty(organization) => "Nobody here",
        _ when IsOdd(organization) => "Ödd \"Pëople\" & Söhne 🦊 株式会社",
        4 => null,
        5 when options.Oddities => "",
        _ => string.Create(CultureInfo.InvariantCulture, $"Customer {organization} Ltd."),
    };

    public MemberSet MembersOf(int organization) => MemberChanges.Now(organization, ComputedMembersOf(organization));

    /// <summary>Members as the listing shows them, which lags behind writes.</summary>
    public MemberSet ListedMembersOf(int organization) => MemberChanges.Seen(organization, ComputedMembersOf(organization));

    /// <summary>Adds and removes members; whoever leaves loses the roles held inside.</summary>
    public void ChangeMembers(int organization, IReadOnlyCollection<int> add, IReadOnlyCollection<int> remove)
    {
        MemberChanges.Change(organization, ComputedMembersOf(organization), add, remove);
        foreach (var user in remove)
        {
            ChangeRoles(organization, user, [], [.. NumbersOf(organization, user)]);
        }
    }

    public void ChangeRoles(int organization, int user, IReadOnlyCollection<int> add, IReadOnlyCollection<int> remove) =>
        RoleChanges.Change((organization, user), MemberSet.Of([.. ComputedNumbersOf(organization, user)]), add, remove);

    /// <summary>The number of a role inside an organization: the tenant's role, or after them the organization's own; or -1.</summary>
    public int RoleNumber(int organization, string? roleId) =>
        OwnerOf(roleId) == organization && organization >= 0 ? roles.Count : roles.Find(roleId);

    private MemberSet ComputedMembersOf(int organization)
    {
        if (IsEveryone(organization))
        {
            return MemberSet.First(users.Count, users.WithDeleted);
        }

        if (IsEmpty(organization) || !Things.IsFirst(organization))
        {
            return MemberSet.Empty;
        }

        return IsOdd(organization)
            ? MemberSet.First(users.OddCount, users.WithDeleted)
            : MemberSet.Spread(
                IsLarge(organization) ? options.LargeOrganizationMembers : options.OrganizationMembers,
                users.WithDeleted,
                Mixing.Hash(_seed, (uint)organization));
    }

    /// <summary>The role that the organization owns, or null (roles of type organization, reference 4.4).</summary>
    public string? OwnedRoleOf(int organization) =>
        options.Oddities && organization % 5 == 2 && Things.IsFirst(organization) ? _ownedRoles.At(organization) : null;

    /// <summary>Organizations that own a role.</summary>
    public IEnumerable<int> WithOwnedRole => Existing.Where(x => OwnedRoleOf(x) is not null);

    public static string OwnedRoleName(int organization) =>
        string.Create(CultureInfo.InvariantCulture, $"Owned by customer {organization}");

    /// <summary>The organization that owns the role, or -1.</summary>
    public int OwnerOf(string? roleId)
    {
        var organization = _ownedRoles.Find(roleId);
        return organization >= 0 && Things.Exists(organization) && OwnedRoleOf(organization) is not null ? organization : -1;
    }

    /// <summary>Ids and names of the roles that somebody holds inside the organization.</summary>
    public IEnumerable<(string Id, string Name)> RolesOf(int organization, int user) => NumbersOf(organization, user)
        .Select(role => role != roles.Count ? (roles.IdAt(role), roles.NameOf(role)) : (OwnedRoleOf(organization)!, OwnedRoleName(organization)));

    private IEnumerable<int> NumbersOf(int organization, int user)
    {
        var held = RoleChanges.IsEmpty
            ? ComputedNumbersOf(organization, user)
            : RoleChanges.Now((organization, user), MemberSet.Of([.. ComputedNumbersOf(organization, user)])).All;
        return held.Where(roles.Exists);
    }

    private IEnumerable<int> ComputedNumbersOf(int organization, int user)
    {
        var position = ComputedMembersOf(organization).IndexOf(user);
        if (position < 0)
        {
            yield break;
        }

        if (position < OwnedRoleHolders && OwnedRoleOf(organization) is not null)
        {
            yield return roles.Count;
        }

        if (roles.Count == 0)
        {
            yield break;
        }

        var hash = Mixing.Hash(_seed, organization, position);
        var held = IsOdd(organization) ? 2 : hash % 4 == 0 ? 1 : hash % 16 == 1 ? 2 : 0;
        for (var index = 0; index < Math.Min(held, roles.Count); index++)
        {
            yield return (int)(((hash >> 8) + (uint)index) % (uint)roles.Count);
        }
    }
}
