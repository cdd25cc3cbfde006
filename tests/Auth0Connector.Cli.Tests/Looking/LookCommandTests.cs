using System.Text.Json;
using Auth0Connector.Cli.Tests.Support;

namespace Auth0Connector.Cli.Tests.Looking;

public sealed class LookCommandTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public LookCommandTests() => new SampleTenant().Write(_workspace.PathOf("sync.c1z"));

    public void Dispose() => _workspace.Dispose();

    [Theory]
    [InlineData("resource-types", "resourceTypes", 5)]
    [InlineData("resources", "resources", 12)]
    [InlineData("entitlements", "entitlements", 9)]
    [InlineData("grants", "grants", 8)]
    [InlineData("principals", "resources", 5)]
    [InlineData("syncs", "syncs", 1)]
    public async Task A_list_has_the_array_of_the_ecosystem(string command, string array, int count)
    {
        var whole = await _workspace.RunAsync(command, "-o", "json");
        var lines = await _workspace.RunAsync(command, "-o", "jsonl");

        using var json = JsonDocument.Parse(whole.Out);
        var items = json.RootElement.GetProperty(array).EnumerateArray().ToList();
        Assert.Equal(count, items.Count);
        var parsed = lines.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line)).ToList();
        Assert.Equal(count, parsed.Count);
        Assert.All(items.Zip(parsed), pair => Assert.True(JsonElement.DeepEquals(pair.First, pair.Second.RootElement)));
    }

    [Theory]
    [InlineData("resources", "--status", "disabled", "auth0|carol")]
    [InlineData("resources", "--search", "LOVELACE", "auth0|ada")]
    [InlineData("resources", "--role", "Admin", "rol_admin")]
    [InlineData("principals", "--role", "Accountant", "grp_finance auth0|bob")]
    [InlineData("principals", "-e", "role:rol_accountant:assigned", "grp_finance auth0|bob")]
    [InlineData("principals", "--organization", "acme", "auth0|carol")]
    public async Task A_filter_leaves_what_is_meant(string command, string flag, string value, string expected)
    {
        var result = await _workspace.RunAsync(command, flag, value, "-o", "csv", "--columns", "id");

        Assert.Equal("id\n" + expected.Replace(' ', '\n') + "\n", result.Out);
    }

    [Fact]
    public async Task Rows_are_sorted_and_limited()
    {
        var result = await _workspace.RunAsync("resources", "-t", "user", "--sort", "-name", "--limit", "2", "--columns", "name", "-o", "csv");

        Assert.Equal("name\nDan\nCarol\n", result.Out);
    }

    [Fact]
    public async Task Markdown_escapes_what_would_begin_something()
    {
        new SampleTenant().Person("auth0|x", "@everybody | <b>*x*", "x@example.com").Write(_workspace.PathOf("sync.c1z"));

        var result = await _workspace.RunAsync("resources", "--user", "auth0|x", "--columns", "name", "-o", "markdown");

        Assert.Equal("| Display name |\n|---|\n| @<!-- -->everybody \\| \\<b\\>\\*x\\* |\n", result.Out);
    }

    [Fact]
    public async Task A_spreadsheet_runs_nothing_of_a_list()
    {
        new SampleTenant().Person("auth0|x", "=cmd|' /C calc'!A0", "x@example.com").Write(_workspace.PathOf("sync.c1z"));

        var result = await _workspace.RunAsync("resources", "--user", "auth0|x", "--columns", "name", "-o", "csv");

        Assert.Equal("name\n'=cmd|' /C calc'!A0\n", result.Out);
    }

    [Theory]
    [InlineData("error: --user: there is no user 'nobody' in the file; 'resources --search' finds parts of names\n", "grants", "--user", "nobody")]
    [InlineData("error: --permission: 'read:invoices' may be 2 of them: https://billing/:read:invoices (Billing/read:invoices), https://other/:read:invoices (Other/read:invoices); give the id\n", "who", "--permission", "read:invoices")]
    [InlineData("error: --role and --organization exclude each other; give one of them\n", "grants", "--role", "Admin", "--organization", "acme")]
    [InlineData("error: --sort: there is no column 'size'; give id, name, traits, description\n", "resource-types", "--sort", "size")]
    [InlineData("error: --resource: needs --resource-type; ids are only unique within a type\n", "grants", "-r", "x")]
    [InlineData("error: access: needs --user, or --resource-type and --resource together\n", "access")]
    [InlineData("error: who: needs one of --permission, --role, --organization, --group, --entitlement\n", "who")]
    [InlineData("error: principals compare: needs --entitlement, and --compare-entitlement or --compare-file\n", "principals", "compare")]
    [InlineData("error: --compare-file and --compare-entitlement belong to 'principals compare'\n", "principals", "--compare-file", "sync.c1z")]
    [InlineData("error: principals: needs one of compare\n", "principals", "nonsense")]
    [InlineData("error: explain: needs --user, and what is to be explained\n", "explain", "--role", "Admin")]
    [InlineData("error: there is only one finished full sync to compare; give two files, as in 'diff old.c1z new.c1z', or --from and --to\n", "diff")]
    [InlineData("error: grants: 'nonsense' is one word too many; see 'auth0-connector grants --help'\n", "grants", "nonsense")]
    public async Task A_question_that_cannot_be_answered_says_why(string message, params string[] arguments)
    {
        var result = await _workspace.RunAsync(arguments);

        Assert.Equal(message, result.Error);
        Assert.Equal(2, result.ExitCode);
        Assert.Empty(result.Out);
    }

    [Fact]
    public async Task A_file_that_is_not_there_has_its_code()
    {
        var result = await _workspace.RunAsync("grants", "-f", "other.c1z");

        Assert.Equal(13, result.ExitCode);
        Assert.Contains("other.c1z", result.ErrorLine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_variable_of_the_file_is_read()
    {
        _workspace.Variables["BATON_FILE"] = "other.c1z";
        new SampleTenant().Without("auth0|dan").Write(_workspace.PathOf("other.c1z"));

        var result = await _workspace.RunAsync("resources", "-t", "user", "--columns", "name", "-o", "csv");

        Assert.DoesNotContain("Dan", result.Out, StringComparison.Ordinal);
        Assert.Contains("Ada", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Explain_without_a_way_has_its_code()
    {
        var result = await _workspace.RunAsync("explain", "--user", "Dan", "--role", "Admin");

        Assert.Equal(3, result.ExitCode);
        Assert.Equal("Dan (dan@example.com) does not reach Role Admin: assigned: no grant leads there.\n", result.Out);
    }

    [Fact]
    public async Task Diff_has_its_code_only_when_asked()
    {
        new SampleTenant().Without("auth0|dan").Write(_workspace.PathOf("later.c1z"));

        Assert.Equal(0, (await _workspace.RunAsync("diff", "sync.c1z", "later.c1z")).ExitCode);
        Assert.Equal(3, (await _workspace.RunAsync("diff", "sync.c1z", "later.c1z", "--exit-code")).ExitCode);
        Assert.Equal(3, (await _workspace.RunAsync("diff", "sync.c1z", "later.c1z", "--exit-code", "-o", "json")).ExitCode);
        Assert.Equal(0, (await _workspace.RunAsync("diff", "sync.c1z", "later.c1z", "--exit-code", "--only", "grants")).ExitCode);
        Assert.Equal(0, (await _workspace.RunAsync("diff", "sync.c1z", "sync.c1z", "--exit-code")).ExitCode);
    }

    [Fact]
    public async Task Diff_has_the_json_of_the_ecosystem_and_lines_of_its_own()
    {
        new SampleTenant().Without("auth0|carol").Write(_workspace.PathOf("later.c1z"));

        using var json = JsonDocument.Parse((await _workspace.RunAsync("diff", "sync.c1z", "later.c1z", "-o", "json")).Out);
        Assert.Equal("auth0|carol", json.RootElement.GetProperty("resources").GetProperty("deleted")[0].GetProperty("id").GetProperty("resource").GetString());
        Assert.Equal(2, json.RootElement.GetProperty("grants").GetProperty("deleted").GetArrayLength());
        Assert.Empty(json.RootElement.GetProperty("entitlements").EnumerateObject());

        var lines = (await _workspace.RunAsync("diff", "sync.c1z", "later.c1z", "-o", "jsonl")).Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(3, lines.Length);
        using var last = JsonDocument.Parse(lines[^1]);
        Assert.Equal("removed", last.RootElement.GetProperty("change").GetString());
        Assert.Equal("carol@example.com", last.RootElement.GetProperty("principal").GetProperty("email").GetString());
    }

    [Fact]
    public async Task Principals_are_matched_by_id_address_or_name()
    {
        new SampleTenant()
            .Person("okta|1", "A. Lovelace", "ADA@example.com")
            .Person("okta|2", "Carol", "carol@other.example")
            .Person("okta|3", "Eve", "eve@example.com")
            .Grant("role:rol_admin:assigned", "user", "okta|1")
            .Grant("role:rol_admin:assigned", "user", "okta|2")
            .Grant("role:rol_admin:assigned", "user", "okta|3")
            .Write(_workspace.PathOf("other.c1z"));
        new SampleTenant()
            .Grant("role:rol_admin:assigned", "user", "auth0|ada")
            .Grant("role:rol_admin:assigned", "user", "auth0|bob")
            .Grant("role:rol_admin:assigned", "user", "auth0|carol")
            .Write(_workspace.PathOf("sync.c1z"));

        var result = await _workspace.RunAsync("principals", "compare", "-e", "role:rol_admin:assigned", "--compare-file", "other.c1z", "-o", "json");

        using var json = JsonDocument.Parse(result.Out);
        Assert.Equal(["auth0|bob"], Ids("missing"));
        Assert.Equal(["okta|3"], Ids("extra"));
        Assert.Equal(["auth0|ada", "auth0|bob", "auth0|carol"], Ids("base"));
        Assert.Equal(["okta|1", "okta|2", "okta|3"], Ids("compared"));

        IEnumerable<string?> Ids(string array) =>
            json.RootElement.GetProperty(array).EnumerateArray().Select(view => view.GetProperty("resource").GetProperty("id").GetProperty("resource").GetString());
    }
}
