using Auth0Connector.AccessFile.Comparison;
using Auth0Connector.AccessFile.Reading;
using Auth0Connector.AccessFile.Tests.Fixtures;

namespace Auth0Connector.AccessFile.Tests.Comparison;

public sealed class SyncComparisonTests : IDisposable
{
    private static readonly (string, string, string) Admin = ("role", "admin", "assigned");

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Rows_of_two_files_are_added_removed_and_changed(bool withIndexes)
    {
        var before = Write("before.db", withIndexes, "stays", "goes", "other");
        var after = Write("after.db", withIndexes, "stays", "comes", "other");
        using (var database = new SampleDatabase(after, withIndexes))
        {
            database.Execute("update v1_grants set expansion = x'0a0161' where principal_resource_id = 'other'");
        }

        using var former = Open(before);
        using var later = Open(after);
        using var comparison = SyncComparison.Open(former, former.CurrentSync!, later, later.CurrentSync!);

        Assert.Equal("comes", comparison.Grants(RowChange.Added, default).Single().After!.PrincipalId);
        Assert.Null(comparison.Grants(RowChange.Added, default).Single().Before);
        Assert.Equal("goes", comparison.Grants(RowChange.Removed, default).Single().Before!.PrincipalId);
        var changed = comparison.Grants(RowChange.Changed, default).Single();
        Assert.Equal("other", changed.After!.PrincipalId);
        Assert.Null(changed.Before!.Expandable);
        Assert.Equal(["a"], changed.After.Expandable!.EntitlementIds);
        Assert.Equal("user:comes", comparison.Resources(RowChange.Added, default).Single().After!.ExternalId);
        Assert.Empty(comparison.Entitlements(RowChange.Changed, default));
    }

    [Fact]
    public void A_comparison_turned_around_swaps_added_and_removed()
    {
        using var one = Open(Write("one.db", true, "a", "b"));
        using var other = Open(Write("other.db", true, "b", "c", "d"));
        using var forth = SyncComparison.Open(one, one.CurrentSync!, other, other.CurrentSync!);
        using var back = SyncComparison.Open(other, other.CurrentSync!, one, one.CurrentSync!);

        Assert.Equal(["c", "d"], forth.Grants(RowChange.Added, default).Select(pair => pair.After!.PrincipalId));
        Assert.Equal(["c", "d"], back.Grants(RowChange.Removed, default).Select(pair => pair.Before!.PrincipalId));
        Assert.Equal(["a"], back.Grants(RowChange.Added, default).Select(pair => pair.After!.PrincipalId));
    }

    [Fact]
    public void Everything_of_one_principal_comes_together()
    {
        using var empty = Open(Write("empty.db", true));
        var path = Write("full.db", true, "b", "a");
        using (var database = new SampleDatabase(path))
        {
            database.AddGrant(("role", "viewer", "assigned"), ("user", "b"));
        }

        using var full = Open(path);
        using var comparison = SyncComparison.Open(empty, empty.CurrentSync!, full, full.CurrentSync!);

        Assert.Equal(["a", "b", "b"], comparison.Grants(RowChange.Added, default).Select(pair => pair.After!.PrincipalId));
    }

    [Fact]
    public void A_table_that_one_file_lacks_has_no_rows()
    {
        var path = Write("old.db", false, "a");
        using (var database = new SampleDatabase(path, withIndexes: false))
        {
            database.Execute("drop table v1_grants");
        }

        // Opened again, the fixture would make the table anew.
        using var old = Open(path);
        using var full = Open(Write("new.db", true, "a"));
        using var comparison = SyncComparison.Open(old, old.CurrentSync!, full, full.CurrentSync!);

        Assert.Equal("a", comparison.Grants(RowChange.Added, default).Single().After!.PrincipalId);
        Assert.Empty(comparison.Grants(RowChange.Removed, default));
        Assert.Empty(comparison.Grants(RowChange.Changed, default));
    }

    private static AccessFileReader Open(string path) => AccessFileReader.Open(path, new AccessFileReaderOptions(), default);

    private string Write(string name, bool withIndexes, params string[] users)
    {
        using var database = new SampleDatabase(_folder.File(name), withIndexes);
        database.AddSync();
        database.AddType("user");
        database.AddEntitlement("role", "admin", "assigned");
        foreach (var user in users)
        {
            database.AddResource("user", user);
            database.AddGrant(Admin, ("user", user));
        }

        return database.Path;
    }
}
