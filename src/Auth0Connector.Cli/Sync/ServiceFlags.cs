using Auth0Connector.Cli.Settings;

namespace Auth0Connector.Cli.Sync;

/// <summary>The settings with which the program serves ConductorOne instead of reading once; names and defaults are the ecosystem's.</summary>
internal static class ServiceFlags
{
    private const string Id = "client-id";
    private const string Secret = "client-secret";
    private const string SecretFile = "client-secret-file";

    public static readonly SettingDefinition ClientId =
        new(Id, SettingKind.Text, SettingGroup.Service, "The connector's client id at ConductorOne. Given, the program stays and does what ConductorOne asks for.")
        {
            Placeholder = "ID",
            Example = "clever-otter-12345@acme.conductor.one/spc",
            MakesServe = true,
            MayBeEmpty = true,
        };

    public static readonly SettingDefinition ClientSecret =
        new(Secret, SettingKind.Text, SettingGroup.Service, "The connector's client secret there. The process list shows flags: prefer the variable or a file.")
        {
            Placeholder = "SECRET",
            Secret = true,
            MayBeEmpty = true,
            UnitWith = [Id, SecretFile],
        };

    public static readonly SettingDefinition ClientSecretFile =
        new(SecretFile, SettingKind.Text, SettingGroup.Service, "File that holds that secret and nothing else.")
        {
            Placeholder = "PATH",
            Example = "/run/secrets/conductorone",
            UnitWith = [Id, Secret],
        };

    public static readonly SettingDefinition Provisioning =
        new("provisioning", SettingKind.Switch, SettingGroup.Service, "Let ConductorOne change access and accounts.") { ShortName = 'p' };

    public static readonly SettingDefinition Concurrency =
        new("task-concurrency", SettingKind.Number, SettingGroup.Service, "Tasks at a time; a sync runs beside them.")
        {
            Placeholder = "N",
            Default = "3",
            Least = 1,
            Most = 100,
        };

    public static readonly SettingDefinition TempFolder =
        new("c1z-temp-dir", SettingKind.Text, SettingGroup.Service, "The folder below which syncs are read; a volume that lasts lets a sync go on after a restart. Also BATON_TMPDIR.")
        {
            Placeholder = "PATH",
            DefaultInWords = "the system's for temporary files",
            Example = "/var/lib/auth0-connector",
        };

    public static readonly SettingDefinition SkipFullSync =
        new("skip-full-sync", SettingKind.Switch, SettingGroup.Service, "Refuse full syncs; their tasks end as errors.");

    public static readonly SettingDefinition HealthCheck =
        new("health-check", SettingKind.Switch, SettingGroup.Service, "Answer /health, /ready and /live over HTTP.");

    public static readonly SettingDefinition HealthPort =
        new("health-check-port", SettingKind.Number, SettingGroup.Service, "The port on which they are answered.")
        {
            Placeholder = "N",
            Default = "8081",
            Least = 1,
            Most = 65_535,
        };

    public static readonly SettingDefinition HealthAddress =
        new("health-check-bind-address", SettingKind.Text, SettingGroup.Service, "The address on which they are answered; 0.0.0.0 for probes from outside.")
        {
            Placeholder = "IP",
            Default = "127.0.0.1",
            Example = "0.0.0.0",
        };

    /// <summary>All of them, in the order of help.</summary>
    public static IReadOnlyList<SettingDefinition> All { get; } =
        [ClientId, ClientSecret, ClientSecretFile, Provisioning, Concurrency, TempFolder, SkipFullSync, HealthCheck, HealthPort, HealthAddress];

    /// <summary>The same for a command that serves nobody: taken, and without effect.</summary>
    public static IReadOnlyList<SettingDefinition> Unlisted { get; } =
        [.. All.Select(static setting => setting with { MakesServe = false, IgnoredBecause = "it belongs to service mode" })];
}
