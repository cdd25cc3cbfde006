using Auth0Connector.AccessFile.Schema;
using Auth0Connector.AccessFile.Staging;
using Microsoft.Data.Sqlite;

namespace Auth0Connector.AccessFile.Tests.Staging;

public sealed class ResumeTests : IDisposable
{
    private readonly StagingBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void A_run_that_was_cut_short_goes_on_with_what_it_committed()
    {
        var begun = Begin();

        using var file = _bench.Open();

        Assert.True(file.Resumed);
        Assert.Null(file.StartedOver);
        Assert.Equal(begun, file.SyncId);
        Assert.Equal(["b"], file.ReadPendingTasks(0, 10).Select(task => task.Subject));
        Assert.Equal(1, file.CountRows(CancellationToken.None).Resources);
        Assert.Equal("kept", file.Recall("note"));
    }

    [Theory]
    [InlineData("other.auth0.com", "types=user;users-via=Auto", "another tenant (acme.eu.auth0.com)")]
    [InlineData("acme.eu.auth0.com", "types=user;users-via=Search", "other settings (users-via=Auto)")]
    public void Another_tenant_or_other_settings_start_over_and_say_why(string source, string settings, string why)
    {
        var begun = Begin();

        using var file = _bench.Open(identity: new StagingIdentity(source, settings));

        AssertNew(file, begun, why);
    }

    [Theory]
    [InlineData(23.9, true)]
    [InlineData(24.1, false)]
    [InlineData(-1, true)]
    [InlineData(-3, false)]
    public void An_older_run_starts_over_and_a_clock_that_went_back_an_hour_does_not(double hours, bool goesOn)
    {
        var begun = Begin();
        _bench.Clock.AdjustTime(_bench.Clock.GetUtcNow() + TimeSpan.FromHours(hours));

        using var file = _bench.Open();

        Assert.Equal(goesOn, file.SyncId == begun);
        Assert.Equal(goesOn, file.StartedOver is null);
    }

    [Fact]
    public void The_age_is_a_setting()
    {
        var begun = Begin();
        _bench.Clock.Advance(TimeSpan.FromMinutes(31));

        using var file = _bench.Open(new StagingOptions { ResumeWithin = TimeSpan.FromMinutes(30) });

        AssertNew(file, begun, "--resume-within");
    }

    [Fact]
    public void Going_on_can_be_refused()
    {
        var begun = Begin();

        using var file = _bench.Open(new StagingOptions { Resume = false });

        AssertNew(file, begun, "--no-resume");
    }

    [Fact]
    public void A_working_file_of_another_version_starts_over()
    {
        var begun = Begin();
        Change("update staging_facts set value = '999' where key = 'version'");

        using var file = _bench.Open();

        AssertNew(file, begun, "another version");
    }

    [Theory]
    [InlineData("no database at all")]
    [InlineData("")]
    [InlineData("SQLite format 3\0 and then nothing that makes sense, for long enough to be read as a page")]
    public void A_damaged_working_file_starts_over(string text)
    {
        File.WriteAllText(_bench.TargetPath + ".partial", text);

        using var file = _bench.Open();

        AssertNew(file, "", "damaged");
    }

    [Fact]
    public void An_ended_run_is_published_and_not_read_again()
    {
        string begun;
        using (var file = _bench.Open())
        {
            StagingBench.Fill(file, "auth0|a");
            file.End(SyncTypes.Full, "what the engine said", CancellationToken.None);
            begun = file.SyncId;
        }

        using (var next = _bench.Open())
        {
            Assert.Equal("what the engine said", next.Outcome);
            next.Publish(CancellationToken.None);
        }

        Assert.Equal([begun], _bench.SyncIds());
        Assert.Equal(["sync.c1z"], _bench.Names);
    }

    [Fact]
    public void Only_the_owner_can_read_what_is_written_meanwhile()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        _bench.Run(["auth0|a"]);
        using var held = TargetLock.Take(_bench.TargetPath, _bench.Clock);
        using var file = _bench.Open();
        StagingBench.Fill(file, "auth0|a");

        Assert.True(_bench.Names.Count() >= 4);
        Assert.All(Directory.GetFiles(_bench.Folder), path => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path)));
    }

    private string Begin()
    {
        using var file = _bench.Open();
        StagingBench.Fill(file, "auth0|a");
        file.Commit([new StagedBatch { Tasks = [new StagedTask("kind", "a"), new StagedTask("kind", "b")] }]);
        file.Commit([new StagedBatch { TaskNumber = 1, State = StagedTaskState.Done }]);
        file.Remember("note", "kept");
        return file.SyncId;
    }

    private void Change(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_bench.TargetPath}.partial;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        Assert.Equal(1, command.ExecuteNonQuery());
    }

    private static void AssertNew(StagingFile file, string begun, string why)
    {
        Assert.False(file.Resumed);
        Assert.NotEqual(begun, file.SyncId);
        Assert.Contains(why, file.StartedOver, StringComparison.Ordinal);
        Assert.Equal(0, file.CountRows(CancellationToken.None).Resources);
        Assert.Empty(file.ReadOutcomes(CancellationToken.None));
    }
}
