using System.Text.Json;
using Auth0Connector.Cli.Tests.Support;

namespace Auth0Connector.Cli.Tests.Looking;

/// <summary>What the forms of a result can do, and what they refuse.</summary>
public sealed class ListFormTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public ListFormTests() => new SampleTenant()
        .Person("auth0|long", new string('日', 1000), "long@example.com")
        .Write(_workspace.PathOf("sync.c1z"));

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task A_very_long_text_is_cut_in_a_table_that_is_piped_and_whole_in_csv()
    {
        var table = await _workspace.RunAsync("resources", "-t", "user", "--columns", "name,id");
        var csv = await _workspace.RunAsync("resources", "-t", "user", "--columns", "name,id", "-o", "csv");

        // A letter of this kind takes two cells of the 200.
        Assert.Contains($"{new string('日', 99)}…  auth0|long\n", table.Out, StringComparison.Ordinal);
        Assert.Contains($"{new string('日', 1000)},auth0|long\n", csv.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--columns: has no meaning for json, which always has everything; give table, csv or markdown", "resources", "-o", "json", "--columns", "id")]
    [InlineData("--sort: has no meaning for jsonl here; give table, csv or markdown", "stats", "-o", "jsonl", "--sort", "grants")]
    public async Task What_a_form_cannot_do_is_refused(string message, params string[] arguments)
    {
        var result = await _workspace.RunAsync(arguments);

        Assert.Equal(message, result.ErrorText);
        Assert.Equal(2, result.ExitCode);
    }

    [Theory]
    [InlineData("--resource-type: there is no resource type 'rôle' in the file; did you mean 'role'?", "grants", "-t", "rôle")]
    [InlineData("--resource-type: there is no resource type 'usr' in the file; did you mean 'user'?", "resources", "-t", "usr")]
    [InlineData("--resource-type: there is no resource type 'usr' in the file; did you mean 'user'?", "entitlements", "-t", "usr")]
    [InlineData("--resource-type: there is no resource type 'usr' in the file; did you mean 'user'?", "access", "--resource-type", "usr", "--resource", "auth0|ada")]
    [InlineData("--resource-type: there is no resource type 'wholly-other' in the file; it has user, role, organization, group, scope", "principals", "-t", "wholly-other")]
    [InlineData("--entitlement: there is no entitlement 'x' in the file; 'entitlements' lists them", "principals", "-e", "x")]
    [InlineData("--entitlement: there is no entitlement 'x' in the file; 'entitlements' lists them", "grants", "-e", "x")]
    [InlineData("--entitlement: there is no entitlement 'x' in the file; 'entitlements' lists them", "who", "-e", "x")]
    [InlineData("--resource: there is no role 'rol_nobody' in the file; 'resources -t role' lists them", "grants", "-t", "role", "-r", "rol_nobody")]
    [InlineData("--resource: there is no user 'auth0|nobody' in the file; 'resources -t user' lists them", "access", "--resource-type", "user", "--resource", "auth0|nobody")]
    public async Task A_name_that_is_not_in_the_file_is_a_slip(string message, params string[] arguments)
    {
        var result = await _workspace.RunAsync(arguments);

        Assert.Equal($"error: {message}\n", result.Error);
        Assert.Equal(2, result.ExitCode);
        Assert.Empty(result.Out);
    }

    [Theory]
    [InlineData("--limit: 99999999999 is out of range; give a whole number from 1 to 2147483647", "resources", "--limit", "99999999999")]
    [InlineData("diff: 'c' is one word too many; see 'auth0-connector diff --help'", "diff", "a", "b", "c")]
    [InlineData("syncs: 'extra' is one word too many; see 'auth0-connector syncs --help'", "syncs", "extra")]
    public async Task A_slip_is_named(string message, params string[] arguments)
    {
        var result = await _workspace.RunAsync(arguments);

        Assert.Equal($"error: {message}\n", result.Error);
        Assert.Equal(2, result.ExitCode);
    }

    [Fact]
    public async Task Statistics_are_sorted_searched_and_cut()
    {
        Assert.Equal("type,grants\ngroup,3\norganization,2\n", (await _workspace.RunAsync("stats", "-o", "csv", "--columns", "type,grants", "--sort", "-grants", "--limit", "2")).Out);
        Assert.Equal("type,resources\norganization,1\n", (await _workspace.RunAsync("stats", "-o", "csv", "--columns", "type,resources", "--search", "ORG")).Out);
        Assert.EndsWith("total,13\n", (await _workspace.RunAsync("stats", "-o", "csv", "--columns", "type,resources")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_explanation_is_a_ticket_a_sheet_or_lines()
    {
        string[] question = ["explain", "--user", "ada@example.com", "--permission", "Billing/read:invoices", "-o"];

        Assert.Equal(
            """
            **Ada Lovelace (ada@example.com)** reaches **Scope Billing/read:invoices: granted** in one way:

            1. holds Group Finance: member, which gives Role Accountant: assigned, which gives Scope Billing/read:invoices: granted


            """,
            (await _workspace.RunAsync([.. question, "markdown"])).Out);
        Assert.Contains("\nAda Lovelace,ada@example.com,enabled,Scope Billing/read:invoices: granted,Group Finance: member > Role Accountant: assigned,no,", (await _workspace.RunAsync([.. question, "csv"])).Out, StringComparison.Ordinal);
        using var line = JsonDocument.Parse((await _workspace.RunAsync([.. question, "jsonl"])).Out);
        Assert.Equal(3, line.RootElement.GetProperty("path").GetArrayLength());
    }

    [Theory]
    [InlineData("markdown", "Dan (dan@example.com) does not reach Role Accountant: assigned: no grant leads there.\n")]
    [InlineData("jsonl", "")]
    [InlineData("csv", "principal,email,status,holds,through,direct,principal_type,principal_id,entitlement_id\n")]
    public async Task No_way_has_its_code_in_every_form(string form, string expected)
    {
        var result = await _workspace.RunAsync("explain", "--user", "Dan", "--role", "Accountant", "-o", form);

        Assert.Equal(expected, result.Out);
        Assert.Equal(3, result.ExitCode);
    }
}
