using Auth0Connector.Cli.Settings;
using Auth0Connector.Cli.Sync;

namespace Auth0Connector.Cli.MockTenant;

/// <summary>The settings of <c>demo</c>.</summary>
internal static class DemoFlags
{
    public static readonly SettingDefinition Force =
        new("force", SettingKind.Switch, SettingGroup.Output, "Replace the file if it exists already.");

    public static readonly SettingDefinition File = SyncFlags.File with
    {
        Help = "The access file to leave. A name ending in .db or .sqlite gives an uncompressed SQLite database.",
    };

    public static readonly SettingDefinition Permissions = SyncFlags.Permissions with { Default = "true" };

    public static readonly SettingDefinition UserPermissions = SyncFlags.UserPermissions with { Default = "true" };
}
