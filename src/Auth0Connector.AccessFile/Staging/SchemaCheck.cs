using Auth0Connector.AccessFile.Schema;
using Auth0Connector.AccessFile.Sums;
using Microsoft.Data.Sqlite;

namespace Auth0Connector.AccessFile.Staging;

/// <summary>Compares what a working file says of its tables and indexes with what they are made as.</summary>
internal static class SchemaCheck
{
    /// <summary>Whether there is nothing that is not ours, and nothing is missing; indexes may still be to build while a run reads.</summary>
    public static bool Holds(SqliteConnection connection, bool isSealed)
    {
        var present = Read(connection);
        return Expected([.. AccessFileSchema.Tables.Select(static table => table.CreateSql), .. isSealed ? [] : StagingTables.Create]) is var needed
            && needed.IsSubsetOf(present)
            && present.Except(needed).Except(Expected(AllIndexed)).Any() is false
            && (!isSealed || Expected(AllIndexed).IsSubsetOf(present));
    }

    private static IEnumerable<string> AllIndexed =>
    [
        .. AccessFileSchema.Tables.Select(static table => table.CreateSql),
        .. AccessFileSchema.Indexes.Select(static index => index.CreateSql),
    ];

    // SQLite words the statements in its own way: it is asked what becomes of them.
    private static HashSet<(string, string, string, string)> Expected(IEnumerable<string> statements)
    {
        using var memory = new SqliteConnection("Data Source=:memory:;Pooling=False");
        memory.Open();
        foreach (var statement in statements)
        {
            RawStatement.Run(memory, statement);
        }

        return Read(memory);
    }

    private static HashSet<(string, string, string, string)> Read(SqliteConnection connection)
    {
        using var master = new RawStatement(connection, "select type, name, tbl_name, coalesce(sql, '') from sqlite_master");
        var all = new HashSet<(string, string, string, string)>();
        while (master.Step())
        {
            all.Add((master.Text(0), master.Text(1), master.Text(2), master.Text(3)));
        }

        return all;
    }
}
