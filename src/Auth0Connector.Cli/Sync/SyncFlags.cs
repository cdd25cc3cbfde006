using Auth0Connector.Cli.Change;
using Auth0Connector.Cli.Files;
using Auth0Connector.Cli.Jobs;
using Auth0Connector.Cli.Logging;
using Auth0Connector.Cli.Output;
using Auth0Connector.Cli.Settings;
using Auth0Connector.Cli.Tenant;

namespace Auth0Connector.Cli.Sync;

/// <summary>The settings of a sync. A setting is added by one entry here and by the place that reads it.</summary>
internal static class SyncFlags
{
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
        new("file", SettingKind.Text, SettingGroup.Output, "The access file to leave, also in an object store (s3://BUCKET/KEY). A name ending in .db or .sqlite gives an uncompressed SQLite database.")
        {
            ShortName = 'f',
            Placeholder = "PATH",
            Default = "sync.c1z",
            Example = "sync.c1z",
            UnitWith = [TenantFlags.BaseUrl.Name],
        };

    public static readonly SettingDefinition Strict =
        new("strict", SettingKind.Switch, SettingGroup.Output, "End with code 3 if anything asked for was skipped.");

    public static readonly SettingDefinition StorageEngine =
        new("storage-engine", SettingKind.Choice, SettingGroup.Advanced, "Kind of access file. Only sqlite is written here.")
        {
            Placeholder = "NAME",
            Choices = ["sqlite", "pebble"],
            Default = "sqlite",
        };

    /// <summary>The settings of a sync, in the order of help.</summary>
    public static IReadOnlyList<SettingDefinition> All { get; } =
    [
        .. TenantFlags.All,
        ResourceTypes, Resources, UsersVia, Permissions, UserPermissions, Applications, OrganizationOwnedRoles, OrganizationConnections,
        Expand, SkipEntitlementsAndGrants, SkipGrants, KeepingFlags.NoResume, KeepingFlags.ResumeWithin,
        File, KeepingFlags.KeepSyncs, KeepingFlags.SkipCleanup, OutputFlags.Form, Strict, RecordFlags.Journal, RecordFlags.Ledger, .. JobFlags.All,
        .. PaceFlags.All,
        .. LogFlags.All,
        StorageEngine, FileFlags.MaxDecodedSize, FileFlags.MaxDecoderMemory,
    ];

    /// <summary>The setting of a sync with a name.</summary>
    public static SettingDefinition Named(string name) => All.First(setting => setting.Name == name);

    /// <summary>The settings of a sync, those with which it serves, and those of the ecosystem that are only recognised.</summary>
    public static IReadOnlyList<SettingDefinition> WithEcosystem { get; } = [.. All, .. ServiceFlags.All, .. EcosystemFlags.All];
}
