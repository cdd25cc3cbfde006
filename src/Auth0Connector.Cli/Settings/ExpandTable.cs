namespace Auth0Connector.Cli.Settings;

/// <summary>The settings of <c>expand</c>.</summary>
internal static class ExpandTable
{
    public static readonly SettingDefinition Out =
        new("out", SettingKind.Text, SettingGroup.Output, "The copy to leave.") { Placeholder = "PATH", Example = "expanded.c1z" };

    /// <summary>All of them.</summary>
    public static IReadOnlyList<SettingDefinition> All { get; } = [CompletenessTable.File, Out, .. SettingTable.Logs];
}
