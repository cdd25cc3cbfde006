using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Auth0Connector.Cli.Tests.Support;

namespace Auth0Connector.Cli.Tests.Safety;

/// <summary>Nothing that stands in a file moves a terminal, turns a line around or hides in it, whatever command prints it in whatever form.</summary>
public sealed class HostileFileTests : IDisposable
{
    private static readonly string[] Forms = ["table", "json", "jsonl", "csv", "markdown"];

    private readonly Workspace _workspace = new();

    public HostileFileTests() => HostileFile.Write(_workspace.PathOf("sync.db"));

    public static TheoryData<string[]> Commands =>
    [
        .. from command in new string[][]
            {
                ["resource-types", "--columns", "all"], ["resources", "--columns", "all"], ["entitlements", "--columns", "all"], ["grants", "--columns", "all"], ["principals", "--columns", "all"],
                ["resources", "--sort", "name"], ["syncs", "--columns", "all"], ["stats"], ["diff"], ["who", "--role", "rol_1", "--columns", "all"], ["who", "--group", "grp_1"],
                ["access", "--resource-type", "group", "--resource", "grp_1"], ["explain", "--user", "eve", "--role", "rol_1"], ["access", "--user", "eve"], ["access", "--user", "eve", "--columns", "all"], ["principals", "compare", "-e", "x", "--compare-entitlement", "y"],
            }
            from form in Forms
            select (string[])[.. command, "-o", form],
        ["findings"], ["findings", "-o", "json"], ["findings", "-o", "csv"], ["findings", "-o", "sarif"],
        ["completeness"], ["completeness", "-o", "json"],
        ["resources", "-t", "odd"], ["grants", "--user", "nobody"], ["resources", "--sync-id", "nobody"], ["who", "--entitlement", "nobody"],
    ];

    public void Dispose() => _workspace.Dispose();

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task A_hostile_text_comes_out_as_its_codes(string[] arguments)
    {
        string[] command = arguments.Contains("--columns") && arguments[^1] is "json" or "jsonl" ? [.. arguments.Where(argument => argument is not ("--columns" or "all"))] : arguments;

        var result = await _workspace.RunAsync([.. command, "-f", "sync.db"]);

        Assert.NotEqual(1, result.ExitCode);
        Clean(result.Out);
        Clean(result.Error);
        if (result.ExitCode == 0 && command[^1] is "json" or "sarif" && result.Out.Length > 0)
        {
            JsonDocument.Parse(result.Out).Dispose();
        }
    }

    [Theory]
    [InlineData("access", "--user", "eve")]
    [InlineData("explain", "--user", "eve", "--role", "rol_1")]
    [InlineData("who", "--role", "rol_1")]
    [InlineData("diff")]
    public async Task What_is_hostile_is_there_and_not_left_out(params string[] arguments)
    {
        foreach (var form in Forms.Where(form => arguments[0] != "diff" || form != "csv"))
        {
            var result = await _workspace.RunAsync([.. arguments, "-o", form, "-f", "sync.db"]);
            Assert.Equal(0, result.ExitCode);
            Assert.Contains("owned", result.Out, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("export", "csv", "--out", "out")]
    [InlineData("export", "csv", "--flat", "--out", "out")]
    [InlineData("export", "jsonl", "--out", "out")]
    [InlineData("export", "jsonl", "--flat", "--out", "out")]
    [InlineData("review", "--out", "out.csv")]
    public async Task A_file_for_people_is_clean(params string[] arguments)
    {
        var result = await _workspace.RunAsync([.. arguments, "-f", "sync.db"]);

        Assert.Equal(0, result.ExitCode);
        Clean(result.Out);
        Clean(await File.ReadAllTextAsync(_workspace.PathOf(arguments[^1])));
    }

    [Theory]
    [InlineData("export", "xlsx", "--out", "out.xlsx")]
    [InlineData("export", "xlsx", "--flat", "--out", "out.xlsx")]
    [InlineData("review", "--out", "out.xlsx")]
    public async Task A_workbook_is_clean(params string[] arguments)
    {
        Assert.Equal(0, (await _workspace.RunAsync([.. arguments, "-f", "sync.db"])).ExitCode);

        await using var archive = await ZipFile.OpenReadAsync(_workspace.PathOf("out.xlsx"));
        foreach (var entry in archive.Entries)
        {
            using var reader = new StreamReader(await entry.OpenAsync(), Encoding.UTF8, detectEncodingFromByteOrderMarks: false);
            Clean(await reader.ReadToEndAsync());
        }
    }

    [Fact]
    public async Task The_data_of_a_report_are_clean()
    {
        var result = await _workspace.RunAsync("report", "-f", "sync.db");

        Assert.Equal(0, result.ExitCode);
        var page = await File.ReadAllTextAsync(_workspace.PathOf("report.html"));
        Clean(page);
        const string Mark = "id=\"data\">";
        var from = page.IndexOf(Mark, StringComparison.Ordinal) + Mark.Length;
        using var gzip = new GZipStream(new MemoryStream(Convert.FromBase64String(page[from..page.IndexOf('<', from)])), CompressionMode.Decompress);
        using var data = await JsonDocument.ParseAsync(gzip);
        Texts(data.RootElement);
    }

    // What the page shows is what the escapes of its data mean.
    private static void Texts(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var field in element.EnumerateObject())
                {
                    Clean(field.Name);
                    Texts(field.Value);
                }

                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                {
                    Texts(item);
                }

                break;
            case JsonValueKind.String:
                Clean(element.GetString()!);
                break;
            default:
                break;
        }
    }

    private static void Clean(string text) => Assert.Equal(-1, text.IndexOfAny(HostileFile.Forbidden));
}
