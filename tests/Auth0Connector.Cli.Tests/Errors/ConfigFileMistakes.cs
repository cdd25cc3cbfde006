namespace Auth0Connector.Cli.Tests.Errors;

internal static class ConfigFileMistakes
{
    private const string Lines = "write one 'name: value' on each line";

    public static IReadOnlyList<ConfigurationMistake> All { get; } =
    [
        Named("File that does not exist", "my.yaml", null, "BATON_CONFIG_PATH: my.yaml does not exist; name the configuration file"),
        Named("Other ending", "settings.json", "{}", "BATON_CONFIG_PATH: 'settings.json' does not end in .yaml or .yml"),
        Named("Directory", "my.yaml", "", "BATON_CONFIG_PATH: my.yaml is a directory; name the configuration file itself") with { Files = new() { ["my.yaml/"] = string.Empty } },
        Usual("Not YAML", "file: a: b\n", $".baton.yaml: is not valid YAML, at line 1; {Lines}"),
        Usual("No settings in it", "- file\n- workers\n", $".baton.yaml: holds no settings; {Lines}"),
        Usual("A key twice", "file: a.c1z\nfile: b.c1z\n", $".baton.yaml: names a key twice, at line 2; {Lines}"),
        Usual("Nested value", "file:\n  name: a.c1z\n", "file in .baton.yaml: has further keys below it; give one value on the same line"),
        Usual("List where one value belongs", "file: [a.c1z, b.c1z]\n", "file in .baton.yaml: is a list; give one value"),
        Usual("List of lists", "sync-resource-types: [[user]]\n", "sync-resource-types in .baton.yaml: is not a plain list of words"),
        Usual("Wrong value", "workers: lots\n", "workers in .baton.yaml: 'lots' is not a whole number; give one from 1 to 256"),
        Usual("Wrong address", "auth0-base-url: http://acme.eu.auth0.com\n", "auth0-base-url in .baton.yaml: http would send the credentials in the clear; use https (http is for loopback addresses only)")
            with
        { Variables = new() { ["BATON_AUTH0_BASE_URL"] = null } },
        Usual("Too large", new string('#', 1_100_000), ".baton.yaml is larger than 1024 KiB and so cannot be the configuration file") with { Shown = "`.baton.yaml` of more than a megabyte" },
    ];

    private static ConfigurationMistake Usual(string title, string text, string message) =>
        new("Configuration file", title, [], message) { Files = new() { [".baton.yaml"] = text } };

    private static ConfigurationMistake Named(string title, string name, string? text, string message) =>
        new("Configuration file", title, [], message)
        {
            Variables = new() { ["BATON_CONFIG_PATH"] = name },
            Files = text is null ? [] : new() { [name] = text },
        };
}
