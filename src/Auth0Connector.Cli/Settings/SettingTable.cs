namespace Auth0Connector.Cli.Settings;

/// <summary>The settings of a sync. A setting is added by one entry here and by the place that reads it.</summary>
internal static class SettingTable
{
    public static readonly SettingDefinition BaseUrl =
        new("auth0-base-url", SettingKind.Text, SettingGroup.Tenant, "Address of the tenant. https only, except on loopback; a bare domain means https.")
        {
            Placeholder = "URL",
            Example = "https://acme.eu.auth0.com",
        };

    public static readonly SettingDefinition ClientId =
        new("auth0-client-id", SettingKind.Text, SettingGroup.Tenant, "Client ID of the machine-to-machine application.") { Placeholder = "ID" };

    public static readonly SettingDefinition ClientSecret =
        new("auth0-client-secret", SettingKind.Text, SettingGroup.Tenant, "Client secret of the application. The process list shows flags: prefer the variable or a file.")
        {
            Placeholder = "SECRET",
            Secret = true,
        };

    public static readonly SettingDefinition ClientSecretFile =
        new("auth0-client-secret-file", SettingKind.Text, SettingGroup.Tenant, "File that holds the client secret and nothing else.")
        {
            Placeholder = "PATH",
            Example = "/run/secrets/auth0",
        };

    public static readonly SettingDefinition PrivateKeyFile =
        new("auth0-private-key-file", SettingKind.Text, SettingGroup.Tenant, "RSA private key in PEM form, instead of a secret (Private Key JWT).")
        {
            Placeholder = "PATH",
            Example = "/run/secrets/auth0.pem",
        };

    public static readonly SettingDefinition KeyId =
        new("auth0-key-id", SettingKind.Text, SettingGroup.Tenant, "Key ID (kid) of the credential that belongs to the private key.") { Placeholder = "ID" };

    public static readonly SettingDefinition SigningAlgorithm =
        new("auth0-signing-alg", SettingKind.Choice, SettingGroup.Tenant, "Algorithm of that credential: RS256, RS384 or PS256.")
        {
            Placeholder = "ALG",
            Choices = ["RS256", "RS384", "PS256"],
            Default = "RS256",
        };

    public static readonly SettingDefinition Audience =
        new("auth0-audience", SettingKind.Text, SettingGroup.Tenant, "Audience of the token. Behind a custom domain: the canonical domain's https://TENANT.auth0.com/api/v2/.")
        {
            Placeholder = "URL",
            DefaultInWords = "the base URL's /api/v2/",
            Example = "https://acme.eu.auth0.com/api/v2/",
        };

    public static readonly SettingDefinition CaFile =
        new("ca-file", SettingKind.Text, SettingGroup.Tenant, "Certificates in PEM form of private authorities to trust besides the system's, as for a proxy that looks into TLS.")
        {
            Placeholder = "PATH",
            Example = "/etc/ssl/corporate.pem",
        };

    public static readonly SettingDefinition ProxyLoopback =
        new("proxy-loopback", SettingKind.Switch, SettingGroup.Tenant, "Also ask the proxy that HTTP_PROXY names for a tenant on this machine.");

    public static readonly SettingDefinition ResourceTypes =
        new("sync-resource-types", SettingKind.List, SettingGroup.Reading, "Read these resource types only, such as user,role.")
        {
            Placeholder = "TYPES",
            DefaultInWords = "all that are on",
            Example = "user,role",
        };

    public static readonly SettingDefinition Resources =
        new("sync-resources", SettingKind.List, SettingGroup.Reading, "Read these resources only, named by their bids, with who holds them.")
        {
            Placeholder = "BIDS",
            DefaultInWords = "everything",
            Example = "bid:r:role/rol_1",
        };

    public static readonly SettingDefinition SkipGrants =
        new("skip-grants", SettingKind.Switch, SettingGroup.Reading, "With --sync-resources: leave out who holds them.");

    public static readonly SettingDefinition Permissions =
        new("sync-permissions", SettingKind.Switch, SettingGroup.Reading, "Also read APIs, their scopes, and which roles and applications hold them.");

    public static readonly SettingDefinition UserPermissions =
        new("sync-user-permissions", SettingKind.Switch, SettingGroup.Reading, "Also read the scopes that users hold directly. Costs one request a user; implies --sync-permissions.");

    public static readonly SettingDefinition Applications =
        new("sync-applications", SettingKind.Switch, SettingGroup.Reading, "Read all applications, also those without any grant.");

    public static readonly SettingDefinition OrganizationOwnedRoles =
        new("sync-organization-owned-roles", SettingKind.Switch, SettingGroup.Reading, "Also read roles that belong to one organization. Costs one request an organization.");

    public static readonly SettingDefinition OrganizationConnections =
        new("sync-organization-connections", SettingKind.Switch, SettingGroup.Reading, "Also read where signing in makes somebody a member of an organization. Costs one request an organization.");

    public static readonly SettingDefinition Expand =
        new("expand", SettingKind.Choice, SettingGroup.Reading, "Inherited grants to write out: membership (through groups), all (also the scopes of roles, for everybody who holds one) or none.")
        {
            Placeholder = "WHAT",
            Choices = ["membership", "all", "none"],
            Default = "membership",
        };

    public static readonly SettingDefinition UsersVia =
        new("users-via", SettingKind.Choice, SettingGroup.Reading, "How users are listed: by search, by the export job, or auto, which takes what reaches everybody.")
        {
            Placeholder = "WAY",
            Choices = ["auto", "search", "export"],
            Default = "auto",
        };

    public static readonly SettingDefinition SkipEntitlementsAndGrants =
        new("skip-entitlements-and-grants", SettingKind.Switch, SettingGroup.Reading, "Read resources only.");

    public static readonly SettingDefinition File =
        new("file", SettingKind.Text, SettingGroup.Output, "The access file to leave. A name ending in .db or .sqlite gives an uncompressed SQLite database.")
        {
            ShortName = 'f',
            Placeholder = "PATH",
            Default = "sync.c1z",
            Example = "sync.c1z",
        };

    public static readonly SettingDefinition Output =
        new("output", SettingKind.Choice, SettingGroup.Output, "Form of the summary on standard output: table (also called console) or json.")
        {
            ShortName = 'o',
            Aliases = ["output-format"],
            Placeholder = "FORM",
            Choices = ["table", "json", "console"],
            Default = "table",
        };

    public static readonly SettingDefinition Strict =
        new("strict", SettingKind.Switch, SettingGroup.Output, "End with code 3 if anything asked for was skipped.");

    public static readonly SettingDefinition RateShare =
        new("rate-share", SettingKind.Fraction, SettingGroup.Pace, "Share of the tenant's rate limits to use, burst and refill alike; the rest is left to production.")
        {
            Placeholder = "SHARE",
            Default = "0.8",
            Example = "0.5",
            Least = 0,
            Most = 1,
        };

    public static readonly SettingDefinition MaxRequestsPerSecond =
        new("max-requests-per-second", SettingKind.Fraction, SettingGroup.Pace, "Most requests a second, whatever the tenant allows.")
        {
            Placeholder = "N",
            DefaultInWords = "what the tenant allows",
            Least = 0,
            Most = 100_000,
        };

    public static readonly SettingDefinition Concurrency =
        new("concurrency", SettingKind.Number, SettingGroup.Pace, "Most requests on their way at a time; fewer where answers slow down. Also called --workers.")
        {
            Aliases = ["workers"],
            Placeholder = "N",
            Default = "32",
            Least = 1,
            Most = 256,
        };

    public static readonly SettingDefinition HttpTimeout =
        new("http-timeout-seconds", SettingKind.Number, SettingGroup.Pace, "Longest time for one attempt of one request, connecting included.")
        {
            Placeholder = "N",
            Default = "300",
            Least = 1,
            Most = 1800,
        };

    public static readonly SettingDefinition LogLevel =
        new("log-level", SettingKind.Choice, SettingGroup.Logs, "Least level that is logged: debug, info, warn or error.")
        {
            Placeholder = "LEVEL",
            Choices = ["debug", "info", "warn", "error"],
            Default = "info",
        };

    public static readonly SettingDefinition LogFormat =
        new("log-format", SettingKind.Choice, SettingGroup.Logs, "Form of the log on standard error: console or json.")
        {
            Placeholder = "FORM",
            Choices = ["console", "json"],
            DefaultInWords = "console on a terminal, otherwise json",
        };

    public static readonly SettingDefinition LogPath =
        new("log-path", SettingKind.Text, SettingGroup.Logs, "Append the log to this file as well, as JSON lines.") { Placeholder = "PATH", Example = "sync.log" };

    public static readonly SettingDefinition StorageEngine =
        new("storage-engine", SettingKind.Choice, SettingGroup.Advanced, "Kind of access file. Only sqlite is written here.")
        {
            Placeholder = "NAME",
            Choices = ["sqlite", "pebble"],
            Default = "sqlite",
        };

    /// <summary>The settings of the log, which every command has.</summary>
    public static IReadOnlyList<SettingDefinition> Logs { get; } = [LogLevel, LogFormat, LogPath];

    /// <summary>Where the tenant is and how to prove who asks, which every command that speaks with it has.</summary>
    public static IReadOnlyList<SettingDefinition> Tenant { get; } =
        [BaseUrl, ClientId, ClientSecret, ClientSecretFile, PrivateKeyFile, KeyId, SigningAlgorithm, Audience, CaFile, ProxyLoopback];

    /// <summary>How fast and how patient.</summary>
    public static IReadOnlyList<SettingDefinition> Pace { get; } = [RateShare, MaxRequestsPerSecond, Concurrency, HttpTimeout];

    /// <summary>The settings of a sync, in the order of help.</summary>
    public static IReadOnlyList<SettingDefinition> Sync { get; } =
    [
        BaseUrl, ClientId, ClientSecret, ClientSecretFile, PrivateKeyFile, KeyId, SigningAlgorithm, Audience, CaFile, ProxyLoopback,
        ResourceTypes, Resources, UsersVia, Permissions, UserPermissions, Applications, OrganizationOwnedRoles, OrganizationConnections,
        Expand, SkipEntitlementsAndGrants, SkipGrants, KeepingTable.NoResume, KeepingTable.ResumeWithin,
        File, KeepingTable.KeepSyncs, KeepingTable.SkipCleanup, Output, Strict, RecordTable.Journal, RecordTable.Ledger,
        RateShare, MaxRequestsPerSecond, Concurrency, HttpTimeout,
        .. Logs,
        StorageEngine, KeepingTable.MaxDecodedSize, KeepingTable.MaxDecoderMemory,
    ];

    /// <summary>The setting of a sync with a name.</summary>
    public static SettingDefinition Named(string name) => Sync.First(setting => setting.Name == name);

    /// <summary>The settings of a sync and those of the ecosystem that are only recognised.</summary>
    public static IReadOnlyList<SettingDefinition> SyncAndEcosystem { get; } = [.. Sync, .. EcosystemTable.All];
}
