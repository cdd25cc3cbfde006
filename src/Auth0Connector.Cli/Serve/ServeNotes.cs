using Auth0Connector.Cli.Change;
using Auth0Connector.Cli.Jobs;
using Auth0Connector.Cli.Output;
using Auth0Connector.Cli.Settings;
using Auth0Connector.Cli.Sync;
using Microsoft.Extensions.Logging;

namespace Auth0Connector.Cli.Serve;

/// <summary>What is said once at the start of settings that have no effect while the program serves.</summary>
internal static partial class ServeNotes
{
    // What only a run that reads once leaves, leaves out or changes.
    private static readonly IReadOnlyList<SettingDefinition> OneShot =
    [
        SyncFlags.File, SyncFlags.Resources, SyncFlags.SkipEntitlementsAndGrants, SyncFlags.Strict, OutputFlags.Form,
        KeepingFlags.KeepSyncs, KeepingFlags.SkipCleanup,
        .. JobFlags.All,
        .. EcosystemChangeFlags.All,
        .. EcosystemFlags.All.Where(static setting => setting.IsNoteInService),
    ];

    /// <summary>Says it.</summary>
    public static void Tell(ResolvedSettings settings, ILogger log)
    {
        var given = OneShot.Select(settings.Given).OfType<SettingValue>().Where(static value => value.Text.Length > 0).Select(static value => value.Label).ToList();
        if (given.Count > 0)
        {
            WithoutEffect(log, string.Join(", ", given));
        }

        if (settings.Choice(SyncFlags.StorageEngine) == "pebble")
        {
            NoPebble(log, settings.Given(SyncFlags.StorageEngine)!.Label);
        }
    }

    [LoggerMessage(1, LogLevel.Information, "without effect in service mode, where ConductorOne says what is done: {Settings}")]
    private static partial void WithoutEffect(ILogger log, string settings);

    [LoggerMessage(2, LogLevel.Information, "{Setting}: the v1 form (sqlite) is uploaded, which ConductorOne reads as well")]
    private static partial void NoPebble(ILogger log, string setting);
}
