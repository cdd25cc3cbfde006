using Auth0Connector.Cli.Run;
using Auth0Connector.Cli.Sync;
using Auth0Connector.Service.Syncs;

namespace Auth0Connector.Cli.Serve;

/// <summary>What the program does without a command's name: with a client id of ConductorOne it serves, otherwise it reads once.</summary>
internal static class ServeCommand
{
    /// <summary>What it is called, which settings it has and what it does.</summary>
    public static CommandDefinition Definition { get; } = SyncCommand.Definition with { Run = RunAsync };

    /// <summary>Runs it.</summary>
    public static async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var (settings, host, session) = (context.Settings, context.Host, context.Session);
        if (!CloudSettings.AreGiven(settings))
        {
            return await SyncCommand.RunAsync(context, cancellationToken);
        }

        var cloud = CloudSettings.Read(settings, host, session.Mask);
        var plan = ServePlan.From(settings, host, cloud);
        context.Hide(plan.Api.Credential);
        var log = context.OpenLog().CreateLogger("settings");
        SettingLog.Warn(settings, log);
        SettingLog.TellIgnored(settings, log);
        ServeNotes.Tell(settings, log);
        using var folder = SyncFolder.Take(plan.TempFolder, cloud.Id.Whole, cloud.HostId, host.Clock);
        await using (var service = new ConnectorService(plan, folder, context))
        {
            await service.RunAsync(cancellationToken);
        }

        // It ends by a signal, and by nothing else.
        return session.Interruption.ExitCode;
    }
}
