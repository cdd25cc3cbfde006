using System.Globalization;
using Auth0Connector.MockTenant.Changes;
using Auth0Connector.MockTenant.Users;

namespace Auth0Connector.MockTenant.Data;

/// <summary>Tenant-wide roles and who is in them. With oddities the first ones are special, see <see cref="RoleKind"/>.</summary>
internal sealed class RoleModel(MockTenantOptions options, UserDirectory users)
{
    private static readonly string[] Areas =
        ["Billing", "Support", "Sales", "Security", "Compliance", "Warehouse", "Content", "Platform", "Finance", "Legal"];

    private static readonly string[] Grades = ["Reader", "Editor", "Approver", "Administrator", "Auditor"];

    private readonly ulong _seed = Mixing.Hash((ulong)options.Seed, 0x2013);
    private readonly OpaqueIds _ids = new("rol_", Mixing.Hash((ulong)options.Seed, 0x201E), int.MaxValue);

    /// <summary>Roles at the start.</summary>
    public int Count => options.Roles;

    /// <summary>Roles that were not deleted.</summary>
    public IReadOnlyList<int> Existing => Things.Existing;

    /// <summary>Roles that were created and deleted.</summary>
    public ThingChanges Things { get; } = new(
        options.Roles, new OpaqueIds("rol_", Mixing.Hash((ulong)options.Seed, 0x201E), int.MaxValue).At, options.IsChurned);

    /// <summary>Members as they were changed.</summary>
    public SetChanges<int> Changes { get; } = new(options);

    public string IdAt(int role) => _ids.At(role);

    /// <summary>The role of that id, unless it was deleted, or -1.</summary>
    public int Find(string? id) => _ids.Find(id) is >= 0 and var role && Things.Exists(role) ? role : -1;

    /// <summary>Whether a role exists; the number after the first ones stands for the role that an organization owns.</summary>
    public bool Exists(int role) => role == Count || Things.Exists(role);

    /// <summary>Deletes a role; with it goes whatever holds it.</summary>
    public void Delete(int role) => Things.Delete(role);

    /// <summary>Forgets everything that was written.</summary>
    public void Reset()
    {
        Things.Clear();
        Changes.Clear();
    }

    public RoleKind KindOf(int role)
    {
        if (options.Oddities && role < (int)RoleKind.LongName)
        {
            return (RoleKind)(role + 1);
        }

        return options.LargeRoleMembers > 0 && role == Count - 1 ? RoleKind.Large : RoleKind.Ordinary;
    }

    public string NameOf(int role) => KindOf(role) switch
    {
        _ when options.Cast && Cast.RoleName(role) is { } name => name,
        RoleKind.ControlCharacters => "Ops\r\n\tTeam \u001b[31mred\u001b[0m \u0007",
        RoleKind.LongName => "Long " + new string('n', 1090) + role.ToString("D5", CultureInfo.InvariantCulture),
        RoleKind.OddMembers => "Équipe 管理者 🛡️",
        _ => string.Create(
            CultureInfo.InvariantCulture,
            $"{Areas[role % Areas.Length]} {Grades[role / Areas.Length % Grades.Length]} {role}"),
    };

    /// <summary>Null for a role without a description.</summary>
    public static string? DescriptionOf(int role) =>
        role % 5 == 3 ? null : string.Create(CultureInfo.InvariantCulture, $"Mock role number {role}");

    public MemberSet MembersOf(int role) => Exists(role) ? Changes.Now(role, ComputedMembersOf(role)) : MemberSet.Empty;

    public void Change(int role, IReadOnlyCollection<int> add, IReadOnlyCollection<int> remove) =>
        Changes.Change(role, ComputedMembersOf(role), add, remove);

    private MemberSet ComputedMembersOf(int role) => KindOf(role) switch
    {
        _ when !Things.IsFirst(role) => MemberSet.Empty,
        RoleKind.NoMembers => MemberSet.Empty,
        RoleKind.OddMembers when users.OddCount > 0 => MemberSet.First(users.OddCount, users.WithDeleted),
        RoleKind.Large => Spread(role, options.LargeRoleMembers),
        _ => Spread(role, options.RoleMembers),
    };

    public int PermissionCount(int role) => KindOf(role) switch
    {
        RoleKind.NoPermissions => 0,
        RoleKind.ManyPermissions => Math.Max(130, options.PermissionsPerRole),
        _ => options.PermissionsPerRole,
    };

    private MemberSet Spread(int role, int size) =>
        MemberSet.Spread(size, users.WithDeleted, Mixing.Hash(_seed, (uint)role));
}
