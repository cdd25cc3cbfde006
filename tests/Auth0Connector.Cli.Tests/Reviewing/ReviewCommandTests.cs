using System.IO.Compression;
using Auth0Connector.Cli.Tests.Support;

namespace Auth0Connector.Cli.Tests.Reviewing;

public sealed class ReviewCommandTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public ReviewCommandTests()
    {
        new SampleTenant().Person("-evil", "=1+1", "evil@example.com").Grant("role:rol_admin:assigned", "user", "-evil").Write(_workspace.PathOf("sync.c1z"));

        // Who counts as inactive depends on the day that the test runs.
        _workspace.Write("rules.yaml", "rules: {inactive-with-access: {enabled: false}}");
    }

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task The_sheet_has_a_row_for_each_person_and_access_and_no_decision()
    {
        var result = await _workspace.RunAsync("review", "--reviewer", "Grace", "--rules", "rules.yaml");

        Assert.Equal(0, result.ExitCode);
        var lines = await File.ReadAllLinesAsync(_workspace.PathOf("review.csv"));
        Assert.Equal("person_type,person_id,name,email,status,last_sign_in,resource_type,resource_id,access,entitlement_id,held,privileged,findings,reviewer,decision,comment", lines[0]);
        Assert.Contains(
            "user,auth0|ada,Ada Lovelace,ada@example.com,enabled,2026-09-21,role,rol_accountant,role Accountant: assigned,role:rol_accountant:assigned,through group Finance: member,no,,Grace,,",
            lines);
        Assert.Contains(lines, line => line.StartsWith("user,auth0|carol,", StringComparison.Ordinal) && line.Contains("role Admin,organization:org_acme:rol_admin,directly,yes,blocked-with-access,Grace,,", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_workbook_is_a_workbook()
    {
        await _workspace.RunAsync("review", "--out", "review.xlsx");

        await using var archive = await ZipFile.OpenReadAsync(_workspace.PathOf("review.xlsx"));
        Assert.Contains(archive.Entries, entry => entry.FullName == "xl/worksheets/sheet1.xml");
    }

    [Fact]
    public async Task Decisions_become_what_would_be_revoked()
    {
        await _workspace.RunAsync("review", "--rules", "rules.yaml");
        var sheet = (await File.ReadAllTextAsync(_workspace.PathOf("review.csv")))
            .Replace("role:rol_admin:assigned,directly,yes,,,,", "role:rol_admin:assigned,directly,yes,,,revoke,", StringComparison.Ordinal)
            .Replace("role:rol_accountant:assigned,through group Finance: member,no,,,,", "role:rol_accountant:assigned,through group Finance: member,no,,,Revoke,", StringComparison.Ordinal)
            .Replace("role:rol_accountant:assigned,directly,no,,,,", "role:rol_accountant:assigned,directly,no,,,keep,", StringComparison.Ordinal);
        _workspace.Write("decisions.csv", sheet + "user,auth0|left,,,,,,,,role:rol_admin:assigned,,,,,revoke,\n");

        var result = await _workspace.RunAsync("review", "apply", "decisions.csv", "--dry-run", "-o", "csv");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains(",revoke,'=1+1,'-evil,role Admin: assigned,DELETE /users/-evil/roles of rol_admin\n", result.Out, StringComparison.Ordinal);
        Assert.Contains(",inherited,Ada Lovelace,auth0|ada,role Accountant: assigned,nothing by itself: held through group Finance: member\n", result.Out, StringComparison.Ordinal);
        Assert.Contains(",gone,,auth0|left,role:rol_admin:assigned,nothing: it is not held any more\n", result.Out, StringComparison.Ordinal);
        Assert.Contains("1 to revoke, 1 held through something else, 1 gone, 1 to keep, ", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("person_id,decision\n", "has no column person_type")]
    [InlineData("person_type;person_id;entitlement_id;decision\nuser;a;b;perhaps\n", "line 2: the decision 'perhaps' is not known; give revoke or keep, or leave it empty")]
    public async Task A_sheet_that_cannot_be_read_says_where(string sheet, string message)
    {
        _workspace.Write("d.csv", sheet);

        var result = await _workspace.RunAsync("review", "apply", "d.csv", "--dry-run");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(message, result.ErrorLine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_ever_changed_so_apply_wants_a_dry_run()
    {
        var result = await _workspace.RunAsync("review", "apply", "d.csv");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("give --dry-run", result.ErrorLine, StringComparison.Ordinal);
    }
}
