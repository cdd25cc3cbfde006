namespace Auth0Connector.Cli.Tests.Errors;

internal static class CommandMistakes
{
    public static IReadOnlyList<ConfigurationMistake> All { get; } =
    [
        Line("Misspelled flag", ["--auth0-base-ulr", "x"], "unknown flag --auth0-base-ulr; did you mean --auth0-base-url?"),
        Line("Misspelled flag of a secret", ["--auth0-client-secert=s3cret"], "unknown flag --auth0-client-secert; did you mean --auth0-client-secret?"),
        Line("Unknown flag", ["--colour"], "unknown flag --colour; see 'auth0-connector --help'"),
        Line("Unknown letter", ["-x"], "unknown flag -x; see 'auth0-connector --help'"),
        Line("Misspelled command", ["dmeo"], "unknown command 'dmeo'; did you mean demo?"),
        Line("Unknown command", ["tenant"], "unknown command 'tenant'; see 'auth0-connector --help'"),
        Line("Help for an unknown command", ["help", "tenant"], "unknown command 'tenant'; see 'auth0-connector --help'"),
        Line("A misspelled command with a flag", ["snyc", "--help"], "unknown command 'snyc'; did you mean sync?"),
        Line("A command behind sync", ["sync", "resources"], "sync: 'resources' is one word too many; see 'auth0-connector help sync'"),
        Line("Sync twice, flags between", ["sync", "-f", "a.c1z", "sync"], "sync: 'sync' is one word too many; see 'auth0-connector help sync'"),
        Line("Value without a flag", ["-f", "a.c1z", "B 2.c1z"], "an argument that belongs to no flag stands on the command line; every value follows its flag, in quotes if it holds a space"),
        Line("Tenant's flag before the command", ["--auth0-client-id", "x", "demo"], "--auth0-client-id has no meaning for 'demo'; see 'auth0-connector demo --help'"),
        Line("Tenant's flag after the command", ["demo", "--auth0-client-id", "x"], "--auth0-client-id has no meaning for 'demo'; see 'auth0-connector demo --help'"),
        Line("Unknown flag of a command", ["findings", "--colour"], "unknown flag --colour for 'findings'; see 'auth0-connector findings --help'"),
        Line("Another store than S3", ["stats", "-f", "gs://audit/sync.c1z"], "gs:// is no store that is read or written here, s3://bucket/key is; or name a local file, and copy it there with the store's own tool"),
        Line("A bucket without a key", ["stats", "-f", "s3://audit"], "'s3://audit' names no object; write s3://bucket/key, such as s3://audit/auth0/sync.c1z"),
        Line("Demo into a store", ["demo", "-f", "s3://audit/sync.c1z"], "--file: 's3://audit/sync.c1z' is no file on this disk; only the access file of a sync can be written to an object store, so name a local file and copy it there"),
        Line("Demo onto an existing file", ["demo", "-f", "mine.c1z"], "--file: 'mine.c1z' exists already; choose another name with -f, or replace it with --force") with { Files = new() { ["mine.c1z"] = "mine" } },
        Line("Mock tenant: impossible port", ["mock-tenant", "--port", "70000"], "--port: 70000 is out of range; give a whole number from 0 to 65535"),
        Line("Mock tenant: more than all answers faulty", ["mock-tenant", "--fault-rate", "2"], "--fault-rate: '2' is not a number from 0 to 1"),
        Line("Mock tenant: burst without a limit", ["mock-tenant", "--burst", "5"], "--burst: has no effect without --rate-limit; add it or leave this out"),
        Line("Completion for no shell", ["completion"], "completion: needs one of bash, zsh, fish, pwsh"),
        Line("Completion for another shell", ["completion", "tcsh"], "completion: needs one of bash, zsh, fish, pwsh"),
        Line("Report onto an existing file", ["report", "--out", "mine.html"], "--out: 'mine.html' exists already; choose another name with --out, or replace it with --force") with { Files = new() { ["mine.html"] = "mine" } },
        Line("Findings by a severity that there is not", ["findings", "--fail-on", "critical"], "--fail-on: 'critical' is not known; give one of low, medium, high"),
        Line("Rules that are not there", ["findings", "--rules", "rules.yaml"], "--rules: rules.yaml does not exist; name the file with the rules"),
        Line("Rules that are no YAML", ["findings", "--rules", "rules.yaml"], "--rules: rules.yaml: is not valid YAML, at line 1") with { Files = new() { ["rules.yaml"] = "a: b: c" } },
        Line("Rules with an unknown key", ["findings", "--rules", "rules.yaml"], "--rules: rules.yaml: 'rule' is not known; give privileged or rules") with { Files = new() { ["rules.yaml"] = "rule: {}" } },
        Line("Rules with an unknown threshold", ["findings", "--rules", "rules.yaml"], "--rules: rules.yaml: inactive-with-access: 'weeks' is not known; give enabled, severity, days") with { Files = new() { ["rules.yaml"] = "rules: {inactive-with-access: {weeks: 4}}" } },
        Line("Rules with a threshold that is no number", ["findings", "--rules", "rules.yaml"], "--rules: rules.yaml: inactive-with-access: days: 'many' is not a number of 0 or more") with { Files = new() { ["rules.yaml"] = "rules: {inactive-with-access: {days: many}}" } },
    ];

    private static ConfigurationMistake Line(string title, string[] arguments, string message) => new("Command line", title, arguments, message);
}
