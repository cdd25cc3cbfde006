using Auth0Connector.Cli.Settings;

namespace Auth0Connector.Cli.Logging;

/// <summary>The settings of the log, which every command has.</summary>
internal static class LogFlags
{
    public static readonly SettingDefinition Level =
        new("log-level", SettingKind.Choice, SettingGroup.Logs, "Least level that is logged: debug, info, warn or error.")
        {
            Placeholder = "LEVEL",
            Choices = ["debug", "info", "warn", "error"],
            Default = "info",
            IsOfEveryCommand = true,
        };

    public static readonly SettingDefinition Format =
        new("log-format", SettingKind.Choice, SettingGroup.Logs, "Form of the log on standard error: console or json.")
        {
            Placeholder = "FORM",
            Choices = ["console", "json"],
            DefaultInWords = "console on a terminal, otherwise json",
            IsOfEveryCommand = true,
        };

    public static readonly SettingDefinition Path =
        new("log-path", SettingKind.Text, SettingGroup.Logs, "Append the log to this file as well, as JSON lines.") { Placeholder = "PATH", Example = "sync.log", IsOfEveryCommand = true };

    /// <summary>All of them, in the order of help.</summary>
    public static IReadOnlyList<SettingDefinition> All { get; } = [Level, Format, Path];
}
