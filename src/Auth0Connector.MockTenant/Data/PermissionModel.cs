using System.Globalization;
using Auth0Connector.MockTenant.Changes;
using Auth0Connector.MockTenant.Users;

namespace Auth0Connector.MockTenant.Data;

/// <summary>APIs, their scopes, and who holds them. API 0 is the system's; permissions are of the tenant's own ones only.</summary>
internal sealed class PermissionModel
{
    private static readonly string[] Verbs = ["read", "write", "delete", "read:own", "approve"];
    private static readonly string[] Nouns = ["orders", "invoices", "people", "stock", "reports", "keys"];

    private readonly MockTenantOptions _options;
    private readonly RoleModel _roles;
    private readonly UserDirectory _users;
    private readonly ulong _seed;
    private readonly int _scopesPerServer;
    private readonly int _withScopes;

    public PermissionModel(MockTenantOptions options, UserDirectory users, RoleModel roles, string audience)
    {
        _options = options;
        _users = users;
        _roles = roles;
        _seed = Mixing.Hash((ulong)options.Seed, 0xA91);
        Audience = audience;
        RoleChanges = new SetChanges<int>(options);
        UserChanges = new SetChanges<int>(options);
        _withScopes = options.ResourceServers - (options.Oddities && options.ResourceServers > 2 ? 1 : 0);
        var most = Enumerable.Range(0, Math.Min(roles.Count, 8)).Select(roles.PermissionCount).DefaultIfEmpty().Max();
        _scopesPerServer = _withScopes == 0 ? 0 : Math.Max(8, (most + _withScopes - 1) / _withScopes);
    }

    public string Audience { get; }

    /// <summary>Permissions of roles as they were changed.</summary>
    public SetChanges<int> RoleChanges { get; }

    /// <summary>Direct permissions of people as they were changed.</summary>
    public SetChanges<int> UserChanges { get; }

    /// <summary>APIs, the system's included.</summary>
    public int ServerCount => _options.ResourceServers + 1;

    /// <summary>Permissions that can be assigned.</summary>
    public int Count => _scopesPerServer * _withScopes;

    public int ScopeCount(int server) =>
        server == 0 ? MockTenantScopes.Read.Count : server <= _withScopes ? _scopesPerServer : 0;

    public string ServerId(int server) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Mixing.Hash(_seed, (uint)server):x16}{Mixing.Hash(_seed, 0x1D, server) & 0xFFFFFFFF:x8}");

    public string Identifier(int server) => server switch
    {
        0 => Audience,
        1 when _options.Oddities => "urn:acme:api/v2:billing",
        _ => string.Create(CultureInfo.InvariantCulture, $"https://api{server}.acme.example/v1/"),
    };

    public static string ServerName(int server) => server == 0
        ? "Auth0 Management API"
        : string.Create(CultureInfo.InvariantCulture, $"Acme API {server}");

    public string ScopeValue(int server, int scope)
    {
        if (server == 0)
        {
            return MockTenantScopes.Read[scope];
        }

        if (_options.Cast && Cast.ScopeName(server, scope) is { } name)
        {
            return name;
        }

        return _options.Oddities && scope == 5
            ? "export/all:with:many:colons"
            : string.Create(CultureInfo.InvariantCulture, $"{Verbs[scope % Verbs.Length]}:{Nouns[scope % Nouns.Length]}{scope}");
    }

    /// <summary>Null for a scope without a description.</summary>
    public static string? ScopeDescription(int server, int scope) =>
        scope % 7 == 6 ? null : string.Create(CultureInfo.InvariantCulture, $"Scope {scope} of API {server}");

    /// <summary>API and scope of a permission.</summary>
    public (int Server, int Scope) At(int permission) => (1 + (permission / _scopesPerServer), permission % _scopesPerServer);

    /// <summary>The permission of that name, or -1.</summary>
    public int Find(string? identifier, string? value)
    {
        var server = Enumerable.Range(1, ServerCount - 1).FirstOrDefault(x => Identifier(x) == identifier);
        var scope = server == 0 ? -1 : Enumerable.Range(0, ScopeCount(server)).FirstOrDefault(x => ScopeValue(server, x) == value, -1);
        return scope < 0 ? -1 : ((server - 1) * _scopesPerServer) + scope;
    }

    public MemberSet OfRole(int role) => RoleChanges.Now(role, ComputedOfRole(role));

    public void ChangeRole(int role, IReadOnlyCollection<int> add, IReadOnlyCollection<int> remove) =>
        RoleChanges.Change(role, ComputedOfRole(role), add, remove);

    public void ChangeUser(int user, IReadOnlyCollection<int> add, IReadOnlyCollection<int> remove) =>
        UserChanges.Change(user, MemberSet.Of([.. ComputedDirectOf(user)]), add, remove);

    private MemberSet ComputedOfRole(int role) =>
        MemberSet.Spread(_roles.PermissionCount(role), Count, Mixing.Hash(_seed, 0x201E, role));

    /// <summary>Permissions of the role that an organization owns.</summary>
    public MemberSet OfOwnedRole(int organization) =>
        MemberSet.Spread(_options.PermissionsPerRole, Count, Mixing.Hash(_seed, 0x0270, organization));

    /// <summary>Permissions given to a person directly: one person in nine has some.</summary>
    public IEnumerable<int> DirectOf(int user) =>
        UserChanges.IsEmpty ? ComputedDirectOf(user) : UserChanges.Now(user, MemberSet.Of([.. ComputedDirectOf(user)])).All;

    private IEnumerable<int> ComputedDirectOf(int user)
    {
        var hash = Mixing.Hash(_seed, 0xD12EC7, user);
        if (hash % 9 != 0 || Count == 0)
        {
            yield break;
        }

        var held = Math.Min(1 + (int)((hash >> 8) % 3), Count);
        for (var index = 0; index < held; index++)
        {
            yield return (int)(((hash >> 16) + (uint)index) % (uint)Count);
        }
    }

    /// <summary>Roles that a person holds in the whole tenant.</summary>
    public IEnumerable<int> RolesOfUser(int user)
    {
        foreach (var role in _roles.Existing)
        {
            if (_users.Exists(user) && _roles.MembersOf(role).IndexOf(user) >= 0)
            {
                yield return role;
            }
        }
    }
}
