using Auth0Connector.Cli.Logging;
using Auth0Connector.Cli.Settings;
using Auth0Connector.Cli.Sync;
using Auth0Connector.Cli.Tenant;
using Auth0Connector.Cli.Tests.Support;

namespace Auth0Connector.Cli.Tests.Settings;

public sealed class PrecedenceTests : IDisposable
{
    private readonly Workspace _workspace = new Workspace().WithTenant();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public void A_flag_beats_the_variable_the_file_and_the_default()
    {
        _workspace.Variables["BATON_FILE"] = "variable.c1z";
        _workspace.Write(".baton.yaml", "file: config.c1z\n");

        Assert.Equal("flag.c1z", Resolve(("file", "flag.c1z")).Text(SyncFlags.File));
    }

    [Fact]
    public void A_variable_beats_the_file_and_the_default()
    {
        _workspace.Variables["BATON_FILE"] = "variable.c1z";
        _workspace.Write(".baton.yaml", "file: config.c1z\n");

        Assert.Equal("variable.c1z", Resolve().Text(SyncFlags.File));
    }

    [Fact]
    public void The_file_beats_the_default()
    {
        _workspace.Write(".baton.yaml", "file: config.c1z\n");

        Assert.Equal("config.c1z", Resolve().Text(SyncFlags.File));
    }

    [Fact]
    public void Without_a_source_the_default_holds()
    {
        Assert.Equal("sync.c1z", Resolve().Text(SyncFlags.File));
        Assert.Equal(32, Resolve().Number(PaceFlags.Concurrency));
    }

    [Fact]
    public void An_empty_variable_counts_as_not_set()
    {
        _workspace.Variables["BATON_FILE"] = string.Empty;
        _workspace.Write(".baton.yaml", "file: config.c1z\n");

        Assert.Equal("config.c1z", Resolve().Text(SyncFlags.File));
    }

    [Fact]
    public void Another_name_of_a_setting_counts_as_the_setting_itself()
    {
        _workspace.Variables["BATON_CONCURRENCY"] = "3";

        Assert.Equal(5, Resolve(("workers", "5")).Number(PaceFlags.Concurrency));
    }

    [Fact]
    public void The_path_of_the_configuration_file_comes_from_its_variable()
    {
        _workspace.Variables["BATON_CONFIG_PATH"] = "other.yml";
        _workspace.Write(".baton.yaml", "file: usual.c1z\n");
        _workspace.Write("other.yml", "file: other.c1z\n");

        Assert.Equal("other.c1z", Resolve().Text(SyncFlags.File));
    }

    [Fact]
    public void A_list_may_be_a_yaml_list_or_words_with_commas()
    {
        _workspace.Write(".baton.yaml", "sync-resource-types:\n  - user\n  - role\n");

        Assert.Equal(["user", "role"], Resolve().List(SyncFlags.ResourceTypes));
        Assert.Equal(["role", "user"], Resolve(("sync-resource-types", "role, user")).List(SyncFlags.ResourceTypes));
    }

    [Theory]
    [InlineData("strict: true", true)]
    [InlineData("strict: True", true)]
    [InlineData("strict: 1", true)]
    [InlineData("STRICT: t", true)]
    [InlineData("strict: false", false)]
    [InlineData("strict: 0", false)]
    [InlineData("strict:", false)]
    [InlineData("strict: null", false)]
    [InlineData("# nothing", false)]
    [InlineData("", false)]
    public void A_switch_takes_the_spellings_of_the_ecosystem(string line, bool on)
    {
        _workspace.Write(".baton.yaml", line);

        Assert.Equal(on, Resolve().IsOn(SyncFlags.Strict));
    }

    [Fact]
    public void A_full_configuration_of_another_connector_is_taken()
    {
        _workspace.Write(".baton.yaml", "ticketing: false\nprovisioning: false\nclient-id: ''\nclient-secret:\nskip-full-sync: true\notel-collector-endpoint: http://localhost\nlog-level: warn\n");

        var settings = Resolve();

        Assert.Empty(settings.Warnings);
        Assert.Equal("warn", settings.Choice(LogFlags.Level));
        Assert.Equal(
            ["otel-collector-endpoint in .baton.yaml"],
            settings.Ignored().Select(ignored => ignored.Label));
    }

    [Fact]
    public void A_slip_in_a_name_is_warned_of_with_what_was_meant()
    {
        _workspace.Write(".baton.yaml", "auth0-client-idd: x\nsomething-else:\n  nested: true\n");
        _workspace.Variables["BATON_AUTH0_CLIENT_SECERT"] = "x";

        Assert.Equal(
            [
                "unknown variable BATON_AUTH0_CLIENT_SECERT is ignored; did you mean 'BATON_AUTH0_CLIENT_SECRET'?",
                ".baton.yaml: unknown key 'auth0-client-idd' is ignored; did you mean 'auth0-client-id'?",
                ".baton.yaml: unknown key 'something-else' is ignored",
            ],
            Resolve().Warnings);
    }

    private ResolvedSettings Resolve(params (string Name, string Value)[] flags) =>
        new SettingResolver(_workspace.Host(TextWriter.Null, TextWriter.Null), SyncCommand.Definition.Settings)
            .Resolve(SettingSources.Everywhere, SyncCommand.Definition.Settings, flags.ToDictionary(flag => flag.Name, flag => new SettingValue("--" + flag.Name, [flag.Value])));
}
