namespace Auth0Connector.Cli.Tests.Errors;

internal static class ReadingMistakes
{
    private const string Known = "user, organization, role, resource_server, scope, group, client";

    public static IReadOnlyList<ConfigurationMistake> All { get; } =
    [
        new("What to read", "Unknown resource type", ["--sync-resource-types", "user,nosuch"], $"invalid resource type 'nosuch' in filter; known are {Known}"),
        new("What to read", "No resource type", ["--sync-resource-types", ","], $"--sync-resource-types: names no resource type; known are {Known}"),
        new("What to read", "Neither true nor false", ["--skip-entitlements-and-grants=maybe"], "--skip-entitlements-and-grants: 'maybe' is neither true nor false"),
        new("What to read", "Neither true nor false, in a variable", [], "BATON_STRICT: 'yes' is neither true nor false") { Variables = new() { ["BATON_STRICT"] = "yes" } },
        new("What to read", "Unknown way to list users", ["--users-via", "magic"], "--users-via: 'magic' is not known; give one of auto, search, export"),
        new("What to read", "Scopes without permissions", ["--sync-resource-types", "role,scope"], "resource type 'scope' is in the filter but not switched on. Add --sync-permissions"),
        new("What to read", "Applications not switched on", ["--sync-resource-types", "client"], "resource type 'client' is in the filter but not switched on. Add --sync-applications or --sync-permissions"),
        new("What to read", "No bid", ["--sync-resources", "role/rol_1"], "--sync-resources: 'role/rol_1' is no bid of a resource; give one such as bid:r:role/rol_1"),
        new("What to read", "Bid of an unknown type", ["--sync-resources", "bid:r:door/1"], $"--sync-resources: unknown resource type 'door'; known are {Known}"),
        new("What to read", "Bid of a scope", ["--sync-resources", "bid:r:scope/a"], "--sync-resources: a scope is read with its API; name that, such as bid:r:resource_server/ID"),
        new("What to read", "No bids at all", ["--sync-resources", ","], "--sync-resources: names no resource; give bids such as bid:r:role/rol_1"),
        new("What to read", "Grants left out of everything", ["--skip-grants"], "--skip-grants: only goes with --sync-resources; --skip-entitlements-and-grants leaves both out"),
        new("What to read", "Bid of a type that is not switched on", ["--sync-resources", "bid:r:client/abc"], "resource type 'client' is named by a bid but not switched on. Add --sync-applications or --sync-permissions"),
        new("What to read", "Unknown expansion", ["--expand", "some"], "--expand: 'some' is not known; give one of membership, all, none"),
        new("Output", "File is a directory", ["-f", "data"], "--file: 'data' is a directory; name a file in it, such as data/sync.c1z") { Files = new() { ["data/"] = string.Empty }, ExitCode = 13 },
        new("Output", "Directory does not exist", ["-f", "missing/sync.c1z"], "--file: the directory of 'missing/sync.c1z' does not exist; create it first"),
        new("Output", "Directory is a file", ["-f", "data/sync.c1z"], "--file: the directory of 'data/sync.c1z' is not a directory; create it first") { Files = new() { ["data"] = "x" } },
        new("Output", "Flag without a value", ["--file"], "--file: needs a value, such as sync.c1z"),
        new("Output", "Flag followed by a flag", ["--file", "--strict"], "--file: needs a value, such as sync.c1z"),
        new("Output", "Empty file name", ["--file", ""], "--file: is empty; give one such as sync.c1z or leave it out"),
        new("Output", "Unknown form", ["-o", "xml"], "--output: 'xml' is not known; give one of table, json, console"),
        new("Output", "Two forms", ["-o", "json", "--output-format", "table"], "--output and --output-format mean the same setting but differ; give one of them"),
        new("Output", "Pebble", ["--storage-engine", "pebble"], "--storage-engine: Pebble files are not written here; leave it out or give sqlite, which every reader of the ecosystem takes"),
        new("Output", "Unknown storage engine", ["--storage-engine", "leveldb"], "--storage-engine: 'leveldb' is not known; give one of sqlite, pebble"),
        new("Pace and patience", "Zero", ["--concurrency", "0"], "--concurrency: 0 is out of range; give a whole number from 1 to 256"),
        new("Pace and patience", "Negative", ["--workers", "-4"], "--workers: -4 is out of range; give a whole number from 1 to 256"),
        new("Pace and patience", "Huge", ["--concurrency", "99999999999999999999"], "--concurrency: 99999999999999999999 is out of range; give a whole number from 1 to 256"),
        new("Pace and patience", "Not a number", ["--concurrency", "many"], "--concurrency: 'many' is not a whole number; give one from 1 to 256"),
        new("Pace and patience", "Not a whole number", ["--concurrency", "1.5"], "--concurrency: '1.5' is not a whole number; give one from 1 to 256"),
        new("Pace and patience", "Two numbers", ["--concurrency", "4", "--workers", "8"], "--concurrency and --workers mean the same setting but differ; give one of them"),
        new("Pace and patience", "No time at all", ["--http-timeout-seconds", "0"], "--http-timeout-seconds: 0 is out of range; give a whole number from 1 to 1800"),
        new("Pace and patience", "Time with a unit", [], "BATON_HTTP_TIMEOUT_SECONDS: '5m' is not a whole number; give one from 1 to 1800") { Variables = new() { ["BATON_HTTP_TIMEOUT_SECONDS"] = "5m" } },
        new("Logs", "Unknown level", ["--log-level", "loud"], "--log-level: 'loud' is not known; give one of debug, info, warn, error"),
        new("Logs", "Unknown form", ["--log-format", "xml"], "--log-format: 'xml' is not known; give one of console, json"),
        new("Logs", "Log file is a directory", ["--log-path", "logs"], "--log-path: 'logs' is a directory; name a file in it, such as logs/sync.log") { Files = new() { ["logs/"] = string.Empty }, ExitCode = 13 },
        new("Logs", "Directory of the log file does not exist", ["--log-path", "logs/a.log"], "--log-path: the directory of 'logs/a.log' does not exist; create it first"),
    ];
}
