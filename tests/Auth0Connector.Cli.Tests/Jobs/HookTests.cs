using Auth0Connector.Cli.Jobs;
using Auth0Connector.Cli.Tests.Safety;
using Auth0Connector.Cli.Tests.Support;

namespace Auth0Connector.Cli.Tests.Jobs;

/// <summary>Commands after a sync, as real processes.</summary>
public sealed class HookTests
{
    public static TheoryData<string, string[]?> Commands => new()
    {
        { "notify done", ["notify", "done"] },
        { "  notify   a  ", ["notify", "a"] },
        { "'/opt/a b/notify' \"c d\" ''", ["/opt/a b/notify", "c d", ""] },
        { """a\ b \" \' \\ "x\"y" 'x\y'""", ["a b", "\"", "'", "\\", "x\"y", "x\\y"] },
        { @"C:\tools\notify.exe C:\new", [@"C:\tools\notify.exe", @"C:\new"] },
        { "a $HOME *.txt ; b | c > d `e` $(f)", ["a", "$HOME", "*.txt", ";", "b", "|", "c", ">", "d", "`e`", "$(f)"] },
        { "a'b'\"c\"d", ["abcd"] },
        { "   ", [] },
        { "a 'b", null },
        { "a \"b", null },
    };

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_command_is_split_and_nothing_else_is_done_to_it(string text, string[]? words) => Assert.Equal(words, CommandWords.Split(text));

    [Fact]
    public async Task After_a_success_the_command_gets_the_facts_and_no_secret()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        await using var bench = await TenantBench.StartAsync();
        var variables = bench.Workspace.Variables;
        variables["PATH"] = "/usr/bin:/bin";
        variables["SOME_TOKEN"] = "hidden-from-commands";
        variables["TZ"] = variables["BATON_AUTH0_CLIENT_SECRET"];
        variables["LANG"] = "C";

        var result = await bench.Workspace.RunAsync("--on-success", "env", "--on-failure", "touch told", "-o", "json");

        Assert.Equal(0, result.ExitCode);
        Assert.StartsWith("{\"syncId\"", result.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("AUTH0_CONNECTOR_", result.Out, StringComparison.Ordinal);
        var names = Said(result).Select(static line => line.Split('=')[0]).Order(StringComparer.Ordinal);
        Assert.Equal(
            [
                "AUTH0_CONNECTOR_ENTITLEMENTS", "AUTH0_CONNECTOR_EXIT_CODE", "AUTH0_CONNECTOR_FILE", "AUTH0_CONNECTOR_GRANTS", "AUTH0_CONNECTOR_REQUESTS",
                "AUTH0_CONNECTOR_RESOURCES", "AUTH0_CONNECTOR_SECONDS", "AUTH0_CONNECTOR_SKIPS", "AUTH0_CONNECTOR_STARTED", "AUTH0_CONNECTOR_SYNC_ID",
                "AUTH0_CONNECTOR_TENANT", "LANG", "PATH",
            ],
            names);
        Assert.Contains("AUTH0_CONNECTOR_EXIT_CODE=0", Said(result));
        Assert.Contains($"AUTH0_CONNECTOR_FILE={bench.Target}", Said(result));
        Assert.False(File.Exists(bench.Workspace.PathOf("told")));
    }

    [Fact]
    public async Task After_a_failure_the_other_command_gets_the_error_and_its_own_failure_changes_nothing()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        await using var bench = await TenantBench.StartAsync();
        bench.Workspace.Variables["BATON_AUTH0_CLIENT_SECRET"] = Workspace.Canary;
        Script(bench, "notify", "read line && exit 9; echo \"code=$AUTH0_CONNECTOR_EXIT_CODE $AUTH0_CONNECTOR_CLASS $1 $AUTH0_CONNECTOR_MESSAGE\" >&2; exit 7");

        var result = await bench.Workspace.RunAsync("--on-success", "/bin/touch told", "--on-failure", "./notify 'a b'");

        Assert.Equal(10, result.ExitCode);
        Assert.Empty(result.Out);
        Assert.StartsWith("code=10 credentials-refused a b ", Assert.Single(Said(result)), StringComparison.Ordinal);
        Assert.Contains("--on-failure: the command failed (it ended with 7); the sync's exit code stays 10", result.Error, StringComparison.Ordinal);
        Assert.StartsWith("error: ", result.Error.TrimEnd().Split('\n')[^1], StringComparison.Ordinal);
        Assert.False(File.Exists(bench.Workspace.PathOf("told")));
    }

    [Fact]
    public async Task What_a_command_leaves_running_is_not_waited_for()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        await using var bench = await TenantBench.StartAsync();
        Script(bench, "notify", "sleep 20 & echo left");

        var result = await bench.Workspace.RunAsync("--on-success", "./notify").WaitAsync(TimeSpan.FromSeconds(15));

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(["left"], Said(result));
    }

    [Fact]
    public async Task A_signal_ends_the_command_and_the_code_stays_that_of_the_sync()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        await using var bench = await TenantBench.StartAsync();
        Script(bench, "notify", "echo waiting; exec sleep 300");
        using var process = RealProcess.Start(bench.Workspace, "--on-success", "./notify");
        await process.LogsAsync("says: waiting");

        process.Signal("TERM");
        var result = await process.EndAsync();

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("stopped with the run", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(".baton.yaml", false)]
    [InlineData("my.yaml", true)]
    public async Task A_configuration_file_of_the_ecosystem_cannot_say_what_is_run(string name, bool isNamed)
    {
        await using var bench = await TenantBench.StartAsync();
        bench.Workspace.Write(name, "on-failure: /bin/touch told\n");
        if (isNamed)
        {
            bench.Workspace.Variables["BATON_CONFIG_PATH"] = name;
        }

        var result = await bench.Workspace.RunAsync("--on-failure", "/bin/true");

        Assert.Equal(2, result.ExitCode);
        Assert.Equal(0, bench.Tenant.Requests.Total);
    }

    private static void Script(TenantBench bench, string name, string text)
    {
        bench.Workspace.Write(name, $"#!/bin/sh\n{text}\n");
        File.SetUnixFileMode(bench.Workspace.PathOf(name), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private static string[] Said(CommandResult result) =>
    [
        .. result.Error.Split('\n').Where(static line => line.StartsWith('{'))
            .Select(static line => System.Text.Json.JsonDocument.Parse(line).RootElement)
            .Where(static line => line.TryGetProperty("setting", out _) && line.TryGetProperty("line", out _))
            .Select(static line => line.GetProperty("line").GetString()!),
    ];
}
