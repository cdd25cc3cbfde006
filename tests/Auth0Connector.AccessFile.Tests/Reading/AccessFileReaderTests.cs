using Auth0Connector.AccessFile.Failures;
using Auth0Connector.AccessFile.Messages;
using Auth0Connector.AccessFile.Reading;
using Auth0Connector.AccessFile.Tests.Fixtures;
using Google.Protobuf;

namespace Auth0Connector.AccessFile.Tests.Reading;

public sealed class AccessFileReaderTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Compressed_and_plain_files_show_the_same_rows(bool isCompressed)
    {
        var path = SampleFiles.WriteDatabase(_folder);
        if (isCompressed)
        {
            path = _folder.Write("sample.c1z", SampleFiles.Encode(path));
        }

        using var reader = Open(path);

        var sync = reader.CurrentSync!;
        Assert.Equal(["user", "role", "empty"], reader.ReadResourceTypes(sync, default).Select(row => row.Message.Id));
        Assert.Equal(
            ["auth0|abc:def", "auth0|bob", "rol_admin"],
            reader.ReadResources(sync, ResourceFilter.All, default).Select(row => row.ResourceId));
        Assert.Equal(
            "rol_admin assigned", reader.ReadEntitlements(sync, EntitlementFilter.All, default).Single().Message.DisplayName);
        Assert.Equal(
            ["auth0|abc:def", "auth0|bob"],
            reader.ReadGrants(sync, GrantFilter.All, default).Select(row => row.Message.Principal.Id.Resource));
        Assert.Equal("{}"u8.ToArray(), reader.ReadAssets(sync, "proof.json", default).Single().Data);
        Assert.Empty(reader.ReadAssets(sync, "other", default));
    }

    [Fact]
    public void Nothing_is_left_and_nothing_is_changed()
    {
        var path = SampleFiles.WriteDatabase(_folder);
        var compressed = _folder.Write("sample.c1z", SampleFiles.Encode(path));
        var scratch = Directory.CreateDirectory(_folder.File("scratch")).FullName;
        var before = (File.ReadAllBytes(path), File.ReadAllBytes(compressed));
        var options = new AccessFileReaderOptions { TemporaryFolder = scratch };

        foreach (var file in new[] { path, compressed })
        {
            using var reader = AccessFileReader.Open(file, options, default);
            var copies = Directory.GetDirectories(scratch);
            Assert.Equal(file == compressed ? 1 : 0, copies.Length);
            if (!OperatingSystem.IsWindows())
            {
                Assert.All(copies, copy => Assert.Equal("700", Mode(copy)));
                Assert.All(copies.SelectMany(Directory.GetFiles), copy => Assert.Equal("600", Mode(copy)));
            }

            Assert.Equal(2, reader.ReadGrants(reader.CurrentSync!, GrantFilter.All, default).Count());
        }

        File.WriteAllBytes(compressed, [.. before.Item2[..^1]]);
        Assert.Throws<AccessFileException>(() => AccessFileReader.Open(compressed, options, default));
        Assert.Empty(Directory.GetFileSystemEntries(scratch));
        Assert.Equal(before.Item1, File.ReadAllBytes(path));
        Assert.Equal(3, Directory.GetFileSystemEntries(_folder.Path).Length);
    }

    [Fact]
    public void Rows_in_a_write_ahead_log_are_read_without_touching_it()
    {
        using var database = new SampleDatabase(_folder.File("live.db"));
        database.Scalar("pragma journal_mode = wal");
        database.AddSync();
        database.AddType("user");
        var before = Directory.GetFiles(_folder.Path).Order().Select(file => (file, new FileInfo(file).Length)).ToList();

        using (var reader = Open(database.Path))
        {
            Assert.Single(reader.ReadResourceTypes(reader.CurrentSync!, default));
        }

        Assert.Equal(before, Directory.GetFiles(_folder.Path).Order().Select(file => (file, new FileInfo(file).Length)));
    }

    [Fact]
    public void Filters_choose_by_columns()
    {
        using (var database = new SampleDatabase(_folder.File("a.db")))
        {
            database.AddSync();
            database.AddResource("user", "u1");
            database.AddResource("role", "r1", "org", "o1");
            database.AddEntitlement("role", "r1", "assigned");
            database.AddEntitlement("org", "o1", "member");
            database.AddGrant(("role", "r1", "assigned"), ("user", "u1"));
            database.AddGrant(("role", "r2", "assigned"), ("user", "u2"));
            database.AddGrant(("org", "o1", "member"), ("group", "u1"));
        }

        using var reader = Open(_folder.File("a.db"));
        var sync = reader.CurrentSync!;
        Assert.Equal(["r1"], Resources(new ResourceFilter { ResourceTypeId = "role" }));
        Assert.Equal(["u1"], Resources(new ResourceFilter { ResourceTypeId = "user", ResourceId = "u1" }));
        Assert.Equal(["r1"], Resources(new ResourceFilter { ParentResourceTypeId = "org", ParentResourceId = "o1" }));
        Assert.Equal(["org:o1:member"], Entitlements(new EntitlementFilter { ResourceTypeId = "org" }));
        Assert.Equal(["role:r1:assigned"], Entitlements(new EntitlementFilter { EntitlementId = "role:r1:assigned" }));
        Assert.Equal(2, Grants(new GrantFilter { ResourceTypeId = "role" }).Count);
        Assert.Equal(["role:r2:assigned:user:u2"], Grants(new GrantFilter { ResourceTypeId = "role", ResourceId = "r2" }));
        Assert.Equal(["role:r1:assigned:user:u1"], Grants(new GrantFilter { EntitlementId = "role:r1:assigned" }));
        Assert.Equal(["org:o1:member:group:u1"], Grants(new GrantFilter { PrincipalTypeId = "group", PrincipalId = "u1" }));

        List<string> Resources(ResourceFilter filter) => [.. reader.ReadResources(sync, filter, default).Select(row => row.ResourceId)];
        List<string> Entitlements(EntitlementFilter filter) => [.. reader.ReadEntitlements(sync, filter, default).Select(row => row.Id)];
        List<string> Grants(GrantFilter filter) => [.. reader.ReadGrants(sync, filter, default).Select(row => row.Id)];
    }

    [Fact]
    public void Slim_grants_are_completed_from_their_columns()
    {
        using (var database = new SampleDatabase(_folder.File("slim.db")))
        {
            database.AddSync();
            database.AddGrant(("role", "r1", "assigned"), ("user", "u1"), data: []);
        }

        using var reader = Open(_folder.File("slim.db"));
        var grant = reader.ReadGrants(reader.CurrentSync!, GrantFilter.All, default).Single().Message;

        Assert.Equal("role:r1:assigned:user:u1", grant.Id);
        Assert.Equal("role:r1:assigned", grant.Entitlement.Id);
        Assert.Equal("r1", grant.Entitlement.Resource.Id.Resource);
        Assert.Equal("u1", grant.Principal.Id.Resource);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Expansion_comes_from_the_column_or_from_grants_that_were_never_backfilled(bool isBackfilled)
    {
        var expandable = new GrantExpandable { EntitlementIds = { "group:g1:member" } };
        var annotated = new Grant { Id = "x", Annotations = { Annotation.Pack(expandable), Annotation.Pack(new GrantImmutable()) } };
        using (var database = new SampleDatabase(_folder.File("a.db")))
        {
            database.AddSync(isBackfilled: isBackfilled);
            database.AddGrant(("role", "r1", "assigned"), ("group", "g1"), expandable);
            database.AddGrant(("role", "r1", "assigned"), ("group", "g2"), data: annotated.ToByteArray());
        }

        using var reader = Open(_folder.File("a.db"));
        var grants = reader.ReadGrants(reader.CurrentSync!, GrantFilter.All, default).ToList();

        Assert.Equal(expandable, grants[0].Expandable);
        Assert.Equal(isBackfilled ? null : expandable, grants[1].Expandable);
        Assert.Equal(isBackfilled ? 2 : 1, grants[1].Message.Annotations.Count);
    }

    [Fact]
    public void Message_that_does_not_decode_is_corrupt_with_table_and_row()
    {
        using (var database = new SampleDatabase(_folder.File("a.db")))
        {
            database.AddSync();
            database.AddGrant(("role", "r1", "assigned"), ("user", "u1"), data: [0xFF, 0xFF]);
        }

        using var reader = Open(_folder.File("a.db"));
        var row = reader.ReadGrants(reader.CurrentSync!, GrantFilter.All, default).Single();

        var failure = Assert.Throws<AccessFileException>(() => row.Message);
        Assert.Equal(AccessFileErrorKind.Corrupt, failure.Kind);
        Assert.Contains("row 1 of v1_grants", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Statistics_are_taken_as_stored_or_else_counted()
    {
        var path = SampleFiles.WriteDatabase(_folder);
        using (var reader = Open(path))
        {
            Assert.Equal(
                """{"resource_types":3,"resources":3,"entitlements":1,"grants":2,"assets":1,"resources_by_resource_type":{"empty":0,"role":1,"user":2},"grants_by_resource_type":{"role":2},"entitlements_by_resource_type":{"role":1}}""",
                reader.ReadStatistics(reader.CurrentSync!, default).ToJson());
        }

        using (var database = new SampleDatabase(path))
        {
            database.Execute("update v1_sync_runs set stats = $0", """{"resources":77,"resources_by_resource_type":{"user":77}}""");
        }

        using (var reader = Open(path))
        {
            Assert.Equal(77, reader.ReadStatistics(reader.CurrentSync!, default).Resources);
            Assert.Equal(3, reader.CountRows(reader.CurrentSync!, default).Resources);
        }
    }

    private static AccessFileReader Open(string path) => AccessFileReader.Open(path, new AccessFileReaderOptions(), default);

    private static string Mode(string path) => Convert.ToString((int)File.GetUnixFileMode(path), 8);
}
