using Auth0Connector.AccessFile.Schema;
using Auth0Connector.AccessFile.Staging;
using Auth0Connector.MockTenant;
using Auth0Connector.Sync.Collections.Roles;
using Auth0Connector.Sync.Collections.Users;
using Microsoft.Data.Sqlite;

namespace Auth0Connector.Sync.Tests.Resuming;

/// <summary>What another version has left in a working file that says it is of this one: started over once, said, never a fault of the program.</summary>
public sealed class UnknownFormTests
{
    private const string Tomorrow = "a form of tomorrow";

    private static readonly MockTenantOptions Small = new() { Users = 120, Roles = 3, Organizations = 3, Groups = 2 };

    public static TheoryData<string, string> Changes() => new()
    {
        { "reading", "kind" },
        { "reading", UsersSyncer.KindName },
        { "reading", RolesSyncer.KindName },
        { "reading", UserExportSyncer.KindName },
        { "reading", UserWindowSyncer.KindName },
        { "verifying", "listed" },
        { "expanding", "rows-read" },
        { "expanding", "expansion-estimate" },
        { "verifying", "outcome" },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task It_starts_over_once_and_says_so(string phase, string change)
    {
        await using var run = await LeftRun.OfAsync(Small);
        await run.LeaveAsync(phase, "left");
        using (var file = StagingFile.Open(run.FileOf("left"), Identity(run.FileOf("left") + ".partial"), new StagingOptions(), TimeProvider.System, CancellationToken.None))
        {
            Assert.True(file.Resumed);
            Change(file, change);
        }

        var lines = new RecordingLog();

        var summary = await run.SyncAsync("left", new RecordingReporter(), lines, CancellationToken.None);

        Assert.Contains("does not know", Assert.Single(lines.StartsOver()), StringComparison.Ordinal);
        Assert.False(summary.Resumed);
        Truths.Equal(run.Bench.Tenant.Truth.Users.Select(user => user.Id), SyncContent.Read(run.FileOf("left")).IdsOf("user"), "users");
    }

    private static void Change(StagingFile file, string change)
    {
        switch (change)
        {
            case "kind":
                file.Commit([new StagedBatch { Tasks = [new StagedTask("kind-of-tomorrow", "a")] }]);
                break;
            case "listed" or "rows-read" or "expansion-estimate":
                file.Remember(change, Tomorrow);
                break;
            case "outcome":
                file.End(SyncTypes.Full, "{}", CancellationToken.None);
                break;
            default:
                file.Commit([new StagedBatch { Tasks = [new StagedTask(change, Tomorrow) { Cursor = Tomorrow, Payload = [0xFF, 0x00] }] }]);
                break;
        }
    }

    private static StagingIdentity Identity(string partial)
    {
        using var connection = new SqliteConnection($"Data Source={partial};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "select key, value from staging_facts";
        using var reader = command.ExecuteReader();
        var facts = new Dictionary<string, string>(StringComparer.Ordinal);
        while (reader.Read())
        {
            facts[reader.GetString(0)] = reader.GetString(1);
        }

        return new StagingIdentity(facts["source"], facts["settings"]) { Audience = facts["audience"], Client = facts["client"], Engine = facts["engine"] };
    }
}
