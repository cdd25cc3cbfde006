using System.Security.Cryptography;
using Auth0Connector.Cli.Run;
using Auth0Connector.Cli.Settings;
using Auth0Connector.Cli.Setup;
using Auth0Connector.Cli.Shell;
using Auth0Connector.MockTenant;

namespace Auth0Connector.Cli.Tests.Configure;

/// <summary>From nothing to a profile with which a sync runs, by flags and by answers.</summary>
public sealed class SetupTests : IAsyncLifetime
{
    private readonly ProfileWorkspace _workspace = new();
    private MockTenantServer _tenant = null!;

    public async Task InitializeAsync() => _tenant = await MockTenantServer.StartAsync(new MockTenantOptions { Users = 20 }, CancellationToken.None);

    public async Task DisposeAsync()
    {
        await _tenant.DisposeAsync();
        _workspace.Dispose();
    }

    [Fact]
    public async Task By_flags_it_writes_a_profile_examines_it_and_syncs()
    {
        _workspace.Write("secret", _tenant.Options.ClientSecret + "\n");

        var result = await RunAsync("--auth0-client-secret-file", "secret", "--profile", "prod", "--sync");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("Wrote profile prod to ~/auth0-connector/config.yaml, as the default", result.Out, StringComparison.Ordinal);
        Assert.True(File.Exists(_workspace.PathOf("data/auth0-connector/prod.c1z")));
        Assert.Equal(0, (await _workspace.RunAsync("validate")).ExitCode);
        Assert.Contains("user", (await _workspace.RunAsync("stats", "--profile", "prod")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_secret_of_the_environment_goes_into_a_file_of_its_owner_and_nowhere_else()
    {
        _workspace.Variables["BATON_AUTH0_CLIENT_SECRET"] = _tenant.Options.ClientSecret;

        var result = await RunAsync("--profile", "prod");

        Assert.Equal(0, result.ExitCode);
        var path = Path.Combine(_workspace.ConfigFolder, "prod.secret");
        Assert.Equal(_tenant.Options.ClientSecret + "\n", await File.ReadAllTextAsync(path));
        Assert.DoesNotContain(_tenant.Options.ClientSecret, result.Out + result.Error + await File.ReadAllTextAsync(_workspace.ConfigPath), StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
        {
            foreach (var file in new[] { path, _workspace.ConfigPath })
            {
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
            }
        }
    }

    [Fact]
    public async Task Nothing_that_is_there_is_replaced_without_being_asked()
    {
        _workspace.Variables["BATON_AUTH0_CLIENT_SECRET"] = _tenant.Options.ClientSecret;
        await RunAsync("--profile", "prod");
        var former = await File.ReadAllTextAsync(_workspace.ConfigPath);

        var refused = await RunAsync("--profile", "prod", "--sync-permissions");
        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("profile prod in ~/auth0-connector/config.yaml and ~/auth0-connector/prod.secret are there already; --force replaces", refused.Error, StringComparison.Ordinal);
        Assert.Equal(former, await File.ReadAllTextAsync(_workspace.ConfigPath));

        Assert.Equal(0, (await RunAsync("--profile", "prod", "--sync-permissions", "--force")).ExitCode);
        Assert.Contains("sync-permissions: true", await File.ReadAllTextAsync(_workspace.ConfigPath), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_profile_is_not_the_default_unless_it_is_asked_for()
    {
        _workspace.Variables["BATON_AUTH0_CLIENT_SECRET"] = _tenant.Options.ClientSecret;
        await RunAsync("--profile", "one");
        await RunAsync("--profile", "two");
        Assert.Contains("default-profile: one\n", await File.ReadAllTextAsync(_workspace.ConfigPath), StringComparison.Ordinal);

        await RunAsync("--profile", "three", "--default");
        Assert.Contains("default-profile: three\n", await File.ReadAllTextAsync(_workspace.ConfigPath), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_key_is_kept_and_only_its_public_half_shown()
    {
        var result = await RunAsync("--profile", "prod", "--new-key");

        // The tenant has never heard of the key.
        Assert.Equal(10, result.ExitCode);
        var path = Path.Combine(_workspace.ConfigFolder, "prod.pem");
        using var key = RSA.Create();
        key.ImportFromPem(await File.ReadAllTextAsync(path));
        Assert.Contains(key.ExportSubjectPublicKeyInfoPem(), result.Out.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.DoesNotContain("PRIVATE KEY", result.Out + result.Error, StringComparison.Ordinal);
        Assert.Contains("auth0-private-key-file: prod.pem", await File.ReadAllTextAsync(_workspace.ConfigPath), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_terminal_all_that_is_missing_is_named_at_once_and_nothing_is_written()
    {
        var result = await _workspace.RunAsync("setup");

        Assert.Equal(2, result.ExitCode);
        Assert.Equal(
            "error: setup: not given: --auth0-base-url; --auth0-client-id; --auth0-client-secret-file, BATON_AUTH0_CLIENT_SECRET, --auth0-private-key-file or --new-key; without a terminal nothing can be asked",
            result.Error.Trim());
        Assert.False(Directory.Exists(_workspace.ConfigFolder));
    }

    [Theory]
    [InlineData("--auth0-client-secret", "canary")]
    [InlineData("--auth0-client-secret=canary")]
    public async Task A_secret_is_no_flag(params string[] flag)
    {
        var result = await RunAsync(flag);

        Assert.Equal(2, result.ExitCode);
        Assert.DoesNotContain("canary", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a/b")]
    [InlineData("..")]
    [InlineData("a b")]
    [InlineData("日本")]
    [InlineData("-x")]
    public async Task A_name_that_leads_out_of_the_folder_is_none(string name)
    {
        _workspace.Variables["BATON_AUTH0_CLIENT_SECRET"] = _tenant.Options.ClientSecret;

        var result = await RunAsync("--profile=" + name);

        Assert.Equal(2, result.ExitCode);
        Assert.False(Directory.Exists(_workspace.ConfigFolder));
    }

    [Fact]
    public async Task A_person_is_asked_for_what_is_missing_and_again_where_the_answer_cannot_be()
    {
        var answers = new Queue<string>(["manage.auth0.com", _tenant.BaseUrl.ToString(), _tenant.Options.ClientId, "no such name", "prod", "", "y"]);
        using var output = new StringWriter();
        using var error = new StringWriter();
        var host = _workspace.Inner.Host(output, TextWriter.Synchronized(error)) with
        {
            InIsTerminal = true,
            ErrorIsTerminal = true,
            ReadLine = () => answers.TryDequeue(out var answer) ? answer : null,
            ReadSecret = () => _tenant.Options.ClientSecret,
        };
        using var session = new Session(host);

        var code = await CommandLine.RunAsync(["setup"], session);

        Assert.Equal(0, code);
        Assert.Empty(answers);
        Assert.Contains("is Auth0's own site, not a tenant", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("auth0 api post client-grants", output.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(_tenant.Options.ClientSecret, output.ToString() + error, StringComparison.Ordinal);
        Assert.True(File.Exists(_workspace.PathOf("data/auth0-connector/prod.c1z")));
    }

    [Fact]
    public async Task A_terminal_that_closes_in_the_middle_leaves_nothing()
    {
        var answers = new Queue<string>([_tenant.BaseUrl.ToString()]);
        using var error = new StringWriter();
        var host = _workspace.Inner.Host(TextWriter.Null, TextWriter.Synchronized(error)) with
        {
            InIsTerminal = true,
            ErrorIsTerminal = true,
            ReadLine = () => answers.TryDequeue(out var answer) ? answer : null,
        };
        using var session = new Session(host);

        Assert.Equal(2, await CommandLine.RunAsync(["setup"], session));
        Assert.False(Directory.Exists(_workspace.ConfigFolder));
    }

    [Theory]
    [InlineData("acme.eu.auth0.com", "https://acme.eu.auth0.com/")]
    [InlineData("https://manage.auth0.com/dashboard/eu/acme/", "https://acme.eu.auth0.com/")]
    [InlineData("https://manage.auth0.com/dashboard/eu/acme", "https://acme.eu.auth0.com/")]
    [InlineData("manage.auth0.com/dashboard/us/acme-prod/users/auth0%7C1?tab=roles#x", "https://acme-prod.us.auth0.com/")]
    [InlineData("https://manage.auth0.com/dashboard/us-3/acme/applications", "https://acme.us-3.auth0.com/")]
    [InlineData("https://acme.jp.auth0.com/authorize?client_id=1", "https://acme.jp.auth0.com/")]
    [InlineData("https://login.acme.example/u/login", "https://login.acme.example/")]
    public void An_address_of_the_dashboard_names_the_tenant(string text, string expected) =>
        Assert.Equal(expected, DashboardAddress.Tenant(new SettingValue("--auth0-base-url", [text])).ToString());

    [Theory]
    [InlineData("https://manage.auth0.com/")]
    [InlineData("https://manage.auth0.com/dashboard/eu")]
    [InlineData("http://acme.eu.auth0.com")]
    [InlineData("https://user:pass@acme.eu.auth0.com")]
    [InlineData("")]
    public void What_names_no_tenant_is_refused(string text) =>
        Assert.Throws<UsageException>(() => DashboardAddress.Tenant(new SettingValue("--auth0-base-url", [text])));

    private Task<CommandResult> RunAsync(params string[] arguments) =>
        _workspace.RunAsync(["setup", "--auth0-base-url", _tenant.BaseUrl.ToString(), "--auth0-client-id", _tenant.Options.ClientId, .. arguments]);
}
