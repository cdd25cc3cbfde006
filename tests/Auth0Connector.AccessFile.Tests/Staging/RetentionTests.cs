using Auth0Connector.AccessFile.Reading;
using Auth0Connector.AccessFile.Schema;
using Auth0Connector.AccessFile.Staging;
using Auth0Connector.AccessFile.Tests.Fixtures;

namespace Auth0Connector.AccessFile.Tests.Staging;

public sealed class RetentionTests : IDisposable
{
    private readonly StagingBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData("sync.c1z", 1)]
    [InlineData("sync.c1z", 2)]
    [InlineData("sync.c1z", 3)]
    [InlineData("sync.db", 2)]
    public void The_last_full_syncs_stay_in_the_file_whole(string target, int keep)
    {
        using var bench = new StagingBench { Target = target };
        var options = new StagingOptions { KeepSyncs = keep };
        List<string> runs = [];
        for (var i = 0; i < 4; i++)
        {
            runs.Add(bench.Run([.. Enumerable.Range(0, i + 1).Select(n => $"auth0|{n}")], options));
        }

        Assert.Equal(runs.TakeLast(keep), bench.SyncIds());
        for (var i = 4 - keep; i < 4; i++)
        {
            Assert.Equal(Enumerable.Range(0, i + 1).Select(n => $"auth0|{n}"), bench.People(runs[i]));
        }

        Assert.Equal([target], bench.Names);
    }

    [Fact]
    public void By_default_there_are_two_so_that_they_can_be_compared()
    {
        _bench.Run(["auth0|a"]);
        var former = _bench.Run(["auth0|a"]);
        var present = _bench.Run(["auth0|a", "auth0|b"]);

        Assert.Equal([former, present], _bench.SyncIds());
    }

    [Fact]
    public void A_sync_of_another_kind_takes_no_full_syncs_place()
    {
        var former = _bench.Run(["auth0|a"]);

        _bench.Run(["auth0|b"], new StagingOptions { KeepSyncs = 1, IsFull = false });

        Assert.Equal(former, _bench.SyncIds()[0]);
    }

    [Fact]
    public void Everything_of_another_writers_sync_is_carried_as_it_stands()
    {
        using var folder = new TempFolder();
        File.WriteAllBytes(_bench.TargetPath, SampleFiles.Encode(SampleFiles.WriteDatabase(folder)));
        var before = Dump(SampleDatabase.SyncId);

        _bench.Run(["auth0|a"]);

        Assert.Equal(before, Dump(SampleDatabase.SyncId));
        Assert.True(before.Count > 8);
    }

    [Fact]
    public void Unfinished_runs_of_others_go_and_are_named()
    {
        using var folder = new TempFolder();
        var path = SampleFiles.WriteDatabase(folder);
        Add(path, "insert into v1_sync_runs (sync_id, started_at, sync_token) values ('unfinished', '2026-11-23 01:00:00', '')");
        Add(path, "insert into v1_resources (resource_type_id, external_id, data, sync_id, discovered_at) values ('user', 'user:x', x'00', 'unfinished', '')");
        File.WriteAllBytes(_bench.TargetPath, SampleFiles.Encode(path));

        using (var file = _bench.Open())
        {
            Assert.Equal(["unfinished"], file.Former.Unfinished);
            Assert.Equal(1, file.Former.Kept);
        }

        using var again = _bench.Open();
        Assert.Empty(again.Former.Unfinished);
    }

    [Fact]
    public void Partial_syncs_stay_with_the_full_one_they_follow()
    {
        using var folder = new TempFolder();
        var path = SampleFiles.WriteDatabase(folder);
        Add(path, "update v1_sync_runs set started_at = '2026-11-22 10:00:00', ended_at = '2026-11-22 11:00:00'");
        foreach (var (id, end) in (ReadOnlySpan<(string, string)>)[("before", "2026-11-22 09:00:00"), ("after", "2026-11-22 12:00:00")])
        {
            Add(path, $"insert into v1_sync_runs (sync_id, started_at, ended_at, sync_token, sync_type) values ('{id}', '{end}', '{end}', '', 'partial')");
        }

        File.WriteAllBytes(_bench.TargetPath, SampleFiles.Encode(path));

        var present = _bench.Run(["auth0|a"]);

        Assert.Equal([SampleDatabase.SyncId, "after", present], _bench.SyncIds());
    }

    [Theory]
    [InlineData("2026-11-23 15:00:00.25")]
    [InlineData("2026-11-23T15:00:00Z")]
    public void A_former_sync_that_ends_in_the_future_does_not_hide_the_new_one(string end)
    {
        using var folder = new TempFolder();
        var path = SampleFiles.WriteDatabase(folder);
        Add(path, $"update v1_sync_runs set ended_at = '{end}'");
        File.WriteAllBytes(_bench.TargetPath, SampleFiles.Encode(path));

        _bench.Run(["auth0|new"]);

        Assert.Equal(["auth0|new"], _bench.People());
    }

    [Fact]
    public void A_file_written_by_another_program_between_two_parts_of_a_run_is_carried_anew()
    {
        _bench.Run(["auth0|a"]);
        _bench.Open().Dispose();
        using var folder = new TempFolder();
        File.WriteAllBytes(_bench.TargetPath, SampleFiles.Encode(SampleFiles.WriteDatabase(folder)));

        using (var file = _bench.Open())
        {
            Assert.True(file.Resumed);
            StagingBench.Fill(file, "auth0|b");
            file.End(SyncTypes.Full, "outcome", CancellationToken.None);
            file.Publish(CancellationToken.None);
        }

        Assert.Equal(2, _bench.SyncIds().Count);
        Assert.Contains(SampleDatabase.SyncId, _bench.SyncIds());
    }

    [Fact]
    public void An_old_file_that_lacks_columns_and_tables_is_carried_too()
    {
        using var folder = new TempFolder();
        var path = SampleFiles.WriteDatabase(folder);
        Add(path, "drop index idx_grants_sync_needs_expansion_v1");
        Add(path, "alter table v1_grants drop column needs_expansion");
        Add(path, "alter table v1_sync_runs drop column stats");
        Add(path, "drop table v1_assets");
        File.WriteAllBytes(_bench.TargetPath, SampleFiles.Encode(path));

        _bench.Run(["auth0|a"]);

        Assert.Equal(2, _bench.SyncIds().Count);
        Assert.Equal(["auth0|abc:def", "auth0|bob", "rol_admin"], _bench.People(SampleDatabase.SyncId));
    }

    private List<string> Dump(string syncId)
    {
        using var reader = _bench.Read();
        var run = reader.FindSync(syncId)!;
        return
        [
            $"{run.StartedAtText} {run.EndedAtText} {run.SyncToken} {run.SyncType} {run.GrantsBackfilled}",
            .. reader.ReadResourceTypes(run, default).Select(row => $"{row.Id} {Convert.ToHexString(row.Data.Span)}"),
            .. reader.ReadResources(run, ResourceFilter.All, default).Select(row => $"{row.ExternalId} {row.ParentResourceId} {Convert.ToHexString(row.Data.Span)}"),
            .. reader.ReadEntitlements(run, EntitlementFilter.All, default).Select(row => $"{row.Id} {Convert.ToHexString(row.Data.Span)}"),
            .. reader.ReadGrants(run, GrantFilter.All, default).Select(row => $"{row.Id} {row.PrincipalId} {row.NeedsExpansion} {Convert.ToHexString(row.Data.Span)}"),
            .. reader.ReadAssets(run, null, default).Select(row => $"{row.Id} {row.ContentType} {Convert.ToHexString(row.Data)}"),
        ];
    }

    private static void Add(string path, string sql)
    {
        using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
