namespace Auth0Connector.Cli.Tests.Errors;

internal static class EcosystemMistakes
{
    private const string NotChanged = "this is nothing that can be changed here; for roles, memberships and accounts there are grant, revoke and account";
    private const string NoTickets = "this connector handles no tickets; leave the setting out";
    private const string NoDaemon = "there is no service mode here; leave it out and run one sync at a time. For the tenant's application use --auth0-client-id and --auth0-client-secret";
    private const string NoMerging = "syncs are not merged or compared by flags here; leave the setting out";

    public static IReadOnlyList<ConfigurationMistake> All { get; } =
    [
        Flag("Service mode", ["--client-id", "x"], $"--client-id: {NoDaemon}"),
        Flag("Service mode, by a variable", [], $"BATON_CLIENT_SECRET: {NoDaemon}") with { Variables = new() { ["BATON_CLIENT_SECRET"] = "x" } },
        Flag("Delete a resource", ["--delete-resource", "u"], $"--delete-resource: {NotChanged}"),
        Flag("Rotate credentials", ["--rotate-credentials", "u"], $"--rotate-credentials: {NotChanged}"),
        Flag("Actions", ["--invoke-action", "a"], $"--invoke-action: {NotChanged}"),
        Flag("Ticketing", ["--ticketing"], $"--ticketing: {NoTickets}"),
        Flag("Events", ["--event-feed"], "--event-feed: event feeds are not read here; leave the setting out"),
        Flag("Merge", ["--compact-syncs"], $"--compact-syncs: {NoMerging}"),
        Flag("Compare", ["--diff-syncs"], $"--diff-syncs: {NoMerging}"),
        Flag("A journal of a sync", ["--journal", "changes.jsonl"], "--journal: goes with a change, such as --grant-entitlement; a sync changes nothing in the tenant"),
        Flag("Other connector's resources", ["--external-resource-c1z", "a.c1z"], "--external-resource-c1z: resources of another connector's file are not matched here; leave the setting out"),
    ];

    private static ConfigurationMistake Flag(string title, string[] arguments, string message) => new("Flags of the ecosystem", title, arguments, message);
}
