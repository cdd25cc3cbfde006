using System.Globalization;
using Auth0Connector.MockTenant.Changes;

namespace Auth0Connector.MockTenant.Data;

/// <summary>Applications and what they may call (reference 4.7). Application 0 is the connector's own.</summary>
internal sealed class ClientModel(MockTenantOptions options, PermissionModel permissions)
{
    private static readonly string[] Types = ["non_interactive", "regular_web", "spa", "native"];

    private readonly OpaqueIds _grantIds = new("cgr_", Mixing.Hash((ulong)options.Seed, 0xC62), int.MaxValue);

    public int Count => options.Clients;

    /// <summary>Which grants organizations were given, by their position in <see cref="Grants"/>; none at first.</summary>
    public SetChanges<int> OrganizationChanges { get; } = new(options);

    public string IdAt(int client) => client == 0
        ? options.ClientId
        : Hex(Mixing.Hash((ulong)options.Seed, 0xC1, client)) + Hex(Mixing.Hash((ulong)options.Seed, 0xC2, client));

    /// <summary>The id of the tenant's global client, which stands outside <see cref="Count"/>.</summary>
    public string GlobalId => IdAt(-1);

    public int Find(string id)
    {
        for (var client = 0; client < Count; client++)
        {
            if (string.Equals(IdAt(client), id, StringComparison.Ordinal))
            {
                return client;
            }
        }

        return -1;
    }

    public static string NameOf(int client) => client == 0
        ? "Access sync"
        : string.Create(CultureInfo.InvariantCulture, $"Application {client}");

    public static string TypeOf(int client) => Types[client % Types.Length];

    // A web application may hold client_credentials too, so app_type does not tell who can act alone.
    public static IEnumerable<string> GrantTypesOf(int client) => (client % Types.Length) switch
    {
        0 => ["client_credentials"],
        1 => client % 8 == 1
            ? ["authorization_code", "refresh_token", "client_credentials"]
            : ["authorization_code", "refresh_token"],
        2 => ["authorization_code", "implicit"],
        _ => ["authorization_code", "refresh_token", "urn:ietf:params:oauth:grant-type:device_code"],
    };

    public static bool IsFirstParty(int client) => client % 6 != 5;

    public IReadOnlyList<ClientGrant> Grants()
    {
        var grants = new List<ClientGrant>();
        if (Count > 0 && options.ClientGrant)
        {
            grants.Add(new(_grantIds.At(0), options.ClientId, permissions.Audience, options.Scopes, "client"));
        }

        var servers = permissions.ServerCount - 1;
        for (var client = 1; client < Count && servers > 0; client++)
        {
            var server = 1 + (client % servers);
            var identifier = permissions.Identifier(server);
            var scopes = Scopes(server, 1 + (client % 4));
            var subject = GrantTypesOf(client).Contains("client_credentials", StringComparer.Ordinal) ? "client" : "user";
            var all = client % 8 == 4;
            grants.Add(new(_grantIds.At(client), IdAt(client), identifier, all ? [] : scopes, subject, all));
            if (client % 8 == 1)
            {
                grants.Add(new(_grantIds.At(Count + client), IdAt(client), identifier, scopes, "user"));
            }
        }

        if (options.Oddities && servers > 0)
        {
            grants.Add(new(
                _grantIds.At(2 * Count),
                null,
                permissions.Identifier(1),
                Scopes(1, 2),
                "client",
                DefaultFor: "third_party_clients"));
        }

        return grants;
    }

    /// <summary>The position of a grant in <see cref="Grants"/>, or -1.</summary>
    public int FindGrant(string? id) => Grants().ToList().FindIndex(grant => grant.Id == id);

    /// <summary>The grants that an organization was given.</summary>
    public IReadOnlyList<ClientGrant> OfOrganization(int organization)
    {
        var given = OrganizationChanges.Now(organization, MemberSet.Empty);
        if (given.Count == 0)
        {
            return [];
        }

        var grants = Grants();
        return [.. given.All.Select(position => grants[position])];
    }

    /// <summary>Applications that an organization was given, where only those are reached by members.</summary>
    public IEnumerable<int> GivenTo(int organization) =>
        OrganizationModel.IsAppEntitlementActive(organization) ? Enumerable.Range(0, Count).Skip(1) : [];

    /// <summary>Applications that a connection signs people in to: all but the connector's own, of a matching number.</summary>
    public IEnumerable<int> OfConnection(int connection) =>
        Enumerable.Range(0, Count).Where(client => client > 0 && (client + connection) % 2 == 0);

    private List<string> Scopes(int server, int count) =>
    [
        .. Enumerable.Range(0, Math.Min(count, permissions.ScopeCount(server))).Select(x => permissions.ScopeValue(server, x)),
    ];

    private static string Hex(ulong value) => value.ToString("x16", CultureInfo.InvariantCulture);
}
