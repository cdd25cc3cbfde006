using Auth0Connector.AccessFile.Failures;
using Auth0Connector.AccessFile.Reading;
using Auth0Connector.AccessFile.Tests.Fixtures;

namespace Auth0Connector.AccessFile.Tests.Reading;

public sealed class ForeignFileTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("", AccessFileErrorKind.NotFound)]
    [InlineData("4331", AccessFileErrorKind.Corrupt)]
    [InlineData("43315A", AccessFileErrorKind.Corrupt)]
    [InlineData("43315A3300", AccessFileErrorKind.UnsupportedFormat)]
    [InlineData("43315A4700", AccessFileErrorKind.NotAnAccessFile)]
    [InlineData("504B0304", AccessFileErrorKind.NotAnAccessFile)]
    [InlineData("43315A460000", AccessFileErrorKind.Corrupt)]
    [InlineData("53514C69746520666F726D6174203300", AccessFileErrorKind.Corrupt)]
    public void Each_kind_of_wrong_file_has_its_answer(string hex, AccessFileErrorKind expected)
    {
        var path = _folder.Write("wrong.c1z", Convert.FromHexString(hex));

        var failure = Assert.Throws<AccessFileException>(() => Open(path));

        Assert.Equal(expected, failure.Kind);
        Assert.Contains("wrong.c1z", failure.Message, StringComparison.Ordinal);
        Assert.Equal(path, failure.Path);
    }

    [Theory]
    [InlineData("/dev/zero", "is a device")]
    [InlineData("pipe", "is a named pipe")]
    [InlineData("link", "is a named pipe")]
    public void What_is_no_regular_file_is_named_and_not_waited_for(string name, string word)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using (var make = System.Diagnostics.Process.Start("mkfifo", [_folder.File("pipe")]))
        {
            make.WaitForExit();
        }

        File.CreateSymbolicLink(_folder.File("link"), "pipe");

        var failure = Assert.Throws<AccessFileException>(() => Open(Path.Combine(_folder.Path, name)));

        Assert.Equal(AccessFileErrorKind.NotAnAccessFile, failure.Kind);
        Assert.Contains(word, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Pebble_file_names_the_remedy()
    {
        var failure = Assert.Throws<AccessFileException>(() => Open(_folder.Write("new.c1z", "C1Z3\0rest"u8.ToArray())));

        Assert.Contains("--storage-engine sqlite", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_file_and_directory_are_told_apart()
    {
        Assert.Equal(AccessFileErrorKind.NotFound, Assert.Throws<AccessFileException>(() => Open(_folder.File("none"))).Kind);
        Assert.Equal(AccessFileErrorKind.NotAnAccessFile, Assert.Throws<AccessFileException>(() => Open(_folder.Path)).Kind);
    }

    [Fact]
    public void Header_alone_is_a_file_without_syncs()
    {
        using var reader = Open(_folder.Write("empty.c1z", "C1ZF\0"u8.ToArray()));

        Assert.Empty(reader.Syncs);
        Assert.Null(reader.CurrentSync);
    }

    [Fact]
    public void Old_columns_and_missing_tables_are_enough()
    {
        var path = _folder.File("old.db");
        using (var database = new SampleDatabase(path, withIndexes: false))
        {
            foreach (var column in new[] { "expansion", "needs_expansion", "discovered_at" })
            {
                database.Execute($"alter table v1_grants drop column {column}");
            }

            database.Execute("drop table v1_assets");
            database.Execute("drop table v1_sync_runs");
            database.Execute("create table v1_sync_runs (sync_id text, started_at datetime, ended_at datetime, sync_token text)");
            database.Execute("insert into v1_sync_runs values ('s1', '2026-01-01 00:00:00', '2026-01-01 00:00:01', null)");
            database.Execute(
                "insert into v1_grants (resource_type_id, resource_id, entitlement_id, principal_resource_type_id, "
                + "principal_resource_id, external_id, data, sync_id) values ('role', 'r', 'role:r:a', 'user', 'u', 'g', x'', 's1')");
        }

        using var reader = Open(path);
        var sync = reader.CurrentSync!;
        Assert.Equal("full", sync.SyncType);
        Assert.Equal("", sync.SyncToken);
        Assert.Equal("g", reader.ReadGrants(sync, GrantFilter.All, default).Single().Message.Id);
        Assert.Empty(reader.ReadAssets(sync, null, default));
        Assert.Equal(1, reader.ReadStatistics(sync, default).Grants);
    }

    [Fact]
    public void View_in_the_place_of_a_table_is_not_run()
    {
        var path = _folder.File("view.db");
        using (var database = new SampleDatabase(path))
        {
            database.AddSync();
            database.Execute("drop table v1_resource_types");
            database.Execute(
                "create view v1_resource_types as with recursive n(id) as (select 1 union all select id + 1 from n) "
                + "select id, id as external_id, x'' as data, '3MWZ00000000000000000000001' as sync_id from n");
        }

        using var reader = Open(path);
        Assert.Empty(reader.ReadResourceTypes(reader.CurrentSync!, default));
        Assert.Equal(0, reader.ReadStatistics(reader.CurrentSync!, default).ResourceTypes);
    }

    [Fact]
    public void Newest_finished_sync_is_shown_by_the_text_of_its_end()
    {
        Assert.Equal("b", CurrentOf(("a", "2026-01-01 00:00:01"), ("b", "2026-01-01 00:00:02"), ("c", null)));
        Assert.Equal("b", CurrentOf(("a", "2026-01-01 00:00:02"), ("b", "2026-01-01 00:00:02")));
        Assert.Equal("a", CurrentOf(("a", "2026-01-01T00:00:01Z"), ("b", "2026-01-01 23:00:00")));
        Assert.Equal("b", CurrentOf(("a", null), ("b", null)));
    }

    [Fact]
    public void Unfinished_sync_is_shown_as_such()
    {
        using (var database = new SampleDatabase(_folder.File("a.db")))
        {
            database.AddSync(endedAt: null);
        }

        using var reader = Open(_folder.File("a.db"));
        Assert.False(reader.CurrentSync!.IsFinished);
        Assert.Same(reader.CurrentSync, reader.FindSync(SampleDatabase.SyncId));
    }

    private static AccessFileReader Open(string path) => AccessFileReader.Open(path, new AccessFileReaderOptions(), default);

    private string? CurrentOf(params (string Id, string? EndedAt)[] syncs)
    {
        var path = _folder.File(Path.GetRandomFileName() + ".db");
        using (var database = new SampleDatabase(path))
        {
            foreach (var (id, endedAt) in syncs)
            {
                database.AddSync(id, endedAt);
            }
        }

        using var reader = Open(path);
        return reader.CurrentSync?.SyncId;
    }
}
