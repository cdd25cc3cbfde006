namespace Auth0Connector.Cli.Settings;

/// <summary>The settings of <c>demo</c>.</summary>
internal static class DemoTable
{
    public static readonly SettingDefinition Force =
        new("force", SettingKind.Switch, SettingGroup.Output, "Replace the file if it exists already.");

    public static readonly SettingDefinition Permissions = SettingTable.Permissions with { Default = "true" };

    public static readonly SettingDefinition UserPermissions = SettingTable.UserPermissions with { Default = "true" };

    /// <summary>All of them, in the order of help.</summary>
    public static IReadOnlyList<SettingDefinition> All { get; } =
        [Permissions, UserPermissions, SettingTable.Expand, SettingTable.File, Force, SettingTable.Output, SettingTable.Concurrency, .. SettingTable.Logs];
}
