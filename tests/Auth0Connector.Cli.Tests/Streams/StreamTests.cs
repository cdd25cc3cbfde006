using Auth0Connector.Cli.Commands;
using Auth0Connector.Cli.Tests.Safety;

namespace Auth0Connector.Cli.Tests.Streams;

/// <summary>Every command with every stream closed, full and cut: a code, a line, and never a trace.</summary>
public sealed class StreamTests
{
    // Nothing but results matters to the code; what is read or said is closed, full or cut together, which is harder.
    private static readonly (string Before, string After)[] Unimportant =
    [
        ("", "2>&- <&-"),
        ("", "2>/dev/full </dev/zero"),
        ("true | ", "2> >(true)"),
        ("", "> >(true)"),
    ];

    private static readonly Dictionary<string, string> Lines = new(StringComparer.Ordinal)
    {
        [""] = "-f new.c1z --log-level error",
        ["demo"] = "demo -f demo.c1z --force --log-level error",
        ["who"] = "who --role Admin",
        ["access"] = "access --user auth0|ada",
        ["explain"] = "explain --user auth0|ada --role Admin",
        ["diff"] = "diff sync.c1z sync.c1z",
        ["export"] = "export csv --out -",
        ["report"] = "report --out report.html --force",
        ["review"] = "review --out review.csv --force",
        ["mock-tenant"] = "mock-tenant --port 0 --users 20",
        ["grant"] = "grant --user nobody@example.com --role Admin --dry-run",
        ["revoke"] = "revoke --user nobody@example.com --role Admin --dry-run",
        ["account"] = "account disable --user nobody@example.com --dry-run",
        ["expand"] = "expand --out expanded.c1z",
        ["completion"] = "completion bash",
    };

    /// <summary>Every command with <c>STREAMS=all</c>, otherwise those that write files or ask a tenant, and every third of the others.</summary>
    public static TheoryData<string> Rows()
    {
        string[] all = [.. CommandTable.Named.Select(command => command.Name), "", "--version", "--help", "export --help"];
        string[] always = ["", "demo", "export", "report", "review", "expand", "grant", "stats", "--version", "validate", "mock-tenant"];
        var isAll = Environment.GetEnvironmentVariable("STREAMS") == "all";
        return [.. all.Where((command, index) => isAll || index % 3 == 0 || always.Contains(command))];
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task A_stream_that_fails_has_a_code_and_a_line(string command)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        await using var bench = await TenantBench.StartAsync();
        new SampleTenant().Write(bench.Target);
        var line = $"rm -f expanded.c1z; {(command == "mock-tenant" ? "timeout --preserve-status -s INT 3 " : "")}$PROGRAM {Quoted(Lines.GetValueOrDefault(command, command))}";
        var usual = await RunAsync(bench, line, "", "");
        foreach (var (before, after) in Unimportant)
        {
            var result = await RunAsync(bench, line, before, after);

            Assert.True(IsAsUsual(command, result, usual), $"{command} {after}: {result.ExitCode} instead of {usual.ExitCode}: {result.Error}{usual.Error}");
            Assert.DoesNotContain("Unhandled", result.Error, StringComparison.Ordinal);
        }

        foreach (var after in (string[])[">&-", ">/dev/full", ">&- 2>&- <&-"])
        {
            var result = await RunAsync(bench, line, "", after);

            // What ends with an error has no results to write.
            var expected = usual.Error.Contains("error: ", StringComparison.Ordinal) ? usual.ExitCode : 13;
            Assert.True(result.ExitCode == expected, $"{command} {after}: {result.ExitCode} instead of {expected}: {result.Error}{usual.Error}");
            Assert.DoesNotContain("bug of ours", result.Error, StringComparison.Ordinal);
            Assert.DoesNotContain("Unhandled", result.Error, StringComparison.Ordinal);
            Assert.InRange(result.Error.Split('\n').Count(text => text.StartsWith("error: ", StringComparison.Ordinal)), 0, 1);
        }
    }

    [Theory]
    [InlineData("-f new.c1z --log-level error", "new.c1z")]
    [InlineData("demo -f demo.c1z --log-level error", "demo.c1z")]
    [InlineData("export csv --out new.csv", "new.csv")]
    [InlineData("report --out new.html", "new.html")]
    [InlineData("review --out new.csv", "new.csv")]
    [InlineData("expand --out new.c1z", "new.c1z")]
    public async Task What_was_written_before_the_output_failed_is_said(string line, string name)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        await using var bench = await TenantBench.StartAsync();
        new SampleTenant().Write(bench.Target);

        var result = await RealProcess.RunShellAsync(bench.Workspace, $"$PROGRAM {line} >/dev/full");

        Assert.Equal(13, result.ExitCode);
        Assert.Equal($"error: standard output cannot be written: no space is left on the disk; {name} was written and is whole", result.ErrorLine.Trim());
        Assert.True(new FileInfo(bench.Workspace.PathOf(name)).Length > 0);
    }

    [Fact]
    public void Every_line_belongs_to_a_command() =>
        Assert.Empty(Lines.Keys.Except(CommandTable.Named.Select(command => command.Name).Append(""), StringComparer.Ordinal));

    // A mock tenant that is stopped before it has begun was stopped before its end.
    private static bool IsAsUsual(string command, CommandResult result, CommandResult usual) =>
        result.ExitCode == usual.ExitCode || (command == "mock-tenant" && result.ExitCode is 0 or 130);

    private static Task<CommandResult> RunAsync(TenantBench bench, string line, string before, string after) =>
        RealProcess.RunShellAsync(bench.Workspace, line.Replace("; ", $"; {before}", StringComparison.Ordinal) + " " + after);

    private static string Quoted(string line) => line.Replace("auth0|ada", "'auth0|ada'", StringComparison.Ordinal);
}
