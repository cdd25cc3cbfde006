using Auth0Connector.Cli.Change;
using Auth0Connector.Cli.Settings;

namespace Auth0Connector.Cli.Sync;

/// <summary>
/// Flags that every connector of the Baton ecosystem has and that help does not list. A command line, a set of
/// variables or a <c>.baton.yaml</c> made for another connector works unchanged, or is told in one line why not.
/// </summary>
internal static class EcosystemFlags
{
    private const string OneShot = "a sync here runs once and always in full";
    private const string NoTelemetry = "no telemetry is sent from here; logs go to standard error";
    private const string NotChanged =
        "this is nothing that can be changed here; for roles, memberships and accounts there are grant, revoke and account";

    private const string NoTickets = "this connector handles no tickets; leave the setting out";
    private const string NoDaemon =
        "there is no service mode here; leave it out and run one sync at a time. For the tenant's application use --auth0-client-id and --auth0-client-secret";

    private const string NoEvents = "event feeds are not read here; leave the setting out";
    private const string NoMerging = "syncs are not merged or compared by flags here; leave the setting out";
    private const string NoExternal = "resources of another connector's file are not matched here; leave the setting out";

    /// <summary>All of them, in the order of documentation.</summary>
    public static IReadOnlyList<SettingDefinition> All { get; } =
    [
        Ignored("skip-full-sync", SettingKind.Switch, OneShot),
        Ignored("parallel-sync", SettingKind.Switch, "reading is always parallel here; --concurrency says how much"),
        Ignored("task-concurrency", SettingKind.Text, OneShot),
        Ignored("keep-previous-sync-c1z", SettingKind.Switch, "the former file always stays until the new one is whole"),
        Ignored("c1z-temp-dir", SettingKind.Text, "work in progress lies beside the access file, never in a temporary directory"),
        Ignored("auth-method", SettingKind.Text, "the method follows from the secret or the key that is given"),
        Ignored("log-level-debug-expires-at", SettingKind.Text, "a sync here ends by itself"),
        Ignored("session-store-maximum-size", SettingKind.Text, "there is no session store here"),
        Ignored("health-check", SettingKind.Switch, OneShot),
        Ignored("health-check-port", SettingKind.Text, OneShot),
        Ignored("health-check-bind-address", SettingKind.Text, OneShot),
        Ignored("otel-collector-endpoint", SettingKind.Text, NoTelemetry),
        Ignored("otel-collector-endpoint-tls-cert-path", SettingKind.Text, NoTelemetry),
        Ignored("otel-collector-endpoint-tls-cert", SettingKind.Text, NoTelemetry),
        Ignored("otel-collector-endpoint-tls-insecure", SettingKind.Switch, NoTelemetry),
        Ignored("otel-tracing-disabled", SettingKind.Switch, NoTelemetry),
        Ignored("otel-logging-disabled", SettingKind.Switch, NoTelemetry),
        Refused("client-id", SettingKind.Text, NoDaemon),
        Refused("client-secret", SettingKind.Text, NoDaemon) with { Secret = true },
        Ignored("provisioning", SettingKind.Switch, "a change is made where one is asked for, and never by a sync") with { ShortName = 'p' },
        .. EcosystemChangeFlags.All,
        Refused("delete-resource", SettingKind.Text, NotChanged),
        Refused("delete-resource-type", SettingKind.Text, NotChanged),
        Refused("rotate-credentials", SettingKind.Text, NotChanged),
        Refused("rotate-credentials-type", SettingKind.Text, NotChanged),
        Refused("invoke-action", SettingKind.Text, NotChanged),
        Refused("invoke-action-args", SettingKind.Text, NotChanged),
        Refused("invoke-action-resource-type", SettingKind.Text, NotChanged),
        Refused("list-action-schemas", SettingKind.Switch, NotChanged),
        Refused("ticketing", SettingKind.Switch, NoTickets),
        Refused("create-ticket", SettingKind.Switch, NoTickets),
        Refused("bulk-create-ticket", SettingKind.Switch, NoTickets),
        Refused("bulk-ticket-template-path", SettingKind.Text, NoTickets),
        Refused("ticket-template-path", SettingKind.Text, NoTickets),
        Refused("get-ticket", SettingKind.Switch, NoTickets),
        Refused("list-ticket-schemas", SettingKind.Switch, NoTickets),
        Refused("ticket-id", SettingKind.Text, NoTickets),
        Refused("event-feed", SettingKind.Switch, NoEvents),
        Refused("event-feed-id", SettingKind.Text, NoEvents),
        Refused("event-feed-start-at", SettingKind.Text, NoEvents),
        Refused("event-feed-cursor", SettingKind.Text, NoEvents),
        Refused("diff-syncs", SettingKind.Switch, NoMerging),
        Refused("base-sync-id", SettingKind.Text, NoMerging),
        Refused("applied-sync-id", SettingKind.Text, NoMerging),
        Refused("compact-syncs", SettingKind.Switch, NoMerging),
        Refused("compact-output-path", SettingKind.Text, NoMerging),
        Refused("compact-file-paths", SettingKind.List, NoMerging),
        Refused("compact-sync-ids", SettingKind.List, NoMerging),
        Refused("external-resource-c1z", SettingKind.Text, NoExternal),
        Refused("external-resource-entitlement-id-filter", SettingKind.Text, NoExternal),
        Refused("external-resource-traits", SettingKind.List, NoExternal),
    ];

    private static SettingDefinition Ignored(string name, SettingKind kind, string because) =>
        new(name, kind, SettingGroup.Advanced, because) { IgnoredBecause = because };

    private static SettingDefinition Refused(string name, SettingKind kind, string because) =>
        new(name, kind, SettingGroup.Advanced, because) { RefusedBecause = because };
}
