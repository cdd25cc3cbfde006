using Auth0Connector.Cli.Settings;

namespace Auth0Connector.Cli.Ecosystem;

/// <summary>The settings of <c>health-check</c>.</summary>
internal static class HealthCheckFlags
{
    public static readonly SettingDefinition Endpoint =
        new("endpoint", SettingKind.Choice, SettingGroup.Advanced, "What to ask: health, ready or live.")
        {
            Placeholder = "NAME",
            Choices = ["health", "ready", "live"],
            Default = "health",
        };

    public static readonly SettingDefinition Timeout =
        new("timeout", SettingKind.Number, SettingGroup.Advanced, "Seconds to wait for the answer.") { Placeholder = "N", Default = "5", Least = 1, Most = 3600 };

    public static readonly SettingDefinition Port =
        new("health-check-port", SettingKind.Number, SettingGroup.Advanced, "Port on 127.0.0.1.") { Placeholder = "N", Default = "8081", Least = 1, Most = 65_535 };
}
