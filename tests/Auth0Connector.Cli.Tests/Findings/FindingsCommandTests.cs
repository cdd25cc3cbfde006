using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Auth0Connector.Cli.Tests.Support;

namespace Auth0Connector.Cli.Tests.Findings;

public sealed partial class FindingsCommandTests : IDisposable
{
    private const string Evil = "<script>alert(1)</script>";

    private static readonly string[] Levels = ["none", "note", "warning", "error"];

    private readonly Workspace _workspace = new();

    public FindingsCommandTests() => new SampleTenant().Person("auth0|evil", Evil, "evil@example.com").Write(_workspace.PathOf("sync.c1z"));

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task A_page_gives_each_rule_its_reason_and_rows()
    {
        var result = await _workspace.RunAsync("findings");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("HIGH  Blocked people who still hold access (1, blocked-with-access)", result.Out, StringComparison.Ordinal);
        Assert.Contains("  - Carol (carol@example.com): 2 accesses, 1 privileged", result.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("low", 3)]
    [InlineData("high", 3)]
    public async Task A_finding_of_a_severity_fails_the_job(string severity, int code)
    {
        Assert.Equal(code, (await _workspace.RunAsync("findings", "--fail-on", severity)).ExitCode);
    }

    [Fact]
    public async Task Rules_weigh_and_switch_off()
    {
        _workspace.Write("rules.yaml", "privileged: {names: [], permissions: ['read:*']}\nrules:\n  blocked-with-access: {severity: low}\n");

        var result = await _workspace.RunAsync("findings", "--rules", "rules.yaml", "--fail-on", "high", "-o", "csv");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("low,blocked-with-access,Blocked people who still hold access,user,auth0|carol,Carol,carol@example.com,2 accesses\n", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sarif_has_a_rule_and_a_result_for_each_row()
    {
        var result = await _workspace.RunAsync("findings", "-o", "sarif");

        using var json = JsonDocument.Parse(result.Out);
        Assert.Equal("2.1.0", json.RootElement.GetProperty("version").GetString());
        var run = json.RootElement.GetProperty("runs")[0];
        var rules = run.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray().Select(rule => rule.GetProperty("id").GetString()).ToList();
        var carol = run.GetProperty("results").EnumerateArray().Single(one => one.GetProperty("ruleId").GetString() == "blocked-with-access");
        Assert.Equal("error", carol.GetProperty("level").GetString());
        Assert.Equal("blocked-with-access", rules[carol.GetProperty("ruleIndex").GetInt32()]);
        Assert.Equal("user:auth0|carol", carol.GetProperty("locations")[0].GetProperty("logicalLocations")[0].GetProperty("fullyQualifiedName").GetString());
    }

    [Fact]
    public async Task Sarif_has_what_its_schema_requires_and_nothing_that_it_does_not_know()
    {
        using var json = JsonDocument.Parse((await _workspace.RunAsync("findings", "-o", "sarif")).Out);

        Only(json.RootElement, ["version", "runs"], ["$schema"]);
        Assert.StartsWith("https://", json.RootElement.GetProperty("$schema").GetString(), StringComparison.Ordinal);
        var run = Assert.Single(json.RootElement.GetProperty("runs").EnumerateArray());
        Only(run, ["tool"], ["results", "invocations", "properties"]);
        var driver = run.GetProperty("tool").GetProperty("driver");
        Only(driver, ["name"], ["version", "informationUri", "rules", "semanticVersion"]);
        var rules = driver.GetProperty("rules").EnumerateArray().ToList();
        foreach (var rule in rules)
        {
            Only(rule, ["id"], ["name", "shortDescription", "fullDescription", "help", "defaultConfiguration"]);
            Assert.NotEmpty(rule.GetProperty("shortDescription").GetProperty("text").GetString()!);
            Assert.Contains(rule.GetProperty("defaultConfiguration").GetProperty("level").GetString(), Levels);
        }

        Assert.Equal(rules.Count, rules.Select(rule => rule.GetProperty("id").GetString()).Distinct().Count());
        var results = run.GetProperty("results").EnumerateArray().ToList();
        Assert.NotEmpty(results);
        foreach (var result in results)
        {
            Only(result, ["message"], ["ruleId", "ruleIndex", "level", "locations", "partialFingerprints"]);
            Assert.NotEmpty(result.GetProperty("message").GetProperty("text").GetString()!);
            Assert.Contains(result.GetProperty("level").GetString(), Levels);
            Assert.Equal(result.GetProperty("ruleId").GetString(), rules[result.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString());
            Only(result.GetProperty("locations")[0], [], ["logicalLocations"]);
            Only(result.GetProperty("locations")[0].GetProperty("logicalLocations")[0], [], ["name", "fullyQualifiedName", "kind"]);
            Assert.All(result.GetProperty("partialFingerprints").EnumerateObject(), one => Assert.Equal(JsonValueKind.String, one.Value.ValueKind));
        }

        Assert.Equal(results.Count, results.Select(result => result.GetProperty("partialFingerprints").GetRawText()).Distinct().Count());
    }

    [Fact]
    public async Task A_threshold_of_the_rules_file_decides_and_a_job_fails_only_from_the_severity_on()
    {
        _workspace.Write("rules.yaml", "rules:\n  inactive-with-access: {days: 0, severity: medium}\n  blocked-with-access: {enabled: false}\n");
        var all = await _workspace.RunAsync("findings", "--rules", "rules.yaml", "-o", "csv");
        _workspace.Write("later.yaml", "rules: {inactive-with-access: {days: 999999}}\n");
        var none = await _workspace.RunAsync("findings", "--rules", "later.yaml", "-o", "csv");

        Assert.Contains("medium,inactive-with-access,", all.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("inactive-with-access", none.Out, StringComparison.Ordinal);
        Assert.Equal(0, (await _workspace.RunAsync("findings", "--rules", "rules.yaml", "--fail-on", "high")).ExitCode);
        Assert.Equal(3, (await _workspace.RunAsync("findings", "--rules", "rules.yaml", "--fail-on", "medium")).ExitCode);
    }

    [Fact]
    public async Task Json_says_what_counts_as_privileged()
    {
        var result = await _workspace.RunAsync("findings", "-o", "json");

        using var json = JsonDocument.Parse(result.Out);
        Assert.Contains("*admin*", json.RootElement.GetProperty("privileged").GetString(), StringComparison.Ordinal);
        Assert.Equal("Carol", json.RootElement.GetProperty("findings")[0].GetProperty("rows")[0].GetProperty("displayName").GetString());
    }

    [Fact]
    public async Task A_report_is_one_page_whose_policy_names_its_script_and_style_and_nothing_else()
    {
        var result = await _workspace.RunAsync("report");

        Assert.Equal(0, result.ExitCode);
        var page = await File.ReadAllTextAsync(_workspace.PathOf("report.html"));
        Assert.DoesNotContain(Evil, page, StringComparison.Ordinal);
        Assert.DoesNotContain("http://", page.Replace("http://www.w3.org/2000/svg", string.Empty, StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("https://", page, StringComparison.Ordinal);
        var policy = Policy().Match(page).Groups["of"].Value;
        Assert.Equal($"default-src 'none'; script-src '{Hash(Script().Match(page))}'; style-src '{Hash(Style().Match(page))}'; base-uri 'none'; form-action 'none'", policy);
        Assert.Contains(Evil, Data(page).RootElement.GetProperty("people").GetProperty("name").EnumerateArray().Select(name => name.GetString()));
    }

    // The schema of SARIF 2.1.0 admits no other properties in any of these objects.
    private static void Only(JsonElement element, string[] required, string[] others)
    {
        var names = element.EnumerateObject().Select(property => property.Name).ToList();
        Assert.All(required, name => Assert.Contains(name, names));
        Assert.Empty(names.Except(required).Except(others));
    }

    private static JsonDocument Data(string page)
    {
        using var packed = new MemoryStream(Convert.FromBase64String(Embedded().Match(page).Groups["of"].Value));
        using var gzip = new GZipStream(packed, CompressionMode.Decompress);
        return JsonDocument.Parse(gzip);
    }

    private static string Hash(Match match) => "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(match.Groups["of"].Value)));

    [GeneratedRegex("Content-Security-Policy\" content=\"(?<of>[^\"]*)\"")]
    private static partial Regex Policy();

    [GeneratedRegex("<script>(?<of>.*?)</script>", RegexOptions.Singleline)]
    private static partial Regex Script();

    [GeneratedRegex("<style>(?<of>.*?)</style>", RegexOptions.Singleline)]
    private static partial Regex Style();

    [GeneratedRegex("id=\"data\">(?<of>[^<]*)<")]
    private static partial Regex Embedded();
}
