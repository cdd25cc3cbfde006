using Auth0Connector.Cli.Logging;
using Auth0Connector.Cli.Settings;
using Auth0Connector.Cli.Sync;
using Auth0Connector.Cli.Tenant;

namespace Auth0Connector.Cli.Setup;

/// <summary>The settings of <c>setup</c>: the answers to its questions, for scripts. No secret is among them.</summary>
internal static class SetupFlags
{
    public static readonly SettingDefinition Profile =
        new("profile", SettingKind.Text, SettingGroup.Output, "The name of the profile to write.")
        {
            Placeholder = "NAME",
            DefaultInWords = "the first part of the tenant's domain",
            Example = "prod",
        };

    public static readonly SettingDefinition BaseUrl =
        new("auth0-base-url", SettingKind.Text, SettingGroup.Tenant, "The tenant's domain, or any address of its dashboard.")
        {
            Placeholder = "URL",
            Example = "https://acme.eu.auth0.com",
        };

    public static readonly SettingDefinition NewKey =
        new("new-key", SettingKind.Switch, SettingGroup.Tenant, "Make a key pair for Private Key JWT instead of a secret, and print its public half.");

    public static readonly SettingDefinition File =
        new("file", SettingKind.Text, SettingGroup.Output, "Where syncs of this tenant leave their access file.")
        {
            ShortName = 'f',
            Placeholder = "PATH",
            DefaultInWords = "PROFILE.c1z in your folder of data",
            Example = "/var/lib/auth0/sync.c1z",
        };

    public static readonly SettingDefinition PrintApplication =
        new("print-application", SettingKind.Switch, SettingGroup.Output, "Only print how to make the application; asks and writes nothing.");

    public static readonly SettingDefinition Default =
        new("default", SettingKind.Switch, SettingGroup.Output, "Make it the default profile, also where there is another.");

    public static readonly SettingDefinition Force =
        new("force", SettingKind.Switch, SettingGroup.Output, "Replace a profile, a secret or a key that is there already.");

    public static readonly SettingDefinition FirstSync =
        new("sync", SettingKind.Switch, SettingGroup.Output, "Run the first sync afterwards, if doctor finds nothing that stops it.");

    /// <summary>What may also be read, each of which needs scopes of its own.</summary>
    public static IReadOnlyList<SettingDefinition> Parts { get; } =
    [
        SyncFlags.ResourceTypes, SyncFlags.Permissions, SyncFlags.UserPermissions, SyncFlags.Applications, SyncFlags.OrganizationOwnedRoles, SyncFlags.OrganizationConnections,
    ];

    /// <summary>Settings of the tenant that are taken over as they are given.</summary>
    public static IReadOnlyList<SettingDefinition> Kept { get; } =
        [TenantFlags.KeyId, TenantFlags.SigningAlgorithm, TenantFlags.Audience, TenantFlags.CaFile];

    /// <summary>All of them, in the order of help.</summary>
    public static IReadOnlyList<SettingDefinition> All { get; } =
    [
        BaseUrl, TenantFlags.ClientId, TenantFlags.ClientSecretFile, TenantFlags.PrivateKeyFile, NewKey, .. Kept,
        .. Parts,
        Profile, File, Default, Force, FirstSync, PrintApplication,
        .. LogFlags.All,
    ];
}
