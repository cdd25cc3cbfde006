using Auth0Connector.Cli.About;
using Auth0Connector.Cli.Change;
using Auth0Connector.Cli.Configure;
using Auth0Connector.Cli.Diff;
using Auth0Connector.Cli.Doctor;
using Auth0Connector.Cli.Ecosystem;
using Auth0Connector.Cli.Export;
using Auth0Connector.Cli.Files;
using Auth0Connector.Cli.Findings;
using Auth0Connector.Cli.Look;
using Auth0Connector.Cli.MockTenant;
using Auth0Connector.Cli.Reach;
using Auth0Connector.Cli.Review;
using Auth0Connector.Cli.Run;
using Auth0Connector.Cli.Serve;
using Auth0Connector.Cli.Settings;
using Auth0Connector.Cli.Setup;
using Auth0Connector.Cli.Sync;

namespace Auth0Connector.Cli.Commands;

/// <summary>All commands. One is added by an entry here.</summary>
internal static class CommandTable
{
    /// <summary>The command that needs no word.</summary>
    public static CommandDefinition Sync { get; } = ServeCommand.Definition;

    /// <summary>The commands that have a word, in the order of help.</summary>
    public static IReadOnlyList<CommandDefinition> Named { get; } =
    [
        DemoCommand.Definition,
        SetupCommand.Definition,
        ResourceTypesCommand.Definition,
        ResourcesCommand.Definition,
        EntitlementsCommand.Definition,
        GrantsCommand.Definition,
        PrincipalsCommand.Definition,
        AccessCommand.Definition,
        WhoCommand.Definition,
        ExplainCommand.Definition,
        SyncsCommand.Definition,
        StatsCommand.Definition,
        DiffCommand.Definition,
        ExportCommand.Definition,
        FindingsCommand.Definition,
        ReportCommand.Definition,
        ReviewCommand.Definition,
        MockTenantCommand.Definition,
        CacheCommand.Definition,
        ProfileCommand.Definition,
        EnvCommand.Definition,
        DoctorCommand.Definition,
        ValidateCommand.Definition,
        CompletenessCommand.Definition,
        GrantCommand.Definition,
        RevokeCommand.Definition,
        LedgerCommand.Definition,
        AccountCommand.Definition,
        ExpandCommand.Definition,
        CapabilitiesCommand.Definition,
        ConfigCommand.Definition,
        HealthCheckCommand.Definition,
        VersionCommand.Definition,
        SchemaCommand.Definition,
        CompletionCommand.Definition,
        ManCommand.Definition,
    ];

    /// <summary>The settings of all commands; one that several have comes several times.</summary>
    public static IEnumerable<SettingDefinition> Settings => Named.Prepend(Sync).SelectMany(static command => command.Settings);

    /// <summary>Those that help and completion speak of.</summary>
    public static IEnumerable<CommandDefinition> Listed => Named.Where(static command => !command.Hidden);
}
