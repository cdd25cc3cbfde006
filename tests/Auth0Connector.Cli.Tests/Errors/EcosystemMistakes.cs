namespace Auth0Connector.Cli.Tests.Errors;

internal static class EcosystemMistakes
{
    private const string ReadsOnly = "this connector only reads and changes nothing in the tenant; leave the setting out";
    private const string NoTickets = "this connector handles no tickets; leave the setting out";
    private const string NoDaemon = "there is no service mode here; leave it out and run one sync at a time. For the tenant's application use --auth0-client-id and --auth0-client-secret";
    private const string NoMerging = "syncs are not merged or compared by flags here; leave the setting out";

    public static IReadOnlyList<ConfigurationMistake> All { get; } =
    [
        Flag("Service mode", ["--client-id", "x"], $"--client-id: {NoDaemon}"),
        Flag("Service mode, by a variable", [], $"BATON_CLIENT_SECRET: {NoDaemon}") with { Variables = new() { ["BATON_CLIENT_SECRET"] = "x" } },
        Flag("Provisioning", ["--provisioning"], $"--provisioning: {ReadsOnly}"),
        Flag("Provisioning, in the configuration file", [], $"provisioning in .baton.yaml: {ReadsOnly}") with { Files = new() { [".baton.yaml"] = "provisioning: true\n" } },
        Flag("Grant", ["--grant-entitlement", "role:r:assigned"], $"--grant-entitlement: {ReadsOnly}"),
        Flag("Revoke", ["--revoke-grant", "g"], $"--revoke-grant: {ReadsOnly}"),
        Flag("Create an account", ["--create-account-login", "a"], $"--create-account-login: {ReadsOnly}"),
        Flag("Delete a resource", ["--delete-resource", "u"], $"--delete-resource: {ReadsOnly}"),
        Flag("Rotate credentials", ["--rotate-credentials", "u"], $"--rotate-credentials: {ReadsOnly}"),
        Flag("Actions", ["--invoke-action", "a"], $"--invoke-action: {ReadsOnly}"),
        Flag("Ticketing", ["--ticketing"], $"--ticketing: {NoTickets}"),
        Flag("Events", ["--event-feed"], "--event-feed: event feeds are not read here; leave the setting out"),
        Flag("Merge", ["--compact-syncs"], $"--compact-syncs: {NoMerging}"),
        Flag("Compare", ["--diff-syncs"], $"--diff-syncs: {NoMerging}"),
        Flag("Other connector's resources", ["--external-resource-c1z", "a.c1z"], "--external-resource-c1z: resources of another connector's file are not matched here; leave the setting out"),
    ];

    private static ConfigurationMistake Flag(string title, string[] arguments, string message) => new("Flags of the ecosystem", title, arguments, message);
}
