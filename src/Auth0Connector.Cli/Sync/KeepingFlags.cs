using Auth0Connector.Cli.Settings;

namespace Auth0Connector.Cli.Sync;

/// <summary>The settings about what stays: unfinished runs and former syncs.</summary>
internal static class KeepingFlags
{
    public static readonly SettingDefinition NoResume =
        new("no-resume", SettingKind.Switch, SettingGroup.Reading, "Start over even where an earlier run was cut short and could go on.");

    public static readonly SettingDefinition ResumeWithin =
        new("resume-within", SettingKind.Text, SettingGroup.Reading, "How long ago a run may have begun that goes on, such as 90m, 24h or 2d.")
        {
            Placeholder = "TIME",
            Default = "24h",
            Example = "24h",
        };

    public static readonly SettingDefinition KeepSyncs =
        new("keep-syncs", SettingKind.Number, SettingGroup.Output, "Full syncs that stay in the file, the new one among them, so that two of them can be compared. Also BATON_KEEP_SYNC_COUNT.")
        {
            Aliases = ["keep-sync-count"],
            Placeholder = "N",
            Default = "2",
            Least = 1,
            Most = 1000,
        };

    public static readonly SettingDefinition SkipCleanup =
        new("skip-cleanup", SettingKind.Switch, SettingGroup.Output, "Let every former sync stay in the file.");
}
