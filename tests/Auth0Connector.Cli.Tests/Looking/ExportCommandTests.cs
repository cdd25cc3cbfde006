using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Auth0Connector.Cli.Tests.Support;

namespace Auth0Connector.Cli.Tests.Looking;

public sealed class ExportCommandTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public ExportCommandTests() => new SampleTenant()
        .Person("auth0|x", "=HYPERLINK(\"http://evil\") _x000D_\u0007", "x@example.com")
        .Write(_workspace.PathOf("sync.c1z"));

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task Csv_has_the_columns_and_rows_of_the_ecosystem()
    {
        var result = await _workspace.RunAsync("export", "csv");

        Assert.Equal(0, result.ExitCode);
        Assert.StartsWith("Wrote sync.csv, ", result.Out, StringComparison.Ordinal);
        var lines = await File.ReadAllLinesAsync(_workspace.PathOf("sync.csv"));
        Assert.Equal(
            "Type,Last Name,First Name,User ID,User Status,Email Address,Entitlement Display Name,Entitlement,Resource Type,Resource Name,Entitlement Description,Entitlement Slug",
            lines[0]);
        Assert.Contains("Identity,Lovelace,Ada,auth0|ada,Enabled,ada@example.com,,,,,,", lines);
        Assert.Contains("Identity,Carol,Carol,auth0|carol,Disabled,carol@example.com,,,,,,", lines);
        Assert.Contains("Entitlement,,,,,,Admin assigned,role:rol_admin:assigned,role,Admin,assigned of Admin,assigned", lines);
        Assert.Contains("Grant,Bob,Bob,auth0|bob,,bob@example.com,Accountant assigned,role:rol_accountant:assigned,role,Accountant,assigned of Accountant,assigned", lines);
        Assert.Equal(1 + 5 + 9 + 5, lines.Length);
        Assert.Contains(lines, line => line.Contains("'=HYPERLINK", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.Contains('\u0007', StringComparison.Ordinal));
    }

    [Fact]
    public async Task Flat_has_what_people_effectively_reach()
    {
        await _workspace.RunAsync("export", "csv", "--flat", "--out", "-");

        var lines = Encoding.UTF8.GetString(_workspace.Bytes.ToArray()).Split('\n');
        Assert.Contains(
            "auth0|ada,Ada Lovelace,ada@example.com,enabled,scope,https://billing/:read:invoices,Billing/read:invoices,scope:https://billing/:read:invoices:granted,granted,no,group Finance: member > role Accountant: assigned,2026-09-21T14:13:20Z,",
            lines);
        Assert.Contains("auth0|bob,Bob,bob@example.com,enabled,role,rol_accountant,Accountant,role:rol_accountant:assigned,assigned,yes,,2026-09-21T14:13:20Z,", lines);
    }

    [Fact]
    public async Task A_workbook_is_well_formed_and_holds_texts_only()
    {
        await _workspace.RunAsync("export", "xlsx");

        await using var archive = await ZipFile.OpenReadAsync(_workspace.PathOf("sync.xlsx"));
        var parts = archive.Entries.ToDictionary(entry => entry.FullName, entry =>
        {
            using var stream = entry.Open();
            return XDocument.Load(stream);
        });
        XNamespace main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        var sheet = parts["xl/worksheets/sheet1.xml"];
        Assert.Equal(1 + 5 + 9 + 5, sheet.Descendants(main + "row").Count());
        Assert.All(sheet.Descendants(main + "row"), row => Assert.Equal(12, row.Elements(main + "c").Count()));
        Assert.Empty(sheet.Descendants(main + "f"));
        Assert.Contains("=HYPERLINK(\"http://evil\")", sheet.Descendants(main + "t").Select(text => text.Value));
        Assert.Contains("_x005F_x000D_\uFFFD", sheet.Descendants(main + "t").Select(text => text.Value));
        Assert.Contains("Sheet1", parts["xl/workbook.xml"].Descendants(main + "sheet").Select(entry => entry.Attribute("name")!.Value));
        Assert.Contains("[Content_Types].xml", parts.Keys);
    }

    [Fact]
    public async Task Json_lines_hold_every_row_with_its_kind()
    {
        await _workspace.RunAsync("export", "jsonl");

        var kinds = (await File.ReadAllLinesAsync(_workspace.PathOf("sync.jsonl"))).Select(line =>
        {
            using var json = JsonDocument.Parse(line);
            var kind = json.RootElement.GetProperty("kind").GetString()!;
            Assert.Equal(JsonValueKind.Object, json.RootElement.GetProperty(kind).ValueKind);
            return kind;
        }).CountBy(kind => kind).ToDictionary();
        Assert.Equal(new Dictionary<string, int> { ["resourceType"] = 5, ["resource"] = 13, ["entitlement"] = 9, ["grant"] = 8 }, kinds);
    }

    [Fact]
    public async Task A_copy_says_the_same_as_the_file()
    {
        await _workspace.RunAsync("export", "c1z");

        foreach (var command in new[] { "resource-types", "resources", "entitlements", "grants", "syncs", "stats" })
        {
            var original = await _workspace.RunAsync(command, "-o", "json");
            var copy = await _workspace.RunAsync(command, "-o", "json", "-f", "latest.c1z");
            Assert.Equal(original.Out, copy.Out);
        }
    }

    [Theory]
    [InlineData("csv", "sync.csv")]
    [InlineData("sqlite", "sync.sqlite")]
    [InlineData("parquet", "sync.parquet")]
    [InlineData("c1z", "latest.c1z")]
    public async Task A_file_that_exists_is_replaced_only_with_force(string format, string name)
    {
        _workspace.Write(name, "mine");

        var refused = await _workspace.RunAsync("export", format);
        Assert.Equal(2, refused.ExitCode);
        Assert.Equal($"error: --out: '{name}' exists already; choose another name with --out, or replace it with --force\n", refused.Error);
        Assert.Equal("mine", await File.ReadAllTextAsync(_workspace.PathOf(name)));

        Assert.Equal(0, (await _workspace.RunAsync("export", format, "--force")).ExitCode);
        Assert.NotEqual("mine", await File.ReadAllTextAsync(_workspace.PathOf(name)));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_workspace.PathOf(name)));
    }

    [Fact]
    public async Task A_damaged_file_leaves_nothing_behind()
    {
        var bytes = await File.ReadAllBytesAsync(_workspace.PathOf("sync.c1z"));
        await File.WriteAllBytesAsync(_workspace.PathOf("cut.c1z"), bytes[..(bytes.Length / 2)]);

        var result = await _workspace.RunAsync("export", "csv", "-f", "cut.c1z");

        Assert.Equal(13, result.ExitCode);
        Assert.Equal(["cut.c1z", "sync.c1z"], Directory.EnumerateFiles(_workspace.Directory).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("--out: sqlite cannot be written to standard output; name a file", "sqlite", "--out", "-")]
    [InlineData("--flat: has no meaning for c1z, which holds everything as it is", "c1z", "--flat")]
    [InlineData("export: needs one of csv, xlsx, jsonl, sqlite, parquet, c1z", "pdf")]
    public async Task What_a_format_cannot_do_is_refused(string message, params string[] arguments)
    {
        var result = await _workspace.RunAsync(["export", .. arguments]);

        Assert.Equal($"error: {message}\n", result.Error);
        Assert.Equal(2, result.ExitCode);
    }
}
