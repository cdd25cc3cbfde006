using Auth0Connector.Cli.Change;
using Auth0Connector.Cli.Settings;

namespace Auth0Connector.Cli.Sync;

/// <summary>
/// Flags that every connector of the Baton ecosystem has and that help does not list. A command line, a set of
/// variables or a <c>.baton.yaml</c> made for another connector works unchanged, or is told in one line why not.
/// </summary>
internal static class EcosystemFlags
{
    private const string NoTelemetry = "no telemetry is sent from here; logs go to standard error";
    private const string NotChanged =
        "this is nothing that can be changed here; for roles, memberships and accounts there are grant, revoke and account";

    private const string NoTickets = "this connector handles no tickets; leave the setting out";

    private const string NoEvents = "event feeds are not read here; leave the setting out";
    private const string NoMerging = "syncs are not merged or compared by flags here; leave the setting out";
    private const string NoExternal = "resources of another connector's file are not matched here; leave the setting out";

    /// <summary>All of them, in the order of documentation.</summary>
    public static IReadOnlyList<SettingDefinition> All { get; } =
    [
        Ignored("parallel-sync", SettingKind.Switch, "reading is always parallel here; --concurrency says how much"),
        Ignored("keep-previous-sync-c1z", SettingKind.Switch, "the former file always stays until the new one is whole"),
        Ignored("auth-method", SettingKind.Text, "the method follows from the secret or the key that is given"),
        Ignored("log-level-debug-expires-at", SettingKind.Text, "a sync here ends by itself"),
        Ignored("session-store-maximum-size", SettingKind.Text, "there is no session store here"),
        Ignored("otel-collector-endpoint", SettingKind.Text, NoTelemetry),
        Ignored("otel-collector-endpoint-tls-cert-path", SettingKind.Text, NoTelemetry),
        Ignored("otel-collector-endpoint-tls-cert", SettingKind.Text, NoTelemetry),
        Ignored("otel-collector-endpoint-tls-insecure", SettingKind.Switch, NoTelemetry),
        Ignored("otel-tracing-disabled", SettingKind.Switch, NoTelemetry),
        Ignored("otel-logging-disabled", SettingKind.Switch, NoTelemetry),
        .. EcosystemChangeFlags.All,
        OneShot("delete-resource", SettingKind.Text, NotChanged),
        OneShot("delete-resource-type", SettingKind.Text, NotChanged),
        OneShot("rotate-credentials", SettingKind.Text, NotChanged),
        OneShot("rotate-credentials-type", SettingKind.Text, NotChanged),
        OneShot("invoke-action", SettingKind.Text, NotChanged),
        OneShot("invoke-action-args", SettingKind.Text, NotChanged),
        OneShot("invoke-action-resource-type", SettingKind.Text, NotChanged),
        OneShot("list-action-schemas", SettingKind.Switch, NotChanged),
        OneShot("ticketing", SettingKind.Switch, NoTickets),
        OneShot("create-ticket", SettingKind.Switch, NoTickets),
        OneShot("bulk-create-ticket", SettingKind.Switch, NoTickets),
        OneShot("bulk-ticket-template-path", SettingKind.Text, NoTickets),
        OneShot("ticket-template-path", SettingKind.Text, NoTickets),
        OneShot("get-ticket", SettingKind.Switch, NoTickets),
        OneShot("list-ticket-schemas", SettingKind.Switch, NoTickets),
        OneShot("ticket-id", SettingKind.Text, NoTickets),
        OneShot("event-feed", SettingKind.Switch, NoEvents),
        OneShot("event-feed-id", SettingKind.Text, NoEvents),
        OneShot("event-feed-start-at", SettingKind.Text, NoEvents),
        OneShot("event-feed-cursor", SettingKind.Text, NoEvents),
        OneShot("diff-syncs", SettingKind.Switch, NoMerging),
        OneShot("base-sync-id", SettingKind.Text, NoMerging),
        OneShot("applied-sync-id", SettingKind.Text, NoMerging),
        OneShot("compact-syncs", SettingKind.Switch, NoMerging),
        OneShot("compact-output-path", SettingKind.Text, NoMerging),
        OneShot("compact-file-paths", SettingKind.List, NoMerging),
        OneShot("compact-sync-ids", SettingKind.List, NoMerging),
        Refused("external-resource-c1z", SettingKind.Text, NoExternal),
        Refused("external-resource-entitlement-id-filter", SettingKind.Text, NoExternal),
        Refused("external-resource-traits", SettingKind.List, NoExternal),
    ];

    private static SettingDefinition OneShot(string name, SettingKind kind, string because) =>
        Refused(name, kind, because) with { IsNoteInService = true };

    private static SettingDefinition Ignored(string name, SettingKind kind, string because) =>
        new(name, kind, SettingGroup.Advanced, because) { IgnoredBecause = because };

    private static SettingDefinition Refused(string name, SettingKind kind, string because) =>
        new(name, kind, SettingGroup.Advanced, because) { RefusedBecause = because };
}
