using System.Text.RegularExpressions;
using Auth0Connector.Cli.Tests.Safety;
using Auth0Connector.Cli.Tests.Support;

namespace Auth0Connector.Cli.Tests.Jobs;

/// <summary>The recipes of docs/jobs.md, run as they stand there by a bash that stops at the first failure.</summary>
public sealed partial class RecipeTests
{
    [Fact]
    public void Every_recipe_is_run_here() => Assert.Equal(["review", "smoke", "tenants"], Recipes().Keys.Order(StringComparer.Ordinal));

    [Fact]
    public async Task The_check_against_the_mock_tenant_reads_it_whole()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var workspace = new Workspace();

        var result = await RunAsync(workspace, "smoke");

        Assert.True(result.ExitCode == 0, result.Error);
        Assert.Contains("\"syncId\"", result.Out, StringComparison.Ordinal);
        Assert.True(File.Exists(workspace.PathOf("sync.c1z")));
    }

    [Fact]
    public async Task A_review_leaves_the_summary_and_the_findings()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        await using var bench = await TenantBench.StartAsync();
        await bench.Workspace.RunAsync("-f", "old.c1z", "--skip-entitlements-and-grants");
        await bench.Workspace.RunAsync("-f", "old.c1z");
        await bench.Workspace.RunAsync("-f", "new.c1z");
        bench.Workspace.Variables["GITHUB_STEP_SUMMARY"] = bench.Workspace.PathOf("summary.md");

        var result = await RunAsync(bench.Workspace, "review");

        Assert.True(result.ExitCode == 0, result.Error);
        Assert.NotEmpty(await File.ReadAllTextAsync(bench.Workspace.PathOf("summary.md")));
        Assert.Contains("\"2.1.0\"", await File.ReadAllTextAsync(bench.Workspace.PathOf("findings.sarif")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_several_tenants_each_has_its_turn_and_a_failure_is_told()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        await using var bench = await TenantBench.StartAsync();
        Directory.CreateDirectory(bench.Workspace.PathOf("tenants"));
        bench.Workspace.Write("tenants/a.yaml", "auth0-client-id: nobody\n");
        bench.Workspace.Write("tenants/b.yaml", $"auth0-client-id: {bench.Tenant.Options.ClientId}\n");
        bench.Workspace.Variables.Remove("BATON_AUTH0_CLIENT_ID");

        var result = await RunAsync(bench.Workspace, "tenants");

        Assert.Equal(10, result.ExitCode);
        Assert.Contains("a ended with 10", result.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(bench.Workspace.PathOf("a.c1z")));
        Assert.True(File.Exists(bench.Workspace.PathOf("b.c1z")));
        Assert.True(File.Exists(bench.Workspace.PathOf("a.prom")));
    }

    private static Task<CommandResult> RunAsync(Workspace workspace, string recipe)
    {
        Directory.CreateDirectory(workspace.PathOf("bin"));
        workspace.Write("bin/auth0-connector", $"#!/bin/sh\nexec dotnet '{RealProcess.Program}' \"$@\"\n");
        File.SetUnixFileMode(workspace.PathOf("bin/auth0-connector"), UnixFileMode.UserRead | UnixFileMode.UserExecute);
        return RealProcess.RunShellAsync(workspace, $"set -eu; export PATH=\"$PWD/bin:$PATH\"\n{Recipes()[recipe]}");
    }

    private static Dictionary<string, string> Recipes() =>
        Recipe().Matches(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "approved", "docs", "jobs.md"))).ToDictionary(static match => match.Groups["name"].Value, static match => match.Groups["text"].Value, StringComparer.Ordinal);

    [GeneratedRegex("<!-- recipe: (?<name>[a-z]+) -->\n```bash\n(?<text>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Recipe();
}
