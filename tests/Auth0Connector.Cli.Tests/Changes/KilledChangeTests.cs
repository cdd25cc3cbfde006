using System.Text.Json;
using Auth0Connector.Cli.Tests.Support;
using Auth0Connector.MockTenant;

namespace Auth0Connector.Cli.Tests.Changes;

/// <summary>Real processes killed at each of their writes, before the tenant acts and after.</summary>
public sealed class KilledChangeTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_sheet_killed_at_every_write_ends_with_every_line_done(bool afterwards)
    {
        var killer = new Killer(afterwards);
        await using var workspace = await ChangeWorkspace.StartAsync(new MockTenantOptions { Script = killer.Decide });
        var before = workspace.Truth.RoleAssignments.ToHashSet();
        var members = workspace.Truth.Memberships.ToList();
        var doomed = before.Skip(60).Take(3).ToList();
        var leaving = members.Where(x => x.OrganizationId == members[^1].OrganizationId).Take(4).ToList();
        workspace.Files.Write(
            "decisions.csv",
            "user,role,organization,decision\n"
            + string.Concat(doomed.Select(x => $"\"{x.UserId}\",{x.RoleId},,revoke\n"))
            + string.Concat(leaving.Select(x => $"\"{x.UserId}\",,{x.OrganizationId},revoke\n"))
            + "nobody at all,,customer-3,revoke\n");

        var runs = 0;
        CommandResult last;
        do
        {
            using var process = RealProcess.Start(workspace.Files, "revoke", "--from", "decisions.csv", "-o", "json", "--journal", "changes.jsonl");
            // Killed before its first write again and again, a run would never come further.
            killer.Aim(process, spare: afterwards || runs == 0 ? 0 : 1);
            last = await process.EndAsync();
            Assert.True(++runs < 12, last.Error);
        }
        while (last.ExitCode == 137);

        // The line that names nobody is the only one left.
        Assert.Equal(14, last.ExitCode);
        Assert.True(runs > 4, $"{runs} runs");
        Assert.True(before.Except(doomed).ToHashSet().SetEquals(workspace.Truth.RoleAssignments));
        Assert.Equal(members.Count - leaving.Count, workspace.Truth.Memberships.Count());
        var outcomes = last.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonDocument.Parse(line).RootElement)
            .ToDictionary(line => line.GetProperty("line").GetInt32(), line => line.GetProperty("outcome").GetString());
        Assert.Equal(8, outcomes.Count);
        Assert.Equal("failed", outcomes[9]);
        Assert.All(outcomes.Where(x => x.Key != 9), x => Assert.Contains(x.Value, new[] { "done", "already so" }));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Time_bound_access_killed_at_every_write_still_ends_once(bool afterwards)
    {
        var killer = new Killer(afterwards);
        await using var workspace = await ChangeWorkspace.StartAsync(new MockTenantOptions { Script = killer.Decide });
        var before = workspace.Truth.RoleAssignments.ToHashSet();
        var role = workspace.Truth.Roles.First().Id;
        var user = workspace.Outsider(role);
        string[] grant = ["grant", "--user", user.Id, "--role", role, "--for", "1m"];

        Assert.Equal(137, await RunAsync(workspace, killer, grant));
        Assert.Equal(0, await RunAsync(workspace, killer: null, grant));
        Assert.True(workspace.Holds(role, user.Id));
        Backdate(workspace);

        Assert.Equal(137, await RunAsync(workspace, killer, ["revoke", "--expired"]));
        Assert.Equal(0, await RunAsync(workspace, killer: null, ["revoke", "--expired"]));
        Assert.True(before.SetEquals(workspace.Truth.RoleAssignments));

        // Granted anew by somebody else: what is over does not take it.
        await workspace.RunAsync("grant", "--user", user.Id, "--role", role);
        Assert.Equal(0, await RunAsync(workspace, killer: null, ["revoke", "--expired"]));
        Assert.True(workspace.Holds(role, user.Id));
    }

    private static async Task<int> RunAsync(ChangeWorkspace workspace, Killer? killer, string[] arguments)
    {
        using var process = RealProcess.Start(workspace.Files, arguments);
        killer?.Aim(process, spare: 0);
        return (await process.EndAsync()).ExitCode;
    }

    // As if the ledger had been written a day ago.
    private static void Backdate(ChangeWorkspace workspace)
    {
        var path = workspace.Files.PathOf("access-ledger.jsonl");
        var lines = File.ReadAllLines(path).Select(line =>
        {
            var until = JsonDocument.Parse(line).RootElement.GetProperty("until");
            var earlier = JsonSerializer.SerializeToElement(until.GetDateTimeOffset().AddDays(-1), LedgerTimes.Default.DateTimeOffset).GetRawText();
            return line.Replace(until.GetRawText(), earlier, StringComparison.Ordinal);
        });
        File.WriteAllLines(path, lines.ToList());
    }

    /// <summary>Kills the process it aims at when a write arrives, after sparing so many.</summary>
    private sealed class Killer(bool afterwards)
    {
        private readonly Lock _gate = new();
        private RealProcess? _target;
        private int _spare;

        public void Aim(RealProcess process, int spare)
        {
            lock (_gate)
            {
                _spare = spare;
                _target = process;
            }
        }

        public MockFault? Decide(MockRequest request)
        {
            if (request.Method == "GET" || request.Endpoint == "POST /oauth/token")
            {
                return null;
            }

            lock (_gate)
            {
                if (_target is not { } target || _spare-- > 0)
                {
                    return null;
                }

                _target = null;
                target.Signal("KILL");
                return afterwards ? MockFault.LostAnswer() : MockFault.Reset();
            }
        }
    }
}
