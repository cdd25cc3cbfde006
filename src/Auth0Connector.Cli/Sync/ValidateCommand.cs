using Auth0Connector.Cli.Jobs;
using Auth0Connector.Cli.Output;
using Auth0Connector.Cli.Run;
using Auth0Connector.Cli.Settings;
using Auth0Connector.Cli.Shell;
using Auth0Connector.Cli.Tenant;
using Auth0Connector.Sync.Preflight;

namespace Auth0Connector.Cli.Sync;

/// <summary>Says before a sync, with the same settings, whether it would be complete, and what it would cost.</summary>
internal static class ValidateCommand
{
    /// <summary>What it is called, which settings it has and what it does.</summary>
    public static CommandDefinition Definition { get; } = new()
    {
        Name = "validate",
        Summary = "Says before a sync, with its settings, whether it would be complete and what it would cost.",
        Settings = [.. SyncFlags.All.Except(JobFlags.All), .. ServiceFlags.Unlisted, .. EcosystemFlags.All],
        Examples =
        [
            ("auth0-connector validate --sync-permissions", "which scopes that takes, and how to get those that are missing"),
            ("auth0-connector validate --strict && auth0-connector --strict", "only start what will be whole"),
        ],
        Sources = SettingSources.Everywhere,
        Run = RunAsync,
    };

    /// <summary>Runs it.</summary>
    public static async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var session = context.Session;
        var plan = CheckedSync.From(context.Settings, session);
        using var remote = plan.Remote;
        context.Hide(plan.Api.Credential);
        var loggers = context.OpenLog();
        var report = await new TenantValidation(TenantReader.WhileSomebodyWaits(plan.Api), plan.Sync, loggers, session.Host.Clock).RunAsync(cancellationToken);
        if (plan.Form == OutputForm.Json)
        {
            session.Consoles.WriteResult(ValidationJson.Of(report, IsEnough(report, plan)));
        }
        else
        {
            ValidationTable.Write(report, session);
        }

        if (IsEnough(report, plan))
        {
            return ExitCodes.Complete;
        }

        var missing = report.Parts.Where(part => part.Status != PartStatus.Read).Select(part => $"{part.What} ({part.Why})");
        session.Consoles.WriteError($"error: a sync would not be complete as configured: {Printable.Of(string.Join("; ", missing))}");
        return ExitCodes.PermissionMissing;
    }

    private static bool IsEnough(ValidationReport report, CheckedSync plan) =>
        report.IsComplete && !(plan.Sync.Strict && report.Skips.Count > 0);
}
