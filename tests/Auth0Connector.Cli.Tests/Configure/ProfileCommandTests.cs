using System.Text.Json;

namespace Auth0Connector.Cli.Tests.Configure;

public sealed class ProfileCommandTests : IDisposable
{
    private const string Two = """
        # mine
        default-profile: prod
        profiles:
          prod:
            auth0-base-url: https://acme.eu.auth0.com
            auth0-client-id: AbC
            auth0-client-secret: canary-of-prod
            client-secret: canary-of-cloud
            file: prod.c1z
          dev:
            auth0-base-url: https://dev.eu.auth0.com

        """;

    private readonly ProfileWorkspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task All_are_listed_with_the_default()
    {
        _workspace.WriteProfiles(Two);

        var result = await _workspace.RunAsync("profile", "list", "-o", "json");

        using var json = JsonDocument.Parse(result.Out);
        Assert.Equal(
            [("prod", true, "https://acme.eu.auth0.com"), ("dev", false, "https://dev.eu.auth0.com")],
            json.RootElement.GetProperty("profiles").EnumerateArray().Select(row => (row.GetProperty("name").GetString()!, row.GetProperty("default").GetBoolean(), row.GetProperty("tenant").GetString()!)));
    }

    [Fact]
    public async Task None_is_said_with_the_reason()
    {
        var result = await _workspace.RunAsync("profile", "list");

        Assert.Equal("no profiles: ~/auth0-connector/config.yaml does not exist; 'auth0-connector setup' makes one\n", result.Out);
    }

    [Fact]
    public async Task Another_becomes_the_default_and_the_rest_of_the_file_stays()
    {
        _workspace.WriteProfiles(Two);

        var result = await _workspace.RunAsync("profile", "use", "dev");

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(Two.Replace("default-profile: prod", "default-profile: dev", StringComparison.Ordinal), await File.ReadAllTextAsync(_workspace.ConfigPath));
    }

    [Theory]
    [InlineData("use", "gone", "profile use: there is no profile 'gone' in ~/auth0-connector/config.yaml; it has prod, dev")]
    [InlineData("show", "gone", "profile show: there is no profile 'gone' in ~/auth0-connector/config.yaml; it has prod, dev")]
    [InlineData("use", null, "profile use: name the profile that shall be the default")]
    [InlineData("list", "prod", "profile list: takes no name; 'profile show NAME' shows one")]
    public async Task What_cannot_be_done_is_said_and_nothing_changes(string word, string? name, string message)
    {
        _workspace.WriteProfiles(Two);

        var result = await _workspace.RunAsync(name is null ? ["profile", word] : ["profile", word, name]);

        Assert.Equal((2, "error: " + message), (result.ExitCode, result.Error.Trim()));
        Assert.Equal(Two, await File.ReadAllTextAsync(_workspace.ConfigPath));
    }

    [Theory]
    [InlineData("table")]
    [InlineData("json")]
    [InlineData("jsonl")]
    [InlineData("csv")]
    [InlineData("markdown")]
    public async Task No_form_of_any_command_shows_a_secret(string form)
    {
        _workspace.WriteProfiles(Two);
        _workspace.Variables["BATON_CLIENT_ID"] = "clever-otter-1@acme.conductor.one/spc";
        foreach (var arguments in new string[][] { ["profile", "show"], ["profile", "list"], ["env"], ["env", "--auth0-client-secret", "canary-of-flag"] })
        {
            var result = await _workspace.RunAsync([.. arguments, "-o", form]);

            Assert.Equal(0, result.ExitCode);
            Assert.DoesNotContain("canary", result.Out + result.Error, StringComparison.Ordinal);
            Assert.Equal(arguments[^1] != "list", result.Out.Contains(form == "markdown" ? "\\*\\*\\*" : "***", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Env_names_the_source_of_each_setting()
    {
        _workspace.WriteProfiles(Two);
        _workspace.Write(".baton.yaml", "workers: 3\n");
        _workspace.Variables["BATON_EXPAND"] = "none";

        var result = await _workspace.RunAsync("env", "--strict", "-o", "json");

        using var json = JsonDocument.Parse(result.Out);
        var found = json.RootElement.GetProperty("settings").EnumerateArray()
            .ToDictionary(row => row.GetProperty("name").GetString()!, row => (row.GetProperty("value").GetString(), row.GetProperty("source").GetString()));
        Assert.Equal(("true", "--strict"), found["strict"]);
        Assert.Equal(("none", "BATON_EXPAND"), found["expand"]);
        Assert.Equal(("3", "workers in .baton.yaml"), found["concurrency"]);
        Assert.Equal((Path.Combine(_workspace.ConfigFolder, "prod.c1z"), "file in profile prod"), found["file"]);
        Assert.Equal(("***", "auth0-client-secret in profile prod"), found["auth0-client-secret"]);
        Assert.Equal(("0.8", "default"), found["rate-share"]);
        Assert.Equal((null, "default"), found["auth0-audience"]);
    }
}
