using System.Diagnostics;
using Auth0Connector.AccessFile.Container;
using Auth0Connector.AccessFile.Disk;
using Auth0Connector.AccessFile.Failures;
using Auth0Connector.AccessFile.Schema;
using Auth0Connector.AccessFile.Staging;
using Microsoft.Data.Sqlite;

namespace Auth0Connector.AccessFile.Tests.Staging;

/// <summary>An access file takes the place of one of the ecosystem's, of an empty file, or of nothing.</summary>
public sealed class TargetKindTests : IDisposable
{
    private readonly StagingBench _bench = new();

    public void Dispose() => _bench.Dispose();

    public static TheoryData<string, string> InTheWay()
    {
        var rows = new TheoryData<string, string>();
        foreach (var suffix in WorkingNames.Of(""))
        {
            rows.Add(suffix, "ln -s other");
            rows.Add(suffix, "ln -s missing");
            rows.Add(suffix, "mkfifo");
            rows.Add(suffix, "mkdir");
        }

        return rows;
    }

    [Theory]
    [InlineData("create table people (name)")]
    [InlineData("create table v1_sync_runs (id, sync_id); create table mine (x)")]
    [InlineData("create table v1_sync_runs (id, sync_id); create view mine as select 1")]
    [InlineData("create table v1_sync_runs (id, sync_id); create trigger mine after insert on v1_sync_runs begin select 1; end")]
    [InlineData("create virtual table v1_grants using fts5(x)")]
    [InlineData("pragma user_version = 7")]
    public void A_database_with_anything_else_in_it_is_refused_and_untouched(string sql)
    {
        Make(_bench.TargetPath, sql);
        Refused(_bench.TargetPath);
    }

    [Fact]
    public void A_container_with_another_programs_database_is_refused_and_untouched()
    {
        var database = Path.Combine(_bench.Folder, "people");
        Make(database, "create table people (name)");
        using (var target = File.Create(_bench.TargetPath))
        {
            AccessFileEncoder.Encode(database, target, CancellationToken.None);
        }

        File.Delete(database);
        Refused(_bench.TargetPath);
    }

    [Fact]
    public void A_log_of_another_program_is_looked_into()
    {
        using var other = Connect(_bench.TargetPath);
        Execute(other, "pragma journal_mode = wal; create table v1_sync_runs (id, sync_id); pragma wal_checkpoint(truncate); create table people (name)");

        var failure = Assert.Throws<AccessFileException>(() => _bench.Run(["ada"]));

        Assert.Equal(AccessFileErrorKind.NotAnAccessFile, failure.Kind);
        Assert.Equal(["sync.c1z", "sync.c1z-shm", "sync.c1z-wal"], _bench.Names);
    }

    [Theory]
    [InlineData("")]
    [InlineData("C1ZF\0")]
    public void What_is_empty_is_replaced(string content)
    {
        File.WriteAllText(_bench.TargetPath, content);

        _bench.Run(["ada"]);

        Assert.Equal(["ada"], _bench.People());
    }

    [Theory]
    [InlineData("sync.c1z", false)]
    [InlineData("sync.db", false)]
    [InlineData("sync.c1z", true)]
    public void One_of_the_ecosystems_is_replaced(string name, bool hasOneTableOnly)
    {
        using var bench = new StagingBench { Target = name };
        if (hasOneTableOnly)
        {
            Make(bench.TargetPath, "create table v1_sync_runs (id integer primary key, sync_id text, started_at datetime, ended_at datetime, sync_token text); create index odd on v1_sync_runs (sync_id)");
        }
        else
        {
            bench.Run(["bob"]);
        }

        bench.Run(["ada"]);

        Assert.Equal(["ada"], bench.People());
    }

    [Theory]
    [MemberData(nameof(InTheWay))]
    public void What_has_a_working_files_name_is_named_and_untouched(string suffix, string making)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        File.WriteAllText(Path.Combine(_bench.Folder, "other"), "mine");
        Shell($"{making} sync.c1z{suffix}");
        var names = _bench.Names.ToList();

        var ofLock = Assert.Throws<AccessFileException>(() => TargetLock.Take(_bench.TargetPath, _bench.Clock));
        var ofRun = Assert.Throws<AccessFileException>(() => _bench.Run(["ada"]));

        Assert.All([ofLock, ofRun], failure => Assert.Equal(AccessFileErrorKind.NotWritable, failure.Kind));
        Assert.All([ofLock, ofRun], failure => Assert.Contains($"'{_bench.TargetPath}{suffix}' is a", failure.Message, StringComparison.Ordinal));
        Assert.Equal("mine", File.ReadAllText(Path.Combine(_bench.Folder, "other")));
        Assert.Equal(names, _bench.Names);
    }

    [Fact]
    public void A_link_that_comes_while_a_run_goes_on_is_not_replaced()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var other = Path.Combine(_bench.Folder, "other");
        using (var file = _bench.Open())
        {
            StagingBench.Fill(file, "ada");
            file.End(SyncTypes.Full, "outcome", CancellationToken.None);
            File.WriteAllText(other, "mine");
            File.CreateSymbolicLink(_bench.TargetPath, other);

            Assert.Equal(AccessFileErrorKind.NotWritable, Assert.Throws<AccessFileException>(() => file.Publish(CancellationToken.None)).Kind);
        }

        Assert.Equal(other, new FileInfo(_bench.TargetPath).LinkTarget);
        Assert.Equal("mine", File.ReadAllText(other));
    }

    private void Refused(string path)
    {
        var before = File.ReadAllBytes(path);

        var failure = Assert.Throws<AccessFileException>(() => _bench.Run(["ada"]));

        Assert.Equal(AccessFileErrorKind.NotAnAccessFile, failure.Kind);
        Assert.Contains("is not overwritten", failure.Message, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(path));
        Assert.Equal(["sync.c1z"], _bench.Names);
    }

    private static void Make(string path, string sql)
    {
        using var connection = Connect(path);
        Execute(connection, sql);
    }

    private static SqliteConnection Connect(string path)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private void Shell(string script)
    {
        using var shell = Process.Start(new ProcessStartInfo("sh", ["-c", script]) { WorkingDirectory = _bench.Folder })!;
        shell.WaitForExit();
        Assert.Equal(0, shell.ExitCode);
    }
}
