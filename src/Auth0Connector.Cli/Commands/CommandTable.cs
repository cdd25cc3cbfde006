using Auth0Connector.Cli.Commands.Changes;
using Auth0Connector.Cli.Commands.Ecosystem;
using Auth0Connector.Cli.Settings;

namespace Auth0Connector.Cli.Commands;

/// <summary>All commands. One is added by an entry here.</summary>
internal static class CommandTable
{
    /// <summary>The command that needs no word.</summary>
    public static CommandDefinition Sync { get; } = new()
    {
        Name = string.Empty,
        Summary = "Reads who can do what in an Auth0 tenant into one access file.",
        Settings = SettingTable.SyncAndEcosystem,
        Examples =
        [
            ("auth0-connector demo", "see it work without a tenant"),
            (
                "BATON_AUTH0_CLIENT_SECRET=... auth0-connector --auth0-base-url https://acme.eu.auth0.com --auth0-client-id ID",
                "read a tenant into ./sync.c1z"),
            ("auth0-connector -f /var/lib/auth0/sync.c1z -o json --strict", "in a nightly job, settings from .baton.yaml or variables"),
        ],
        Run = SyncCommand.RunAsync,
    };

    /// <summary>The commands that have a word.</summary>
    public static IReadOnlyList<CommandDefinition> Named { get; } =
    [
        new()
        {
            Name = "demo",
            Summary = "Reads a mock tenant into ./sync.c1z: no tenant, no credentials, no network.",
            Settings = DemoTable.All,
            Examples = [("auth0-connector demo -f demo.c1z", "leave the file under another name")],
            Run = DemoCommand.RunAsync,
        },
        .. LookCommands.All,
        new()
        {
            Name = "mock-tenant",
            Summary = "Serves a mock Auth0 tenant on this machine until Ctrl-C.",
            Settings = MockTenantTable.All,
            Examples =
            [
                ("auth0-connector mock-tenant --users 5000 --rate-limit 10", "a larger tenant that limits the rate"),
                ("auth0-connector mock-tenant --port 0 -o json", "on a free port, for scripts"),
            ],
            Run = MockTenantCommand.RunAsync,
        },
        new()
        {
            Name = "validate",
            Summary = "Says before a sync, with its settings, whether it would be complete and what it would cost.",
            Settings = SettingTable.SyncAndEcosystem,
            Examples =
            [
                ("auth0-connector validate --sync-permissions", "which scopes that takes, and how to get those that are missing"),
                ("auth0-connector validate --strict && auth0-connector --strict", "only start what will be whole"),
            ],
            Run = ValidateCommand.RunAsync,
        },
        new()
        {
            Name = "completeness",
            Summary = "Shows the proof that an access file is whole: what was expected of every collection, and what came.",
            Settings = CompletenessTable.All,
            Examples =
            [
                ("auth0-connector completeness -f sync.c1z", "ends with 14 if the file is not proven whole"),
                ("auth0-connector completeness -f sync.c1z -o json", "the proof as it stands in the file"),
            ],
            Run = CompletenessCommand.RunAsync,
        },
        new()
        {
            Name = "grant",
            Summary = "Gives somebody a role, membership of an organization, or a role inside one.",
            Settings = ChangeTable.Grant,
            Examples =
            [
                ("auth0-connector grant --user ada@example.com --role Admin --dry-run", "show the request first"),
                ("auth0-connector grant --user ada@example.com --organization acme --role Admin --for 8h", "for a working day; 'revoke --expired' ends it"),
            ],
            Run = GrantCommand.RunAsync,
        },
        new()
        {
            Name = "revoke",
            Summary = "Takes access: what is named, what a sheet names, or what has run out.",
            Settings = ChangeTable.Revoke,
            Examples =
            [
                ("auth0-connector revoke --user ada@example.com --role Admin --journal changes.jsonl", "and write down what was done"),
                ("auth0-connector revoke --from decisions.csv --ticket OPS-1234", "a sheet, with a result a line; run again after an interruption"),
                ("auth0-connector revoke --expired", "every few minutes, what 'grant --for' gave and is over"),
            ],
            Run = RevokeCommand.RunAsync,
        },
        new()
        {
            Name = "ledger",
            Summary = "Shows what is lent by 'grant --for': to whom, until when and why.",
            Settings = ChangeTable.LedgerSettings,
            Examples = [("auth0-connector ledger -o json", "for a script; asks no tenant")],
            Run = LedgerCommand.RunAsync,
        },
        new()
        {
            Name = "account",
            Summary = "Blocks, unblocks, creates or deletes an account.",
            Settings = ChangeTable.Account,
            Words = AccountCommand.Actions,
            Examples =
            [
                ("auth0-connector account disable --user ada@example.com --end-sessions", "lock somebody out at once"),
                ("auth0-connector account create --email ada@example.com --name \"Ada Lovelace\"", "a database account; its password is set by the tenant's reset"),
            ],
            Run = AccountCommand.RunAsync,
        },
        new()
        {
            Name = "expand",
            Summary = "Writes a copy of an access file with inherited grants as rows of their own.",
            Hidden = true,
            Settings = ExpandTable.All,
            Run = ExpandCommand.RunAsync,
        },
        new()
        {
            Name = "capabilities",
            Summary = "Prints what this connector can read and change, in the ecosystem's JSON.",
            Settings = [],
            Run = CapabilitiesCommand.RunAsync,
        },
        new()
        {
            Name = "config",
            Summary = "Prints its settings, in the ecosystem's JSON.",
            Settings = [],
            Run = ConfigCommand.RunAsync,
        },
        new()
        {
            Name = "health-check",
            Summary = "Asks whether a connector that serves on this machine is well; ends with 1 if not.",
            Settings = HealthCheckTable.All,
            Run = HealthCheckCommand.RunAsync,
        },
        new()
        {
            Name = "completion",
            Summary = "Prints a completion script for a shell: bash, zsh, fish or pwsh.",
            Settings = [],
            Words = CompletionCommand.Shells,
            Examples = [("source <(auth0-connector completion bash)", "in ~/.bashrc")],
            Run = CompletionCommand.RunAsync,
        },
    ];

    /// <summary>Those that help and completion speak of.</summary>
    public static IEnumerable<CommandDefinition> Listed => Named.Where(static command => !command.Hidden);
}
