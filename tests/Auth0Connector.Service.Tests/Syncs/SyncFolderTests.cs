using Auth0Connector.AccessFile.Failures;
using Auth0Connector.Service.Syncs;

namespace Auth0Connector.Service.Tests.Syncs;

public sealed class SyncFolderTests : IDisposable
{
    private const string Client = "swift-otter-12345@acme.conductor.one/spc";

    private readonly TempFolder _parent = new();

    [Fact]
    public void It_is_found_again_and_ours_alone()
    {
        string path;
        using (var folder = Take())
        {
            path = folder.Path;
            Assert.StartsWith("auth0-connector-swift-otter-12345-", Path.GetFileName(path), StringComparison.Ordinal);
            if (!OperatingSystem.IsWindows())
            {
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(path));
            }
        }

        using var again = Take();

        Assert.Equal(path, again.Path);
    }

    [Theory]
    [InlineData(Client, "other")]
    [InlineData("swift-otter-12346@acme.conductor.one/spc", "host")]
    [InlineData("Swift-Otter-12345@acme.conductor.one/spc", "host")]
    public void Another_identity_has_another(string client, string host)
    {
        using var first = Take();
        using var second = SyncFolder.Take(_parent.Path, client, host, TimeProvider.System);

        Assert.NotEqual(first.Path, second.Path);
    }

    [Fact]
    public void A_second_process_of_the_same_identity_is_refused()
    {
        using var first = Take();

        var failure = Assert.Throws<AccessFileException>(() => Take().Dispose());

        Assert.Equal(AccessFileErrorKind.Locked, failure.Kind);
        Assert.Contains("another service of the same identity", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a link")]
    [InlineData("a file")]
    [InlineData("others may enter")]
    [InlineData("no parent")]
    public void What_is_not_ours_is_refused(string what)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        string path;
        using (var folder = Take())
        {
            path = folder.Path;
        }

        Directory.Delete(path, recursive: true);
        switch (what)
        {
            case "a link":
                Directory.CreateDirectory(_parent.File("elsewhere"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
                Directory.CreateSymbolicLink(path, _parent.File("elsewhere"));
                break;
            case "a file":
                File.WriteAllText(path, "");
                break;
            case "others may enter":
                Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupExecute);
                break;
        }

        var failure = Assert.Throws<AccessFileException>(
            () => SyncFolder.Take(what == "no parent" ? _parent.File("gone") : _parent.Path, Client, "host", TimeProvider.System).Dispose());

        Assert.Equal(AccessFileErrorKind.NotWritable, failure.Kind);
    }

    [Fact]
    public void What_is_too_old_goes_and_what_is_young_stays()
    {
        using var folder = Take();
        var (old, young) = (folder.TargetOf("old"), folder.TargetOf("young"));
        foreach (var file in new[] { old, old + ".partial", young + ".partial", young + ".partial-wal" })
        {
            File.WriteAllText(file, "");
        }

        File.SetLastWriteTimeUtc(old, DateTime.UtcNow.AddDays(-2));
        File.SetLastWriteTimeUtc(old + ".partial", DateTime.UtcNow.AddDays(-3));
        // As long as one of its files is young, a run may go on.
        File.SetLastWriteTimeUtc(young + ".partial", DateTime.UtcNow.AddDays(-2));

        folder.RemoveOlderThan(TimeSpan.FromDays(1));

        Assert.Equal(
            ["service.lock", Path.GetFileName(young) + ".partial", Path.GetFileName(young) + ".partial-wal"],
            Directory.GetFiles(folder.Path).Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_a_killed_process_left_on_the_way_goes_at_the_start()
    {
        string path;
        using (var folder = Take())
        {
            path = folder.Path;
            File.WriteAllText(folder.NewDebugLog(), "");
            Directory.CreateDirectory(Path.Combine(path, "c1z-abc"));
            File.WriteAllText(Path.Combine(path, "c1z-abc", "db"), "");
        }

        using var again = Take();

        Assert.Equal(["service.lock"], Directory.EnumerateFileSystemEntries(path).Select(Path.GetFileName));
    }

    public void Dispose() => _parent.Dispose();

    private SyncFolder Take() => SyncFolder.Take(_parent.Path, Client, "host", TimeProvider.System);
}
