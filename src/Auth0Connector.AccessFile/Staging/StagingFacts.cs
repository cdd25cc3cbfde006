using Auth0Connector.AccessFile.Schema;
using Auth0Connector.AccessFile.Sums;
using Microsoft.Data.Sqlite;

namespace Auth0Connector.AccessFile.Staging;

/// <summary>Texts by key in a working file.</summary>
internal static class StagingFacts
{
    /// <summary>All of them; none where the table is not there (any more).</summary>
    public static Dictionary<string, string> ReadAll(SqliteConnection connection)
    {
        var facts = new Dictionary<string, string>(StringComparer.Ordinal);
        if (!TableShape.Exists(connection, StagingTables.Facts))
        {
            return facts;
        }

        using var command = connection.CreateCommand();
        command.CommandText = $"select key, value from {StagingTables.Facts}";
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            facts[reader.GetString(0)] = reader.GetString(1);
        }

        return facts;
    }

    public static string? Read(SqliteConnection connection, string key) => ReadAll(connection).GetValueOrDefault(key);

    public static void Write(SqliteConnection connection, SqliteTransaction? transaction, string key, string value)
    {
        // A transaction of its own, or a part of the one that is open.
        RawStatement.Run(connection, "savepoint fact");
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = $"insert or replace into {StagingTables.Facts} (key, value) values ($key, $value)";
        command.Parameters.AddWithValue("$key", key);
        command.Parameters.AddWithValue("$value", value);
        command.ExecuteNonQuery();
        RowSums.Recount(connection, StagingTables.Facts);
        RawStatement.Run(connection, "release fact");
    }
}
