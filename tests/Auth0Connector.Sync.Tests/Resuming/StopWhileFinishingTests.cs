using Auth0Connector.MockTenant;

namespace Auth0Connector.Sync.Tests.Resuming;

/// <summary>A sync that is asked to stop while it is finishing ends there, and the next one does the rest without asking for a page again.</summary>
public sealed class StopWhileFinishingTests
{
    private static readonly MockTenantOptions Small = new() { Users = 120, Roles = 3, Organizations = 3, Groups = 2 };

    [Theory]
    [InlineData("indexing")]
    [InlineData("verifying")]
    [InlineData("expanding")]
    [InlineData("ended")]
    public async Task It_ends_at_the_step_and_the_next_run_asks_for_no_page_again(string phase)
    {
        await using var run = await LeftRun.OfAsync(Small);
        await run.LeaveAsync(phase, "left");
        var asked = run.Bench.Tenant.Requests.Total;

        var summary = await run.SyncAsync("left", new RecordingReporter(), LeftRun.NullLines, CancellationToken.None);

        Assert.True(summary.Resumed);
        // A token, and nothing else; who is met but not listed is looked for after the indexes stand.
        Assert.InRange(run.Bench.Tenant.Requests.Total - asked, 0, phase is "indexing" or "verifying" ? 20 : 1);
        Assert.Equal(["sync.c1z"], Directory.GetFiles(run.Bench.Folder.File("left")).Select(Path.GetFileName));
        Truths.Equal(run.Bench.Tenant.Truth.Users.Select(user => user.Id), SyncContent.Read(run.FileOf("left")).IdsOf("user"), "users");
    }
}
