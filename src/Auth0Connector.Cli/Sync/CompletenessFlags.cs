using Auth0Connector.Cli.Settings;

namespace Auth0Connector.Cli.Sync;

/// <summary>The settings of <c>completeness</c>.</summary>
internal static class CompletenessFlags
{
    public static readonly SettingDefinition File =
        new("file", SettingKind.Text, SettingGroup.Output, "The access file to look into.")
        {
            ShortName = 'f',
            Placeholder = "PATH",
            Default = "sync.c1z",
            Example = "sync.c1z",
        };

    public static readonly SettingDefinition SyncId =
        new("sync-id", SettingKind.Text, SettingGroup.Output, "The sync to look at.") { Placeholder = "ID", DefaultInWords = "the newest finished one" };
}
