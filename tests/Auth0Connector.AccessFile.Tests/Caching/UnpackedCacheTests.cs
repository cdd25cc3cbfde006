using Auth0Connector.AccessFile.Failures;

namespace Auth0Connector.AccessFile.Tests.Caching;

/// <summary>A large file is unpacked once, what is kept is bounded and goes with its source, and nobody is disturbed.</summary>
public sealed class UnpackedCacheTests
{
    [Fact]
    public void The_second_question_is_answered_by_the_same_database()
    {
        using var file = new KeptFile();
        Assert.Equal(("first", true), file.Ask());
        var database = Assert.Single(file.Databases);
        Assert.Equal(("first", true), file.Ask());

        Assert.Equal(database, Assert.Single(file.Databases));
        Assert.Single(file.Entries);
    }

    [Fact]
    public void Nobody_else_can_read_it()
    {
        using var file = new KeptFile();
        file.Ask();

        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(file.Cache.Folder));
            Assert.All(file.Databases.Concat(file.Entries), static path => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path)));
        }
    }

    [Fact]
    public void A_small_file_is_not_kept()
    {
        using var file = new KeptFile();
        file.Cache = file.Cache with { LeastBytes = 32 << 20 };

        Assert.Equal(("first", false), file.Ask());
        Assert.False(Directory.Exists(file.Cache.Folder));
    }

    [Fact]
    public void What_is_kept_goes_with_its_source()
    {
        using var file = new KeptFile();
        file.Ask();
        KeptFile.Write(file.Other("second.c1z"), "second");
        File.Delete(file.Source);

        Assert.Equal(("second", true), file.Ask(file.Other("second.c1z")));
        Assert.Equal(("second", true), file.Ask(file.Other("second.c1z")));
        Assert.Single(file.Databases);
        Assert.Single(file.Entries);
    }

    [Fact]
    public void Where_there_is_no_room_the_least_recently_used_goes()
    {
        using var file = new KeptFile();
        file.Ask();
        var size = new FileInfo(Assert.Single(file.Databases)).Length;
        file.Cache = file.Cache with { MostBytes = 2 * size };
        foreach (var name in (string[])["second", "third"])
        {
            KeptFile.Write(file.Other(name), name);
        }

        file.Ask(file.Other("second"));
        File.SetLastWriteTimeUtc(file.Entries[0], DateTime.UtcNow.AddHours(-2));
        File.SetLastWriteTimeUtc(file.Entries[1], DateTime.UtcNow.AddHours(-2));
        file.Ask();
        file.Ask(file.Other("third"));

        Assert.Equal(2, file.Databases.Count);
        var kept = file.Databases;
        Assert.Equal(("first", true), file.Ask());
        Assert.Equal(kept, file.Databases);
    }

    [Fact]
    public void One_that_is_read_stays_where_it_is()
    {
        using var file = new KeptFile();
        using var reader = file.Open();
        KeptFile.Write(file.Source, "second");

        Assert.Equal("second", file.Ask().Word);
        Assert.Equal("first", KeptFile.Word(reader));
        Assert.Contains(file.Databases, path => reader.Uri.Contains(Path.GetFileName(path), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Several_at_once_get_the_same_answer()
    {
        using var file = new KeptFile();
        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => file.Ask().Word)));

        Assert.All(answers, static word => Assert.Equal("first", word));
        Assert.Equal(("first", true), file.Ask());
        Assert.Single(file.Entries);
        Assert.Empty(Directory.GetFiles(file.Cache.Folder, "*.tmp"));
    }

    [Fact]
    public void A_damaged_file_is_refused_as_ever_and_leaves_nothing()
    {
        using var file = new KeptFile();
        var bytes = File.ReadAllBytes(file.Source);
        bytes[^1] ^= 1;
        File.WriteAllBytes(file.Source, bytes);

        var failure = Assert.Throws<AccessFileException>(() => file.Ask());
        Assert.Equal(AccessFileErrorKind.Corrupt, failure.Kind);
        Assert.Empty(file.Databases);
        Assert.Empty(file.Entries);
    }

    [Fact]
    public void Clearing_removes_all_and_says_how_much()
    {
        using var file = new KeptFile();
        Assert.Equal((0, 0L), file.Cache.Clear());
        file.Ask();
        var size = new FileInfo(Assert.Single(file.Databases)).Length;

        Assert.Equal((1, size), file.Cache.Clear());
        Assert.Empty(Directory.GetFileSystemEntries(file.Cache.Folder));
        Assert.Equal((0, 0L), file.Cache.Clear());
        Assert.Equal(("first", true), file.Ask());
    }
}
