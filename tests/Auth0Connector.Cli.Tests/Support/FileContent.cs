using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using ZstdSharp;

namespace Auth0Connector.Cli.Tests.Support;

/// <summary>Everything in an access file's tables but ids of rows and runs and times, as comparable lines.</summary>
internal static class FileContent
{
    private static readonly HashSet<string> LeftOut = new(StringComparer.Ordinal) { "id", "sync_id", "discovered_at", "started_at", "ended_at" };

    public static IReadOnlyList<string> Of(string path)
    {
        var database = path + ".decoded";
        try
        {
            Decode(path, database);

            return Read(database);
        }
        finally
        {
            File.Delete(database);
        }
    }

    /// <summary>Adds so much to an access file that cannot be packed, and leaves it a whole one.</summary>
    public static void Grow(string path, int megabytes)
    {
        var database = path + ".decoded";
        Decode(path, database);
        using (var connection = new SqliteConnection($"Data Source={database};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "create table grown(data blob); ";
            command.ExecuteNonQuery();
            command.CommandText = "insert into grown values (randomblob(1048576))";
            for (var megabyte = 0; megabyte <= megabytes; megabyte++)
            {
                command.ExecuteNonQuery();
            }
        }

        using (var file = File.Create(path))
        {
            file.Write("C1ZF\0"u8);
            using var frames = new CompressionStream(file, level: 1);
            using var decoded = File.OpenRead(database);
            decoded.CopyTo(frames);
        }

        File.Delete(database);
    }

    private static void Decode(string path, string database)
    {
        using var file = File.OpenRead(path);
        file.Position = "C1ZF\0"u8.Length;
        using var frames = new DecompressionStream(file);
        using var decoded = File.Create(database);
        frames.CopyTo(decoded);
    }

    private static List<string> Read(string database)
    {
        using var connection = new SqliteConnection($"Data Source={database};Mode=ReadOnly;Pooling=False");
        connection.Open();
        List<string> lines = [.. Rows(connection, "select type, name, tbl_name, sql from sqlite_master", _ => false).Select(static row => $"schema {row}")];
        var tables = Rows(connection, "select name from sqlite_master where type = 'table'", _ => false);
        foreach (var table in tables.Select(static row => row[(row.IndexOf('=', StringComparison.Ordinal) + 1)..]))
        {
            var rows = Rows(connection, $"select * from \"{table}\"", LeftOut.Contains);
            lines.AddRange(rows.Select(row => $"{table} {row}"));
        }

        Assert.Contains(lines, static line => line.StartsWith("v1_sync_runs ", StringComparison.Ordinal));
        lines.Sort(StringComparer.Ordinal);
        return lines;
    }

    private static List<string> Rows(SqliteConnection connection, string sql, Func<string, bool> leaveOut)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var row = command.ExecuteReader();
        var rows = new List<string>();
        while (row.Read())
        {
            var text = new StringBuilder();
            for (var column = 0; column < row.FieldCount; column++)
            {
                if (!leaveOut(row.GetName(column)))
                {
                    text.Append(row.GetName(column)).Append('=').Append(Text(row.GetValue(column))).Append(' ');
                }
            }

            rows.Add(text.ToString().TrimEnd());
        }

        return rows;
    }

    private static string Text(object value) => value switch
    {
        byte[] { Length: > 0 } json when json[0] == '{' => WithoutTimes(json),
        byte[] bytes => Convert.ToHexString(bytes),
        DBNull => "null",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    // The proof, less the id of the run and its times.
    private static string WithoutTimes(byte[] data)
    {
        var proof = JsonNode.Parse(data)!.AsObject();
        foreach (var name in (string[])["sync_id", "started_at", "ended_at"])
        {
            Assert.True(proof.Remove(name), name);
        }

        // Requests are counted as they were made: an export that goes on fetches its link anew.
        foreach (var collection in proof["collections"]!.AsArray())
        {
            Assert.True(collection!.AsObject().Remove("requests"));
        }

        return proof.ToJsonString();
    }
}
