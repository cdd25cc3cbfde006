namespace Auth0Connector.Cli.Tests.Changes;

/// <summary>A journal or ledger that is damaged or cannot be written: 13, said before anything is sent where it can be known.</summary>
public sealed class RecordFailureTests
{
    public static TheoryData<string, string> Unwritable
    {
        get
        {
            var all = new TheoryData<string, string>();
            foreach (var flag in new[] { "--journal", "--ledger", "BATON_JOURNAL", "BATON_LEDGER" })
            {
                foreach (var path in new[] { "/dev/full", "/dev/null", ".", "no/such/folder/x.jsonl", "/proc/version", "foreign.db" })
                {
                    all.Add(flag, path);
                }
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(Unwritable))]
    public async Task What_cannot_be_written_ends_with_13_and_changes_nothing(string flag, string path)
    {
        await using var workspace = await ChangeWorkspace.StartAsync();
        workspace.Files.Write("foreign.db", "SQLite format 3\0 somebody's tables");
        var role = workspace.Truth.Roles.Last();
        var user = workspace.Outsider(role.Id);
        string[] grant = ["grant", "--user", user.Id, "--role", role.Id, "--for", "8h"];
        if (flag.StartsWith("BATON", StringComparison.Ordinal))
        {
            workspace.Files.Variables[flag] = path;
        }

        var result = await workspace.RunAsync(flag.StartsWith("BATON", StringComparison.Ordinal) ? grant : [.. grant, flag, path]);

        Assert.Equal(13, result.ExitCode);
        Assert.StartsWith("error: ", result.ErrorLine, StringComparison.Ordinal);
        Assert.Equal(0, workspace.Tenant.Requests.Total);
        Assert.Equal("SQLite format 3\0 somebody's tables", await File.ReadAllTextAsync(workspace.Files.PathOf("foreign.db")));
    }

    [Fact]
    public async Task A_damaged_ledger_loses_no_end_in_silence_and_the_others_are_carried_out()
    {
        await using var workspace = await ChangeWorkspace.StartAsync();
        var held = workspace.Truth.RoleAssignments.Take(5).ToList();
        var lines = held.Select((x, at) => Due(at, x.UserId, x.RoleId)).ToList();
        workspace.Files.Write("access-ledger.jsonl", $"{lines[0]}\nnoise \u0001 here\n{lines[1]}\n{lines[2]}{lines[3]}\n{lines[4]}\n{{\"id\":\"torn");

        var taken = await workspace.RunAsync("revoke", "--expired");
        var again = await workspace.RunAsync("revoke", "--expired");
        var shown = await workspace.RunAsync("ledger");

        Assert.All([taken, again, shown], result => Assert.Equal(13, result.ExitCode));
        Assert.All([taken, again, shown], result => Assert.Contains("error: access-ledger.jsonl: line 2 cannot be read", result.Error, StringComparison.Ordinal));
        Assert.All([taken, again, shown], result => Assert.Contains("error: access-ledger.jsonl: line 4 cannot be read", result.Error, StringComparison.Ordinal));
        Assert.Equal([false, false, true, true, false], held.Select(x => workspace.Truth.RoleAssignments.Contains(x)));
    }

    [Fact]
    public async Task A_damaged_line_of_the_journal_is_said_and_the_change_is_made()
    {
        await using var workspace = await ChangeWorkspace.StartAsync();
        var held = workspace.Truth.RoleAssignments.Take(2).ToList();
        workspace.Files.Variables["BATON_JOURNAL"] = "changes.jsonl";
        await workspace.RunAsync("revoke", $"--user={held[0].UserId}", "--role", held[0].RoleId);
        await File.AppendAllTextAsync(workspace.Files.PathOf("changes.jsonl"), "garbage\n");

        var result = await workspace.RunAsync("revoke", $"--user={held[1].UserId}", "--role", held[1].RoleId);

        Assert.Equal(13, result.ExitCode);
        Assert.Contains("error: changes.jsonl: line 3 cannot be read", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(held[1], workspace.Truth.RoleAssignments);
        Assert.Equal(5, (await File.ReadAllLinesAsync(workspace.Files.PathOf("changes.jsonl"))).Length);
    }

    [Fact]
    public async Task A_journal_as_a_setting_is_nothing_to_a_sync()
    {
        await using var workspace = await ChangeWorkspace.StartAsync();
        workspace.Files.Variables["BATON_JOURNAL"] = "changes.jsonl";
        workspace.Files.Variables["BATON_LEDGER"] = "ledger.jsonl";

        Assert.Equal(0, (await workspace.RunAsync()).ExitCode);
        Assert.False(File.Exists(workspace.Files.PathOf("changes.jsonl")));
    }

    private static string Due(int id, string user, string role) =>
        $"{{\"id\":\"{id}\",\"at\":\"2026-01-01T00:00:00+00:00\",\"step\":\"granted\",\"until\":\"2026-01-02T00:00:00+00:00\","
        + $"\"access\":{{\"change\":\"grant\",\"principalType\":\"user\",\"principal\":\"{System.Text.Json.JsonEncodedText.Encode(user)}\",\"role\":\"{role}\"}}}}";
}
