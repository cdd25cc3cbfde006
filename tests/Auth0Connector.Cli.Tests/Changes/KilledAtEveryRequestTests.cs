using Auth0Connector.MockTenant;

namespace Auth0Connector.Cli.Tests.Changes;

/// <summary>
/// Every kind of change, killed at each of its requests, reads as well as writes. After each kill the journal says nothing
/// that is not true and knows of every write that the tenant made; in the end exactly the change is made, once.
/// </summary>
public sealed class KilledAtEveryRequestTests
{
    public static TheoryData<string, bool> Changes
    {
        get
        {
            var data = new TheoryData<string, bool>();
            foreach (var change in ChangeScenario.Names)
            {
                data.Add(change, true);
                data.Add(change, false);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task A_change_killed_at_every_request_is_made_once_and_never_believed_before_it_is(string name, bool afterwards)
    {
        var campaign = new KillCampaign(afterwards);
        await using var workspace = await ChangeWorkspace.StartAsync(new MockTenantOptions { Script = campaign.Decide });
        var scenario = await ChangeScenario.PrepareAsync(name, workspace);
        var before = TruthSnapshot.Of(workspace.Truth);

        var last = await campaign.RunAsync(workspace, [.. scenario.Arguments, "--journal", "changes.jsonl"], () =>
        {
            Check(workspace, scenario);
            return Task.CompletedTask;
        });

        Assert.True(last.ExitCode == 0, last.Error);
        Check(workspace, scenario);
        Assert.True(scenario.Difference(workspace.Truth).ToHashSet().SetEquals(Difference(before, TruthSnapshot.Of(workspace.Truth))));
        Assert.Equal(!afterwards, campaign.Kills.Contains("POST /oauth/token"));
        Assert.Equal(!afterwards, campaign.Kills.Exists(kill => kill.StartsWith("GET ", StringComparison.Ordinal)));
        Assert.Contains(scenario.Write + (afterwards ? ", done" : ""), campaign.Kills);
        Assert.Contains(KillCampaign.Lines(workspace, "changes.jsonl"), line => IsEnd(line.GetProperty("outcome").GetString()));
        Assert.InRange(KillCampaign.Done(workspace), 1, scenario.MostWrites);
    }

    private static void Check(ChangeWorkspace workspace, ChangeScenario scenario)
    {
        var lines = KillCampaign.Lines(workspace, "changes.jsonl");
        if (lines.Any(line => IsEnd(line.GetProperty("outcome").GetString()) && line.GetProperty("action").GetString() == scenario.Action))
        {
            Assert.True(scenario.IsSo(workspace.Truth), "the journal believes what is not so");
        }

        Assert.True(
            KillCampaign.Done(workspace) <= lines.Count(line => line.GetProperty("outcome").GetString() == "asked"),
            "the tenant was changed by a request that the journal does not know");
    }

    private static bool IsEnd(string? outcome) => outcome is "done" or "already so";

    // What came and what went, which for a change of one thing is one fact.
    private static HashSet<object> Difference(HashSet<object> before, HashSet<object> after)
    {
        var difference = new HashSet<object>(before);
        difference.SymmetricExceptWith(after);
        return difference;
    }
}
