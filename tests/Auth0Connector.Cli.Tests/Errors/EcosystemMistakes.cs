namespace Auth0Connector.Cli.Tests.Errors;

internal static class EcosystemMistakes
{
    private const string NotChanged = "this is nothing that can be changed here; for roles, memberships and accounts there are grant, revoke and account";
    private const string NoTickets = "this connector handles no tickets; leave the setting out";
    private const string Together = "if any flags in the group [client-id client-secret] are set they must all be set; missing";
    private const string NoMerging = "syncs are not merged or compared by flags here; leave the setting out";

    public static IReadOnlyList<ConfigurationMistake> All { get; } =
    [
        Flag("Service mode without a secret", ["--client-id", "x"], $"{Together} [client-secret]: --client-id is given, and service mode needs both, or --client-secret-file"),
        Flag("Service mode without an id", [], $"{Together} [client-id]: --client-secret is given, and service mode needs both; for the tenant's application use --auth0-client-id and --auth0-client-secret") with { Variables = new() { ["BATON_CLIENT_SECRET"] = "x" } },
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
