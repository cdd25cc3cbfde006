namespace Auth0Connector.Cli.Settings;

/// <summary>The settings of <c>demo</c>.</summary>
internal static class DemoTable
{
    public static readonly SettingDefinition Force =
        new("force", SettingKind.Switch, SettingGroup.Output, "Replace the file if it exists already.");

    /// <summary>All of them, in the order of help.</summary>
    public static IReadOnlyList<SettingDefinition> All { get; } =
        [SettingTable.Permissions, SettingTable.Expand, SettingTable.File, Force, SettingTable.Output, SettingTable.Concurrency, .. SettingTable.Logs];
}
