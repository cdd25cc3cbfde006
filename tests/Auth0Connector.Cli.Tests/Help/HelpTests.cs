using Auth0Connector.Cli.Shell;
using Auth0Connector.Cli.Tests.Support;

namespace Auth0Connector.Cli.Tests.Help;

public sealed class HelpTests
{
    [Theory]
    [InlineData("sync", "-h")]
    [InlineData("sync", "--help")]
    [InlineData("demo", "demo", "--help")]
    [InlineData("mock-tenant", "mock-tenant", "-h")]
    [InlineData("version", "version", "-h")]
    [InlineData("setup", "setup", "-h")]
    [InlineData("cache", "cache", "-h")]
    [InlineData("profile", "profile", "-h")]
    [InlineData("env", "env", "-h")]
    [InlineData("doctor", "doctor", "-h")]
    [InlineData("validate", "validate", "-h")]
    [InlineData("completeness", "completeness", "-h")]
    [InlineData("resource-types", "resource-types", "-h")]
    [InlineData("resources", "resources", "-h")]
    [InlineData("entitlements", "entitlements", "-h")]
    [InlineData("grants", "grants", "-h")]
    [InlineData("principals", "principals", "-h")]
    [InlineData("syncs", "syncs", "-h")]
    [InlineData("stats", "stats", "-h")]
    [InlineData("diff", "diff", "-h")]
    [InlineData("access", "access", "-h")]
    [InlineData("who", "who", "-h")]
    [InlineData("explain", "explain", "-h")]
    [InlineData("export", "export", "-h")]
    [InlineData("findings", "findings", "-h")]
    [InlineData("report", "report", "-h")]
    [InlineData("review", "review", "-h")]
    [InlineData("schema", "schema", "-h")]
    [InlineData("completion", "completion", "-h")]
    [InlineData("grant", "grant", "-h")]
    [InlineData("revoke", "revoke", "-h")]
    [InlineData("ledger", "ledger", "-h")]
    [InlineData("account", "account", "-h")]
    [InlineData("capabilities", "capabilities", "-h")]
    [InlineData("config", "config", "-h")]
    [InlineData("health-check", "health-check", "-h")]
    public async Task Help_is_as_approved(string page, params string[] arguments)
    {
        using var workspace = new Workspace();

        var result = await workspace.RunAsync(arguments);

        Assert.Equal(0, result.ExitCode);
        Assert.Empty(result.Error);
        Approved.Check($"tests/Auth0Connector.Cli.Tests/Help/{page}.txt", result.Out.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task Help_wins_over_mistakes()
    {
        using var workspace = new Workspace();

        var result = await workspace.RunAsync("--colour", "--help");

        Assert.Equal(0, result.ExitCode);
    }

    [Theory]
    [InlineData("-v")]
    [InlineData("--version")]
    public async Task The_version_is_one_line(string flag)
    {
        using var workspace = new Workspace();

        var result = await workspace.RunAsync(flag);

        Assert.Equal(ProgramVersion.Line + "\n", result.Out);
        Assert.Matches(@"^auth0-connector \S+ \(([0-9a-f]{12}, \d{4}-\d\d-\d\d|commit unknown)\)$", ProgramVersion.Line);
        Assert.Matches(@"^\d+\.\d+\.\d+", ProgramVersion.Text);
    }
}
