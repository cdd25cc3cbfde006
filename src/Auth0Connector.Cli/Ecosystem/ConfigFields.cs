using Auth0Connector.Cli.Settings;
using Auth0Connector.Cli.Sync;

namespace Auth0Connector.Cli.Ecosystem;

/// <summary>All fields of <c>config</c>.</summary>
internal static class ConfigFields
{
    // Exactly as the ecosystem's own connector for Auth0 describes them, so that a form made for it fits this one.
    private static readonly ConfigField[] Ecosystem =
    [
        Ops("log-level", SettingKind.Text, "info"),
        Ops("log-level-debug-expires-at", SettingKind.Text),
        Ops("session-store-maximum-size", SettingKind.Number, "15728640"),
        Ops("otel-collector-endpoint", SettingKind.Text),
        Ops("otel-collector-endpoint-tls-cert-path", SettingKind.Text),
        Ops("otel-collector-endpoint-tls-cert", SettingKind.Text),
        Ops("otel-collector-endpoint-tls-insecure", SettingKind.Switch),
        Ops("otel-tracing-disabled", SettingKind.Switch),
        Ops("otel-logging-disabled", SettingKind.Switch),
        Ops("health-check", SettingKind.Switch),
        Ops("health-check-port", SettingKind.Number, "8081"),
        Ops("health-check-bind-address", SettingKind.Text, "127.0.0.1"),
        Ops("http-timeout-seconds", SettingKind.Number, "300") with { Least = 1, Most = 1800 },
        new("auth0-base-url", SettingKind.Text) { DisplayName = "Base URL", Placeholder = "https://your-tenant.auth0.com", IsRequired = true },
        new("auth0-client-id", SettingKind.Text) { DisplayName = "Client ID", Placeholder = "your_client_id", IsRequired = true },
        new("auth0-client-secret", SettingKind.Text) { DisplayName = "Client Secret", IsRequired = true, IsSecret = true },
        new("sync-permissions", SettingKind.Switch) { DisplayName = "Sync Permissions" },
    ];

    public static IReadOnlyList<ConfigField> All { get; } =
    [
        .. Ecosystem,
        .. SyncFlags.All.Where(static setting => Array.TrueForAll(Ecosystem, field => field.Name != setting.Name)).Select(Ours),
    ];

    private static ConfigField Ours(SettingDefinition setting) => new(setting.Name, setting.Kind)
    {
        Description = setting.Help,
        Placeholder = setting.Kind == SettingKind.Switch ? null : setting.Example,
        Default = setting.Kind == SettingKind.Switch ? null : setting.Default,
        IsOps = setting.Group is SettingGroup.Logs or SettingGroup.Pace,
        IsSecret = setting.Secret,
        Least = setting.Kind == SettingKind.Number ? setting.Least : null,
        Most = setting.Kind == SettingKind.Number ? setting.Most : null,
    };

    private static ConfigField Ops(string name, SettingKind kind, string? usual = null) => new(name, kind) { IsOps = true, Default = usual };
}
