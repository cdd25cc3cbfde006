using System.IO.Compression;
using System.Text.Json;
using System.Xml.Linq;
using Auth0Connector.Cli.Tests.Changes;
using Auth0Connector.MockTenant;

namespace Auth0Connector.Cli.Tests.Reviewing;

/// <summary>The whole way of a campaign: read the tenant, write the sheet, decide, look, carry out, and compare with the truth.</summary>
public sealed class ReviewedRevocationTests
{
    [Theory]
    [InlineData(',', 0)]
    [InlineData(';', 0)]
    [InlineData(',', 0.15)]
    public async Task What_was_decided_in_a_reviews_sheet_is_taken_from_the_tenant_and_nothing_else(char separator, double faults)
    {
        await using var workspace = await ChangeWorkspace.StartAsync(new MockTenantOptions { FaultRate = faults });
        Assert.Equal(0, (await workspace.RunAsync()).ExitCode);
        Assert.Equal(0, (await workspace.RunAsync("review", "--out", "review.csv")).ExitCode);
        var before = TruthSnapshot.Of(workspace.Truth);
        var role = workspace.Truth.RoleAssignments.Last();
        var inside = workspace.Truth.Memberships.Last(x => x.RoleIds.Any(y => workspace.Truth.Roles.Any(z => z.Id == y)));
        var leaving = workspace.Truth.Memberships.First(x => x.RoleIds.Count == 0 && x.UserId != inside.UserId);
        var kept = workspace.Truth.RoleAssignments.First(x => x.UserId != role.UserId);
        var inherited = Decide(workspace, separator, new Dictionary<(string, string), string>
        {
            [(role.UserId, $"role:{role.RoleId}:assigned")] = "revoke",
            [(inside.UserId, $"organization:{inside.OrganizationId}:{inside.RoleIds[0]}")] = "Revoke",
            [(leaving.UserId, $"organization:{leaving.OrganizationId}:member")] = "deny",
            [(kept.UserId, $"role:{kept.RoleId}:assigned")] = "keep",
        });

        var looked = await workspace.RunAsync("review", "apply", "decisions.csv", "--dry-run", "-o", "json");
        Assert.True(looked.ExitCode == 0, looked.Error);
        var states = JsonDocument.Parse(looked.Out).RootElement.GetProperty("outcomes").EnumerateArray()
            .ToDictionary(x => x.GetProperty("line").GetInt32(), x => x.GetProperty("state").GetString());
        Assert.Equal(["inherited", "revoke", "revoke", "revoke"], states.Values.Order());
        Assert.Equal("inherited", states[inherited]);
        Assert.Empty(workspace.Writes);

        var planned = await workspace.RunAsync("revoke", "--from", "decisions.csv", "--dry-run");
        Assert.Equal(3, planned.Out.Split('\n').Count(line => line.StartsWith("would send DELETE ", StringComparison.Ordinal)));
        Assert.Empty(workspace.Writes);

        var taken = await workspace.RunAsync("revoke", "--from", "decisions.csv", "-o", "json", "--journal", "changes.jsonl");
        Assert.Equal(14, taken.ExitCode);
        var outcomes = taken.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)
            .ToDictionary(x => x.GetProperty("line").GetInt32(), x => x.GetProperty("outcome").GetString());
        Assert.Equal(states.Keys.Order(), outcomes.Keys.Order());
        Assert.All(outcomes, x => Assert.Equal(x.Key == inherited ? "failed" : "done", x.Value));

        HashSet<object> gone = [role, (inside.OrganizationId, inside.UserId, inside.RoleIds[0]), (leaving.OrganizationId, leaving.UserId)];
        Assert.True(gone.SetEquals(before.Except(TruthSnapshot.Of(workspace.Truth))));
        Assert.Empty(TruthSnapshot.Of(workspace.Truth).Except(before));

        // A new sync shows that it is gone, and the same sheet comes to nothing more.
        Assert.Equal(0, (await workspace.RunAsync()).ExitCode);
        var after = await workspace.RunAsync("review", "apply", "decisions.csv", "--dry-run");
        Assert.Contains("0 to revoke, 1 held through something else, 3 gone, 1 to keep", after.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_workbook_of_a_review_is_read_as_it_was_written_whatever_it_is_called()
    {
        await using var workspace = await ChangeWorkspace.StartAsync();
        Assert.Equal(0, (await workspace.RunAsync()).ExitCode);
        var written = await workspace.RunAsync("review", "--out", "review.xlsx");
        Assert.Contains("then 'auth0-connector review apply review.xlsx --dry-run'", written.Out, StringComparison.Ordinal);
        await workspace.RunAsync("review", "--out", "review.csv");
        var role = workspace.Truth.RoleAssignments.Last();
        Decide(workspace.Files.PathOf("review.xlsx"), workspace.Files.PathOf("renamed.csv"), role.UserId, $"role:{role.RoleId}:assigned");

        var rows = Csv(await File.ReadAllTextAsync(workspace.Files.PathOf("review.csv"))).Count - 1;
        var applied = await workspace.RunAsync("review", "apply", "renamed.csv", "--dry-run");
        var revoked = await workspace.RunAsync("revoke", "--from", "renamed.csv");

        Assert.Contains($"1 to revoke, 0 held through something else, 0 gone, 0 to keep, {rows - 1} undecided", applied.Error, StringComparison.Ordinal);
        Assert.Equal(0, revoked.ExitCode);
        Assert.Contains($"note: 1 to revoke, 0 to keep, {rows - 1} undecided", revoked.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(role, workspace.Truth.RoleAssignments);
        Assert.Single(workspace.Writes);
    }

    // As a spreadsheet program would: the cell of the decision gets its text, everything else stays.
    private static void Decide(string workbook, string target, string user, string entitlement)
    {
        File.Copy(workbook, target);
        using var archive = ZipFile.Open(target, ZipArchiveMode.Update);
        var entry = archive.GetEntry("xl/worksheets/sheet1.xml")!;
        XDocument sheet;
        using (var stream = entry.Open())
        {
            sheet = XDocument.Load(stream, LoadOptions.PreserveWhitespace);
        }

        XNamespace main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        var headings = sheet.Descendants(main + "row").First().Elements().Select(cell => cell.Value).ToList();
        var (person, held, decision) = (headings.IndexOf("person_id"), headings.IndexOf("entitlement_id"), headings.IndexOf("decision"));
        var row = sheet.Descendants(main + "row").Single(x => x.Elements().ElementAt(person).Value == user && x.Elements().ElementAt(held).Value == entitlement);
        row.Elements().ElementAt(decision).Add(new XAttribute("t", "inlineStr"), new XElement(main + "is", new XElement(main + "t", "revoke")));
        entry.Delete();
        using var written = archive.CreateEntry("xl/worksheets/sheet1.xml").Open();
        sheet.Save(written, SaveOptions.DisableFormatting);
    }

    /// <summary>Fills in the decisions, and one more on something inherited, whose line is given back.</summary>
    private static int Decide(ChangeWorkspace workspace, char separator, Dictionary<(string, string), string> decisions)
    {
        var lines = Csv(File.ReadAllText(workspace.Files.PathOf("review.csv")));
        var (person, entitlement, held, decision) = (lines[0].IndexOf("person_id"), lines[0].IndexOf("entitlement_id"), lines[0].IndexOf("held"), lines[0].IndexOf("decision"));
        var inherited = lines.FindIndex(x => x[held].StartsWith("through group", StringComparison.Ordinal) && x[entitlement].EndsWith(":assigned", StringComparison.Ordinal));
        lines[inherited][decision] = "revoke";
        var met = lines.Count(line => decisions.TryGetValue((line[person].TrimStart('\''), line[entitlement]), out var decided) && (line[decision] = decided).Length > 0);
        Assert.Equal(decisions.Count, met);
        workspace.Files.Write("decisions.csv", string.Concat(lines.Select(line => string.Join(separator, line.Select(cell => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")) + "\r\n")));

        // Cells of this tenant may hold line breaks, so the line of the file is not the row's number.
        return 1 + lines.Take(inherited).Sum(line => 1 + line.Sum(cell => cell.Count(letter => letter == '\n')));
    }

    private static List<List<string>> Csv(string text)
    {
        var rows = new List<List<string>> { new() { "" } };
        var quoted = false;
        foreach (var letter in text)
        {
            if (letter == '"')
            {
                // A doubled quote inside is put back by the caller's own quoting only where it stood: none of these cells has one.
                quoted = !quoted;
            }
            else if (quoted || letter is not (',' or '\n' or '\r'))
            {
                rows[^1][^1] += letter;
            }
            else if (letter == ',')
            {
                rows[^1].Add("");
            }
            else if (letter == '\n')
            {
                rows.Add([""]);
            }
        }

        return [.. rows.Where(row => row.Count > 1)];
    }
}
