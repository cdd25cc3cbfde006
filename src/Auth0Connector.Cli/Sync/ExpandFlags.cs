using Auth0Connector.Cli.Settings;

namespace Auth0Connector.Cli.Sync;

/// <summary>The settings of <c>expand</c>.</summary>
internal static class ExpandFlags
{
    public static readonly SettingDefinition Out =
        new("out", SettingKind.Text, SettingGroup.Output, "The copy to leave.") { Placeholder = "PATH", Example = "expanded.c1z" };
}
