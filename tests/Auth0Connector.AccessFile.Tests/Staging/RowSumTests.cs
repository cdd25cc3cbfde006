using Auth0Connector.AccessFile.Schema;
using Auth0Connector.AccessFile.Staging;
using Microsoft.Data.Sqlite;

namespace Auth0Connector.AccessFile.Tests.Staging;

/// <summary>What a working file holds is compared with the sums that were committed with it, table by table.</summary>
public sealed class RowSumTests : IDisposable
{
    private readonly StagingBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData("update v1_resources set data = x'00' where id = 1")]
    [InlineData("update v1_resources set id = 999 where id = 1")]
    [InlineData("update v1_resources set discovered_at = '2020-01-01' where id = 1")]
    [InlineData("delete from v1_resources where id = 2")]
    [InlineData("update v1_resource_types set external_id = 'other'")]
    [InlineData("update staging_tasks set state = 1 where number = 1")]
    [InlineData("update staging_tasks set cursor = 'elsewhere' where number = 2")]
    [InlineData("update staging_tasks set payload = x'01' where number = 2")]
    [InlineData("delete from staging_tasks where number = 2")]
    [InlineData("insert into staging_facts (key, value) values ('engine:note', 'invented')")]
    [InlineData("insert into staging_findings (kind, type, principal_type, count) values (1, 'user', '', 1)")]
    [InlineData("update staging_sums set hashes = hashes + 1 where name = 'v1_grants'")]
    [InlineData("delete from staging_sums where name = 'v1_resources'")]
    [InlineData("drop table v1_assets")]
    [InlineData("create trigger evil after insert on v1_resources begin delete from v1_grants; end")]
    [InlineData("pragma user_version = 7")]
    [InlineData("pragma application_id = 7")]
    public void A_change_by_somebody_else_starts_over(string sql)
    {
        string begun;
        using (var file = _bench.Open())
        {
            StagingBench.Fill(file, "auth0|a", "auth0|b");
            file.Commit([new StagedBatch { Tasks = [new StagedTask("kind", "a"), new StagedTask("kind", "b")] }]);
            begun = file.SyncId;
        }

        using (var connection = new SqliteConnection($"Data Source={_bench.TargetPath}.partial;Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            command.ExecuteNonQuery();
        }

        using var next = _bench.Open();

        Assert.False(next.Resumed);
        Assert.NotEqual(begun, next.SyncId);
        Assert.Contains("damaged", next.StartedOver, StringComparison.Ordinal);
    }

    [Fact]
    public void A_byte_that_changes_after_the_last_write_is_seen_before_the_rename()
    {
        _bench.Run(["auth0|old"]);
        var former = File.ReadAllBytes(_bench.TargetPath);
        // The note is flushed before the rows are in one file: what is changed in the log's place is put there by nobody again.
        using (var file = _bench.Open(disk: new TouchingDisk(() => Damage(_bench.TargetPath + ".partial-wal"))))
        {
            StagingBench.Fill(file, [.. Enumerable.Range(0, 900).Select(static number => $"auth0|somebody-{number}")]);
            file.End(SyncTypes.Full, "outcome", CancellationToken.None);

            Assert.Throws<StagingUnusableException>(() => file.Publish(CancellationToken.None));
        }

        Assert.Equal(former, File.ReadAllBytes(_bench.TargetPath));
        using var next = _bench.Open();
        Assert.Contains("damaged", next.StartedOver, StringComparison.Ordinal);
    }

    // Every page of a person's rows, wherever it lies.
    private static void Damage(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        var text = System.Text.Encoding.ASCII.GetBytes("somebody-7");
        for (var at = bytes.AsSpan().IndexOf(text); at >= 0;)
        {
            file.Position = at;
            file.WriteByte((byte)'S');
            var next = bytes.AsSpan(at + 1).IndexOf(text);
            at = next < 0 ? -1 : at + 1 + next;
        }
    }

    [Fact]
    public void Each_part_of_the_identity_counts_and_is_named()
    {
        var mine = new StagingIdentity("https://acme.eu.auth0.com:443", "a=1") { Audience = "audience", Client = "client", Engine = "1" };
        foreach (var (other, why) in ((StagingIdentity, string)[])
        [
            (mine with { Source = "http://acme.eu.auth0.com:443" }, "another tenant (https://acme.eu.auth0.com:443)"),
            (mine with { Source = "https://acme.eu.auth0.com:8443" }, "another tenant (https://acme.eu.auth0.com:443)"),
            (mine with { Source = "https://beta.eu.auth0.com:443" }, "another tenant (https://acme.eu.auth0.com:443)"),
            (mine with { Audience = "b" }, "another audience (audience)"),
            (mine with { Client = "b" }, "another client (client)"),
            (mine with { Engine = "2" }, "another version of the program"),
            (mine with { Settings = "a=2" }, "other settings (a=1)"),
        ])
        {
            using var bench = new StagingBench();
            bench.Open(identity: mine).Dispose();

            using var next = bench.Open(identity: other);

            Assert.Contains(why, next.StartedOver, StringComparison.Ordinal);
        }
    }
}
