using System.Text.Json;
using Auth0Connector.Cli.Shell;
using Auth0Connector.Cli.Tests.Safety;
using Auth0Connector.Cli.Tests.Support;

namespace Auth0Connector.Cli.Tests.Errors;

/// <summary>Every kind of failure in every form: one last line that parses, with the code of the process and no secret.</summary>
public sealed class ErrorFormTests
{
    private static readonly string[] Ways =
    [
        "usage", "unknown-flag", "credentials-refused", "permission-missing", "tenant-unavailable", "file", "output", "incomplete", "locked", "interrupted", "bug",
    ];

    public static TheoryData<string, string> Rows()
    {
        var rows = new TheoryData<string, string>();
        foreach (var way in Ways)
        {
            foreach (var form in (string[])["console", "log", "variable", "output", "path"])
            {
                rows.Add(way, form);
            }
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task An_error_has_one_last_line_in_the_form_that_was_asked_for(string way, string form)
    {
        await using var bench = await TenantBench.StartAsync(FailingRuns.Options(way));
        if (form == "variable")
        {
            bench.Workspace.Variables["BATON_LOG_FORMAT"] = "json";
        }

        var (code, lines) = await FailingRuns.FailAsync(bench, way, form);

        var last = lines[^1];
        var isJson = form is "log" or "variable" or "output";
        var word = ClassOf(way);
        Assert.Equal(ErrorClass.All.Single(kind => kind.Word == word).ExitCode, code);
        Assert.DoesNotContain(lines, line => line.Contains(bench.Tenant.Options.ClientSecret, StringComparison.Ordinal));
        Assert.Single(lines, line => line.StartsWith("error: ", StringComparison.Ordinal) || line.Contains("\"class\":", StringComparison.Ordinal));
        if (isJson)
        {
            Check(last, word, code, hasHint: way is not "file" and not "output" and not "interrupted");
        }
        else
        {
            Assert.StartsWith("error: ", last, StringComparison.Ordinal);
        }

        // An error of the command line itself comes before its settings are known.
        if (form == "path" && way != "unknown-flag")
        {
            Check((await File.ReadAllLinesAsync(bench.Workspace.PathOf("run.log")))[^1], word, code, hasHint: false);
        }
    }

    [Fact]
    public void Every_class_is_met_by_a_row() =>
        Assert.Equal(ErrorClass.All.Select(kind => kind.Word).Order(StringComparer.Ordinal), Ways.Select(ClassOf).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("-o", "json")]
    [InlineData("-o=json")]
    [InlineData("-ojson")]
    [InlineData("--output", "json")]
    [InlineData("--output=json")]
    [InlineData("--output-format:json")]
    [InlineData("--log-format=json")]
    public async Task A_command_line_that_cannot_be_parsed_is_still_asked_for_its_form(params string[] form)
    {
        using var workspace = new Workspace();

        var result = await workspace.RunAsync([.. form, "--no-such-flag"]);

        Check(result.Error.TrimEnd('\n'), "usage", result.ExitCode, hasHint: true);
    }

    [Fact]
    public async Task A_flag_has_the_last_word_over_the_variable()
    {
        using var workspace = new Workspace();
        workspace.Variables["BATON_LOG_FORMAT"] = "json";

        Assert.StartsWith("error: ", (await workspace.RunAsync("--log-format", "console", "--no-such-flag")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_trace_is_a_field_of_the_one_line()
    {
        using var workspace = new Workspace();

        var result = await workspace.RunAsync("resources", "-f", "none.c1z", "-o", "json", "--log-level", "debug");

        Assert.Single(result.Error.TrimEnd('\n').Split('\n'));
        Assert.Contains("AccessFileException", result.ErrorObject.GetProperty("trace").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("resources -f none.c1z -o json", 13)]
    [InlineData("resources --log-format json --nonsense", 2)]
    public async Task A_process_says_it_as_well(string arguments, int code)
    {
        using var workspace = new Workspace();

        using var process = RealProcess.Start(workspace, arguments.Split(' '));
        var result = await process.EndAsync();

        Assert.Equal(code, result.ExitCode);
        Check(result.Error.TrimEnd('\n'), code == 2 ? "usage" : "file", code, hasHint: code == 2);
    }

    private static void Check(string line, string word, int code, bool hasHint)
    {
        var error = JsonElement.Parse(line);
        Assert.Equal("error", error.GetProperty("level").GetString());
        Assert.Equal(word, error.GetProperty("class").GetString());
        Assert.Equal(code, error.GetProperty("code").GetInt32());
        Assert.True(error.GetProperty("ts").GetDouble() > 0);
        Assert.NotEmpty(error.GetProperty("msg").GetString()!);
        Assert.True(!hasHint || error.GetProperty("hint").GetString() is { Length: > 0 }, line);
    }

    private static string ClassOf(string way) => way switch
    {
        "unknown-flag" => "usage",
        _ => way,
    };
}
