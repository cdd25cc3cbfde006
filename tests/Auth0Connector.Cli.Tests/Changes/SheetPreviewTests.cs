using System.Text.Json;
using Auth0Connector.MockTenant;

namespace Auth0Connector.Cli.Tests.Changes;

/// <summary>The preview of a sheet is its run: line by line the same, with the same code, and only the run changes anything.</summary>
public sealed class SheetPreviewTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 6)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task A_sheets_preview_is_its_run(int seed)
    {
        await using var workspace = await ChangeWorkspace.StartAsync();
        workspace.Files.Write("decisions.csv", Sheet(workspace.Truth, new Random(seed)));

        var planned = await workspace.RunAsync("revoke", "--from", "decisions.csv", "--dry-run", "-o", "json");
        Assert.Empty(workspace.Writes);
        Assert.False(File.Exists(workspace.Files.PathOf("decisions.csv.progress")));
        var taken = await workspace.RunAsync("revoke", "--from", "decisions.csv", "-o", "json");

        Assert.Equal(planned.ExitCode, taken.ExitCode);
        Assert.Equal(
            Lines(planned).Select(x => (Line(x), Outcome(x) == "dry run" ? "done" : Outcome(x))),
            Lines(taken).Select(x => (Line(x), Outcome(x))));
        Assert.Equal(
            Lines(planned).Where(x => Outcome(x) == "dry run").Select(x => (x.GetProperty("request").GetString(), x.GetProperty("body").GetString())).Distinct().Select(x => x.Item1!.Split(' ')[1]).Order(),
            workspace.Writes.Select(x => x.Target).Order());

        // What is so already is so in a preview as well.
        var again = await workspace.RunAsync("revoke", "--from", "decisions.csv", "--dry-run", "-o", "json");
        Assert.Equal(planned.ExitCode, again.ExitCode);
        Assert.DoesNotContain(Lines(again), x => Outcome(x) == "dry run");
    }

    [Fact]
    public async Task Failed_lines_end_a_preview_with_the_code_of_the_run()
    {
        await using var workspace = await ChangeWorkspace.StartAsync();
        workspace.Files.Write("decisions.csv", "user,organization\nnobody at all,customer-3\n");

        var planned = await workspace.RunAsync("revoke", "--from", "decisions.csv", "--dry-run");

        Assert.Equal(14, planned.ExitCode);
        Assert.Contains("error: 1 of 1 lines would not be carried out", planned.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("user,role,decision\na,r,perhaps\n", "line 2: the decision 'perhaps' is not known")]
    [InlineData("user,role,decision\na,r,revoke\na,r,keep\n", "line 2 says to revoke what line 3 says to keep")]
    [InlineData("user,role,decision\na,\"r,revoke\n", "line 2 has a quote that does not end")]
    [InlineData("user,role,decision\n", "has no line below its heading")]
    [InlineData("name\nx\n", "must name the columns")]
    [InlineData("", "is empty")]
    public async Task A_sheet_that_is_not_clear_is_an_error_before_anything_is_asked_and_to_both_who_read_it(string sheet, string message)
    {
        await using var workspace = await ChangeWorkspace.StartAsync();
        Assert.Equal(0, (await workspace.RunAsync()).ExitCode);
        var asked = workspace.Tenant.Requests.Total;
        workspace.Files.Write("d.csv", sheet);

        var revoked = await workspace.RunAsync("revoke", "--from", "d.csv");
        var applied = await workspace.RunAsync("review", "apply", "d.csv", "--dry-run");

        Assert.Equal((2, 2), (revoked.ExitCode, applied.ExitCode));
        Assert.Contains(message, revoked.ErrorLine, StringComparison.Ordinal);
        Assert.Contains(message, applied.ErrorLine, StringComparison.Ordinal);
        Assert.Equal(asked, workspace.Tenant.Requests.Total);
    }

    // Roles, roles inside and memberships, held and not held, twice and unknown, in any order.
    private static string Sheet(TenantTruth truth, Random random)
    {
        var lines = new List<string> { "nobody at all,,customer-3,revoke", "auth0|gone,rol_gone,,revoke" };
        foreach (var held in truth.RoleAssignments.OrderBy(_ => random.Next()).Take(4))
        {
            lines.Add($"{Quoted(held.UserId)},{held.RoleId},,{(random.Next(3) == 0 ? "keep" : "revoke")}");
        }

        var organization = truth.Memberships.GroupBy(x => x.OrganizationId).MaxBy(x => x.Count())!.Take(25).ToList();
        foreach (var member in organization.OrderBy(_ => random.Next()).Take(13))
        {
            lines.Add($"{Quoted(member.UserId)},,{member.OrganizationId},revoke");
            lines.AddRange(member.RoleIds.Where(role => truth.Roles.Any(x => x.Id == role)).Take(random.Next(2)).Select(role => $"{Quoted(member.UserId)},{role},{member.OrganizationId},Revoke"));
        }

        var outsider = truth.Users.Last(x => truth.RoleAssignments.All(y => y.UserId != x.Id));
        lines.Add($"{Quoted(outsider.Id)},{truth.Roles.First().Id},,revoke");
        lines.Add(lines[2].Replace("keep", "revoke", StringComparison.Ordinal));
        lines[2] = lines[2].Replace("keep", "revoke", StringComparison.Ordinal);
        return "user,role,organization,decision\n" + string.Join('\n', lines.OrderBy(_ => random.Next())) + "\n";
    }

    private static string Quoted(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static List<JsonElement> Lines(CommandResult result) =>
        [.. result.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];

    private static int Line(JsonElement json) => json.GetProperty("line").GetInt32();

    private static string? Outcome(JsonElement json) => json.GetProperty("outcome").GetString();
}
