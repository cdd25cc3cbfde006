using Auth0Connector.AccessFile.Failures;
using Microsoft.Data.Sqlite;

namespace Auth0Connector.AccessFile.Tests.Container;

public sealed class SqliteFailureTests
{
    [Fact]
    public void A_database_that_finds_no_room_is_a_full_disk()
    {
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "create table t (data blob); pragma max_page_count = 3";
        command.ExecuteNonQuery();
        command.CommandText = "insert into t values (zeroblob(100000))";
        var full = Assert.Throws<SqliteException>(() => command.ExecuteNonQuery());

        var told = SqliteFailure.From(full, "/data/sync.c1z.partial", "write");

        Assert.Equal(AccessFileErrorKind.DiskFull, told.Kind);
        Assert.Equal("Cannot write '/data/sync.c1z.partial': no space is left on the disk.", told.Message);
    }
}
