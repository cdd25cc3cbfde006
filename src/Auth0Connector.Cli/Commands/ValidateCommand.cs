using Auth0Connector.Cli.Errors;
using Auth0Connector.Cli.Logging;
using Auth0Connector.Cli.Output;
using Auth0Connector.Cli.Settings;
using Auth0Connector.Sync.Preflight;

namespace Auth0Connector.Cli.Commands;

/// <summary>Says before a sync, with the same settings, whether it would be complete, and what it would cost.</summary>
internal static class ValidateCommand
{
    /// <summary>Runs it.</summary>
    public static async Task<int> RunAsync(Session session, Invocation invocation, CancellationToken cancellationToken)
    {
        var settings = new SettingResolver(session.Host).ForSync(invocation.Flags);
        var logSettings = LogSettings.Read(settings, session.Host);
        session.ShowStackTraces = logSettings.IsDebug;
        var plan = SyncPlan.From(settings, session.Host);
        session.Mask.Add(plan.Api.Credential);
        using var logs = Logs.Open(logSettings, session.Consoles, session.Mask);
        var report = await new TenantValidation(SyncPlan.WhileSomebodyWaits(plan.Api), plan.Sync, logs.Factory, session.Host.Clock).RunAsync(cancellationToken);
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

    private static bool IsEnough(ValidationReport report, SyncPlan plan) =>
        report.IsComplete && !(plan.Sync.Strict && report.Skips.Count > 0);
}
