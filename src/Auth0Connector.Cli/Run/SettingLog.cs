using Auth0Connector.Cli.Settings;
using Microsoft.Extensions.Logging;

namespace Auth0Connector.Cli.Run;

/// <summary>What is logged of the settings.</summary>
internal static partial class SettingLog
{
    /// <summary>Says what looks like a slip.</summary>
    public static void Warn(ResolvedSettings settings, ILogger log)
    {
        foreach (var warning in settings.Warnings)
        {
            Warning(log, warning);
        }
    }

    /// <summary>Says what was given and has no effect.</summary>
    public static void TellIgnored(ResolvedSettings settings, ILogger log)
    {
        foreach (var (label, because) in settings.Ignored())
        {
            Ignored(log, label, because);
        }
    }

    /// <summary>Says which of some settings were given, where something else would have to be for them to mean anything.</summary>
    public static void TellIdle(ResolvedSettings settings, IEnumerable<SettingDefinition> idle, string because, ILogger log)
    {
        foreach (var given in idle.Select(settings.Given).OfType<SettingValue>().Where(static given => given.Text.Length > 0))
        {
            Ignored(log, given.Label, because);
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "{Warning}")]
    private static partial void Warning(ILogger log, string warning);

    [LoggerMessage(2, LogLevel.Debug, "{Setting} has no effect here: {Because}")]
    private static partial void Ignored(ILogger log, string setting, string because);
}
