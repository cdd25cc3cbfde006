using Auth0Connector.Cli.Change;
using Auth0Connector.Cli.Jobs;
using Auth0Connector.Cli.Run;
using Auth0Connector.Cli.Settings;
using Auth0Connector.Cli.Shell;

namespace Auth0Connector.Cli.Sync;

/// <summary>Reads a tenant into an access file, with settings from all sources.</summary>
internal static class SyncCommand
{
    /// <summary>What it is called, which settings it has and what it does.</summary>
    public static CommandDefinition Definition { get; } = new()
    {
        Name = string.Empty,
        Summary = "Reads who can do what in an Auth0 tenant into one access file.",
        Settings = SyncFlags.WithEcosystem,
        Examples =
        [
            ("auth0-connector demo", "see it work without a tenant"),
            (
                "BATON_AUTH0_CLIENT_SECRET=... auth0-connector --auth0-base-url https://acme.eu.auth0.com --auth0-client-id ID",
                "read a tenant into ./sync.c1z"),
            ("auth0-connector -f /var/lib/auth0/sync.c1z -o json --strict", "in a nightly job, settings from .baton.yaml or variables"),
        ],
        Sources = SettingSources.Everywhere,
        Run = RunAsync,
    };

    /// <summary>Runs it.</summary>
    public static async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var settings = context.Settings;
        if (EcosystemChangeFlags.All.Any(setting => settings.Given(setting) is { Text.Length: > 0 }))
        {
            if (GivenAsFlag(settings, JobFlags.All) is { } misplaced)
            {
                throw new UsageException($"{misplaced.Label}: goes with a sync; a change tells how it ended by its exit code and its journal");
            }

            await context.Session.Objects.FetchAsync([settings.Text(SyncFlags.File)!], cancellationToken);
            return await EcosystemChange.RunAsync(context, settings.Text(SyncFlags.File)!, cancellationToken);
        }

        // As settings they stand there for the changes of the same machine.
        if (GivenAsFlag(settings, [RecordFlags.Journal, RecordFlags.Ledger]) is { } record)
        {
            throw new UsageException($"{record.Label}: goes with a change, such as --grant-entitlement; a sync changes nothing in the tenant");
        }

        var plan = CheckedSync.From(settings, context.Session);
        using var remote = plan.Remote;
        var job = JobPlan.Read(settings, context.Host, ("--file", plan.Sync.TargetPath), ("--log-path", context.ReadLog().Path));
        context.Hide(plan.Api.Credential);
        var loggers = context.OpenLog();
        var log = loggers.CreateLogger("settings");
        SettingLog.Warn(settings, log);
        SettingLog.TellIgnored(settings, log);
        SettingLog.TellIdle(settings, ServiceFlags.All, "it belongs to service mode, which --client-id switches on", log);
        if (remote is not null)
        {
            // What the store refuses is heard before the tenant is read for an hour.
            await remote.ReadFormerAsync(cancellationToken);
        }

        return await WatchedSync.RunAsync(plan, job, context.Session, loggers, cancellationToken);
    }

    private static SettingValue? GivenAsFlag(ResolvedSettings settings, IEnumerable<SettingDefinition> flags) =>
        flags.Select(settings.Given).FirstOrDefault(static given => given?.Label.StartsWith("--", StringComparison.Ordinal) == true);
}
