using Auth0Connector.Cli.Logging;
using Auth0Connector.Cli.Settings;
using Microsoft.Extensions.Logging;

namespace Auth0Connector.Cli.Commands;

/// <summary>Reads a tenant into an access file, with settings from all sources.</summary>
internal static class SyncCommand
{
    /// <summary>Runs it.</summary>
    public static async Task<int> RunAsync(Session session, Invocation invocation, CancellationToken cancellationToken)
    {
        var settings = new SettingResolver(session.Host).ForSync(invocation.Flags);
        var logSettings = LogSettings.Read(settings, session.Host);
        session.ShowStackTraces = logSettings.IsDebug;
        if (EcosystemTable.Changes.Any(setting => settings.Given(setting) is { Text.Length: > 0 }))
        {
            return await Changes.EcosystemChange.RunAsync(session, settings, cancellationToken);
        }

        // As settings they stand there for the changes of the same machine.
        if (new[] { RecordTable.Journal, RecordTable.Ledger }.Select(settings.Given).FirstOrDefault(static given => given?.Label.StartsWith("--", StringComparison.Ordinal) == true) is { } record)
        {
            throw new ConfigurationException($"{record.Label}: goes with a change, such as --grant-entitlement; a sync changes nothing in the tenant");
        }

        var plan = SyncPlan.From(settings, session.Host);
        session.Mask.Add(plan.Api.Credential);
        using var logs = Logs.Open(logSettings, session.Consoles, session.Mask);
        Tell(settings, logs.Factory.CreateLogger("settings"));
        return await SyncRun.RunAsync(plan, session, logs.Factory, cancellationToken);
    }

    private static void Tell(ResolvedSettings settings, ILogger log)
    {
        foreach (var warning in settings.Warnings)
        {
            CommandLog.Warning(log, warning);
        }

        foreach (var (label, because) in settings.Ignored())
        {
            CommandLog.Ignored(log, label, because);
        }
    }
}
