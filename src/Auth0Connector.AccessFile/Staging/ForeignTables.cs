using Auth0Connector.AccessFile.Failures;
using Auth0Connector.AccessFile.Schema;
using Microsoft.Data.Sqlite;

namespace Auth0Connector.AccessFile.Staging;

/// <summary>Tells an access file's database from another program's, or from one to which somebody added tables.</summary>
internal static class ForeignTables
{
    /// <exception cref="AccessFileException">It holds what no access file holds, or is damaged.</exception>
    public static void Refuse(SqliteConnection connection, string path, bool mayBeEmpty)
    {
        List<string> names;
        try
        {
            names = Names(connection);
        }
        catch (SqliteException failure)
        {
            throw SqliteFailure.From(failure, path, "read");
        }

        var ours = AccessFileSchema.Tables.Select(static table => table.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (names.Any(name => !ours.Contains(name)) || (names.Count == 0 && !mayBeEmpty))
        {
            var reason = names.Any(ours.Contains) ? "holds tables that are no access file's" : "is another program's database";
            throw new AccessFileException(
                AccessFileErrorKind.NotAnAccessFile,
                $"{path} {reason} and is not overwritten; choose another name, or move it away",
                path);
        }
    }

    // Tables of SQLite itself and indexes belong to nobody.
    private static List<string> Names(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "select name from sqlite_master where type <> 'index' and name not like 'sqlite\\_%' escape '\\'";
        using var reader = command.ExecuteReader();
        var names = new List<string>();
        while (reader.Read())
        {
            names.Add(reader.IsDBNull(0) ? "" : reader.GetString(0));
        }

        return names;
    }
}
