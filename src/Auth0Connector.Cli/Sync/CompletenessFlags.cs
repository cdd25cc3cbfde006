using Auth0Connector.Cli.Settings;

namespace Auth0Connector.Cli.Sync;

/// <summary>The settings of <c>completeness</c>.</summary>
internal static class CompletenessFlags
{
    public static readonly SettingDefinition SyncId =
        new("sync-id", SettingKind.Text, SettingGroup.Output, "The sync to look at.") { Placeholder = "ID", DefaultInWords = "the newest finished one" };

    public static readonly SettingDefinition Verbose =
        new("verbose", SettingKind.Switch, SettingGroup.Output, "Show every number of the proof: what was expected, what came twice, what was fetched, what is in the file.");
}
