using Auth0Connector.Cli.Settings;

namespace Auth0Connector.Cli.Tenant;

/// <summary>Where the tenant is and how to prove who asks, which every command that speaks with it has.</summary>
internal static class TenantFlags
{
    private const string Address = "auth0-base-url";
    private const string Id = "auth0-client-id";
    private const string Secret = "auth0-client-secret";
    private const string SecretFile = "auth0-client-secret-file";
    private const string KeyFile = "auth0-private-key-file";
    private static readonly string[] OfKey = [Address, Id, Secret, SecretFile, KeyFile];

    public static readonly SettingDefinition BaseUrl =
        new(Address, SettingKind.Text, SettingGroup.Tenant, "Address of the tenant. https only, except on loopback; a bare domain means https.")
        {
            Placeholder = "URL",
            Example = "https://acme.eu.auth0.com",
            NamesTenant = true,
        };

    public static readonly SettingDefinition ClientId =
        new(Id, SettingKind.Text, SettingGroup.Tenant, "Client ID of the machine-to-machine application.")
        {
            Placeholder = "ID",
            UnitWith = [Address],
        };

    public static readonly SettingDefinition ClientSecret =
        new(Secret, SettingKind.Text, SettingGroup.Tenant, "Client secret of the application. The process list shows flags: prefer the variable or a file.")
        {
            Placeholder = "SECRET",
            Secret = true,
            UnitWith = [Address, Id, SecretFile, KeyFile],
        };

    public static readonly SettingDefinition ClientSecretFile =
        new(SecretFile, SettingKind.Text, SettingGroup.Tenant, "File that holds the client secret and nothing else.")
        {
            Placeholder = "PATH",
            Example = "/run/secrets/auth0",
            UnitWith = [Address, Id, Secret, KeyFile],
        };

    public static readonly SettingDefinition PrivateKeyFile =
        new(KeyFile, SettingKind.Text, SettingGroup.Tenant, "RSA private key in PEM form, instead of a secret (Private Key JWT).")
        {
            Placeholder = "PATH",
            Example = "/run/secrets/auth0.pem",
            UnitWith = [Address, Id, Secret, SecretFile],
        };

    public static readonly SettingDefinition KeyId =
        new("auth0-key-id", SettingKind.Text, SettingGroup.Tenant, "Key ID (kid) of the credential that belongs to the private key.")
        {
            Placeholder = "ID",
            UnitWith = OfKey,
        };

    public static readonly SettingDefinition SigningAlgorithm =
        new("auth0-signing-alg", SettingKind.Choice, SettingGroup.Tenant, "Algorithm of that credential: RS256, RS384 or PS256.")
        {
            Placeholder = "ALG",
            Choices = ["RS256", "RS384", "PS256"],
            Default = "RS256",
            UnitWith = OfKey,
        };

    public static readonly SettingDefinition Audience =
        new("auth0-audience", SettingKind.Text, SettingGroup.Tenant, "Audience of the token. Behind a custom domain: the canonical domain's https://TENANT.auth0.com/api/v2/.")
        {
            Placeholder = "URL",
            DefaultInWords = "the base URL's /api/v2/",
            Example = "https://acme.eu.auth0.com/api/v2/",
            UnitWith = [Address],
        };

    public static readonly SettingDefinition CaFile =
        new("ca-file", SettingKind.Text, SettingGroup.Tenant, "Certificates in PEM form of private authorities to trust besides the system's, as for a proxy that looks into TLS.")
        {
            Placeholder = "PATH",
            Example = "/etc/ssl/corporate.pem",
        };

    public static readonly SettingDefinition ProxyLoopback =
        new("proxy-loopback", SettingKind.Switch, SettingGroup.Tenant, "Also ask the proxy that HTTP_PROXY names for a tenant on this machine.");

    /// <summary>All of them, in the order of help.</summary>
    public static IReadOnlyList<SettingDefinition> All { get; } =
        [BaseUrl, ClientId, ClientSecret, ClientSecretFile, PrivateKeyFile, KeyId, SigningAlgorithm, Audience, CaFile, ProxyLoopback, .. ConfigFlags.All];
}
