using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Data.Sqlite;

namespace Auth0Connector.AccessFile.Staging;

/// <summary>
/// <c>&lt;target&gt;.partial-note</c>: what the working tables say of the run, written before they are dropped. A run that
/// is killed between that and the rename is known by it, and published instead of read again.
/// </summary>
internal static class FinishNote
{
    public static string PathOf(string partialPath) => partialPath + "-note";

    public static void Write(string partialPath, StagingRun run, IDisk disk)
    {
        var path = PathOf(partialPath);
        File.Delete(path);
        using (var file = disk.Create(path, Disk.OwnerOnly))
        {
            file.Write(JsonSerializer.SerializeToUtf8Bytes(run.ToFacts(), FinishNoteJson.Default.DictionaryStringString));
            disk.Flush(file);
        }

        disk.FlushDirectory(System.IO.Path.GetDirectoryName(path)!);
    }

    /// <summary>The run that a working file without working tables holds; <see langword="null"/> if note and file do not agree.</summary>
    public static StagingRun? Read(string partialPath, SqliteConnection connection)
    {
        try
        {
            var facts = JsonSerializer.Deserialize(File.ReadAllBytes(PathOf(partialPath)), FinishNoteJson.Default.DictionaryStringString);
            return facts is not null && StagingRun.FromFacts(facts) is { Outcome: not null } run && HasEnded(connection, run.SyncId) ? run : null;
        }
        catch (Exception failure) when (failure is IOException or JsonException or SqliteException)
        {
            return null;
        }
    }

    private static bool HasEnded(SqliteConnection connection, string syncId)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "select 1 from v1_sync_runs where sync_id = $sync and ended_at is not null";
        command.Parameters.AddWithValue("$sync", syncId);
        return command.ExecuteScalar() is not null;
    }
}

[JsonSerializable(typeof(Dictionary<string, string>))]
internal sealed partial class FinishNoteJson : JsonSerializerContext;
