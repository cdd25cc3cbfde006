using System.Text.Json;
using Auth0Connector.MockTenant;

namespace Auth0Connector.Cli.Tests.Changes;

/// <summary>Runs of many changes, killed at each of their requests: reads, writes before the tenant acts, and writes after.</summary>
public sealed class KilledChangeTests
{
    [Fact]
    public async Task A_sheet_killed_at_every_request_ends_with_every_line_done_and_no_line_twice()
    {
        KillCampaign? campaign = null;
        await using var workspace = await ChangeWorkspace.StartAsync(new MockTenantOptions { Script = request => campaign?.Decide(request) });
        campaign = new KillCampaign(afterwards: true) { Progress = () => Finished(workspace).Count };
        var before = TruthSnapshot.Of(workspace.Truth);
        var doomed = workspace.Truth.RoleAssignments.Skip(60).Take(2).ToList();
        var members = workspace.Truth.Memberships.ToList();
        var inside = members.First(x => x.RoleIds.Count > 0);
        var leaving = members.Where(x => x.OrganizationId == members[^1].OrganizationId && x.RoleIds.Count == 0).Take(3).ToList();
        workspace.Files.Write(
            "decisions.csv",
            "user,role,organization,decision\n"
            + string.Concat(doomed.Select(x => $"\"{x.UserId}\",{x.RoleId},,revoke\n"))
            + $"\"{inside.UserId}\",{inside.RoleIds[0]},{inside.OrganizationId},revoke\n"
            + string.Concat(leaving.Select(x => $"\"{x.UserId}\",,{x.OrganizationId},revoke\n"))
            + "nobody at all,,customer-3,revoke\n");

        // Granted anew once its line is done: a run that was killed later must not take it again.
        var isAnew = false;
        var last = await campaign.RunAsync(workspace, ["revoke", "--from", "decisions.csv", "-o", "json", "--journal", "changes.jsonl"], async () =>
        {
            NothingIsBelieved(workspace, doomed);
            if (!isAnew && Finished(workspace).Contains(2))
            {
                isAnew = true;
                Assert.Equal(0, (await workspace.RunAsync("grant", $"--user={doomed[0].UserId}", "--role", doomed[0].RoleId)).ExitCode);
            }
        });

        // The line that names nobody is the only one left.
        Assert.Equal(14, last.ExitCode);
        Assert.True(isAnew);
        var gone = new HashSet<object> { doomed[1], (inside.OrganizationId, inside.UserId, inside.RoleIds[0]) };
        gone.UnionWith(leaving.Select(x => (object)(x.OrganizationId, x.UserId)));
        Assert.True(gone.SetEquals(before.Except(TruthSnapshot.Of(workspace.Truth))));
        var outcomes = last.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonDocument.Parse(line).RootElement)
            .ToDictionary(line => line.GetProperty("line").GetInt32(), line => line.GetProperty("outcome").GetString());
        Assert.Equal(7, outcomes.Count);
        Assert.Equal("failed", outcomes[8]);
        Assert.All(outcomes.Where(x => x.Key != 8), x => Assert.Contains(x.Value, new[] { "done", "already so" }));

        // Both doomed roles, the role inside and the memberships in one request; the grant anew is one more.
        Assert.Equal(5, KillCampaign.Done(workspace));
        Assert.Contains("DELETE /users/{id}/roles, done", campaign.Kills);
        Assert.Contains("DELETE /users/{id}/roles", campaign.Kills);
        Assert.Contains("GET /users/{id}/organizations", campaign.Kills);
        Assert.Contains("GET /organizations/{id}/members/{user_id}/roles", campaign.Kills);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Time_bound_access_killed_at_every_request_of_granting_and_of_ending_still_ends_once(bool afterwards)
    {
        var granting = new KillCampaign(afterwards);
        var current = granting;
        await using var workspace = await ChangeWorkspace.StartAsync(new MockTenantOptions { Script = request => current.Decide(request) });
        var before = TruthSnapshot.Of(workspace.Truth);
        var role = workspace.Truth.Roles.Last().Id;
        var user = workspace.Outsider(role).Id;
        var organization = workspace.Truth.Organizations.First().Id;

        // Whenever the tenant has granted it, the ledger knows its end.
        var granted = await granting.RunAsync(workspace, ["grant", "--user", user, "--role", role, "--for", "1m"], () =>
        {
            Assert.True(!workspace.Holds(role, user) || Steps(workspace, "granting").Count > 0);
            return Task.CompletedTask;
        });
        Assert.True(granted.ExitCode == 0, granted.Error);
        Assert.Equal(0, (await workspace.RunAsync("grant", "--user", user, "--organization", organization, "--for", "1m")).ExitCode);
        Assert.Equal(0, (await workspace.RunAsync("grant", "--user", user, "--organization", organization, "--role", role, "--for", "1m")).ExitCode);
        var writes = KillCampaign.Done(workspace);
        Assert.Equal(3, writes);
        Backdate(workspace);

        var ending = new KillCampaign(afterwards) { Progress = () => Steps(workspace, "revoked").Count };
        current = ending;
        var ended = await ending.RunAsync(workspace, ["revoke", "--expired", "--journal", "changes.jsonl"], () =>
        {
            var revoked = Steps(workspace, "revoked");
            Assert.Equal(revoked.Distinct(), revoked);
            Assert.True(TruthSnapshot.Of(workspace.Truth).Except(before).Count() <= 3 - revoked.Count);
            return Task.CompletedTask;
        });

        Assert.True(ended.ExitCode == 0, ended.Error);
        Assert.True(before.SetEquals(TruthSnapshot.Of(workspace.Truth)));
        Assert.Equal(3, Steps(workspace, "revoked").Distinct().Count());
        Assert.Equal(3, Steps(workspace, "revoked").Count);
        Assert.InRange(KillCampaign.Done(workspace) - writes, 2, 3);
        Assert.Contains("DELETE /users/{id}/roles", ending.Kills.Select(kill => kill.Replace(", done", "", StringComparison.Ordinal)));

        // Granted anew by somebody else: what is over does not take it.
        await workspace.RunAsync("grant", "--user", user, "--role", role);
        Assert.Equal(0, (await workspace.RunAsync("revoke", "--expired")).ExitCode);
        Assert.True(workspace.Holds(role, user));
    }

    // What the journal calls done is so, unless it was granted anew since.
    private static void NothingIsBelieved(ChangeWorkspace workspace, List<TruthRoleAssignment> doomed)
    {
        foreach (var access in KillCampaign.Lines(workspace, "changes.jsonl").Where(line => line.GetProperty("outcome").GetString() == "done").Select(line => line.GetProperty("access")))
        {
            var user = access.GetProperty("principal").GetString()!;
            var role = access.TryGetProperty("role", out var named) ? named.GetString() : null;
            var organization = access.TryGetProperty("organization", out var of) ? of.GetString() : null;
            if (organization is null && user != doomed[0].UserId)
            {
                Assert.False(workspace.Holds(role!, user));
            }
            else if (organization is not null)
            {
                Assert.DoesNotContain(workspace.Truth.Memberships, x => x.OrganizationId == organization && x.UserId == user && (role is null || x.RoleIds.Contains(role)));
            }
        }
    }

    private static HashSet<int> Finished(ChangeWorkspace workspace) =>
    [
        .. KillCampaign.Lines(workspace, "decisions.csv.progress")
            .Where(line => line.TryGetProperty("outcome", out var outcome) && IsDone(outcome.GetString()))
            .Select(line => line.GetProperty("line").GetInt32()),
    ];

    private static bool IsDone(string? outcome) => outcome is "done" or "already so";

    private static List<string?> Steps(ChangeWorkspace workspace, string step) =>
        [.. KillCampaign.Lines(workspace, "access-ledger.jsonl").Where(line => line.GetProperty("step").GetString() == step).Select(line => line.GetProperty("id").GetString())];

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
}
