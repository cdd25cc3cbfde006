namespace Auth0Connector.Cli.Settings;

/// <summary>The settings about what stays: unfinished runs, former syncs, and how much a foreign file may ask for.</summary>
internal static class KeepingTable
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

    public static readonly SettingDefinition MaxDecodedSize =
        new("decoder-max-decoded-size-mb", SettingKind.Number, SettingGroup.Advanced, "Largest size in MiB to which a former access file may unpack.")
        {
            Placeholder = "N",
            Default = "10240",
            Least = 1,
            Most = 1 << 30,
        };

    public static readonly SettingDefinition MaxDecoderMemory =
        new("decoder-max-memory-mb", SettingKind.Number, SettingGroup.Advanced, "Largest memory in MiB that unpacking a former access file may ask for.")
        {
            Placeholder = "N",
            Default = "128",
            Least = 1,
            Most = 2048,
        };
}
