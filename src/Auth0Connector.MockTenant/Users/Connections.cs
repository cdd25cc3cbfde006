using Auth0Connector.MockTenant.Data;

namespace Auth0Connector.MockTenant.Users;

/// <summary>The tenant's connections, in the order of <see cref="ConnectionKind"/>.</summary>
internal sealed class Connections(ulong seed)
{
    private static readonly (string Name, string Strategy, string Provider)[] Known =
    [
        ("Username-Password-Authentication", "auth0", "auth0"),
        ("Imported-Customers", "auth0", "auth0"),
        ("google-oauth2", "google-oauth2", "google-oauth2"),
        ("acme-saml", "samlp", "samlp"),
        ("corp-waad", "waad", "waad"),
        ("github", "github", "github"),
        ("sms", "sms", "sms"),
        ("email", "email", "email"),
    ];

    private readonly OpaqueIds _ids = new("con_", Mixing.Hash(seed, 0xC0), Known.Length);

    public static int Count => Known.Length;

    public string IdAt(int index) => _ids.At(index);

    public int Find(string? id) => _ids.Find(id);

    public static string NameAt(int index) => Known[index].Name;

    public static string StrategyAt(int index) => Known[index].Strategy;

    public static string Name(ConnectionKind kind) => Known[(int)kind].Name;

    public static string Provider(ConnectionKind kind) => Known[(int)kind].Provider;
}
