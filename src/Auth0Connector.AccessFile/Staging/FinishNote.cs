using System.Buffers.Text;
using System.IO.Hashing;
using System.Text.Json;
using System.Text.Json.Serialization;
using Auth0Connector.AccessFile.Disk;
using Auth0Connector.AccessFile.Schema;
using Auth0Connector.AccessFile.Sums;
using Microsoft.Data.Sqlite;

namespace Auth0Connector.AccessFile.Staging;

/// <summary>
/// <c>&lt;target&gt;.partial-note</c>: what the working tables say of the run and of its rows, written before they are dropped.
/// A run that is killed between that and the rename is known by it, and published instead of read again. It begins with its
/// own hash, so that a changed one is none.
/// </summary>
internal sealed record FinishNote
{
    private const int HashLength = 2 * sizeof(ulong);

    /// <summary>The run as texts by key.</summary>
    public required Dictionary<string, string> Run { get; init; }

    /// <summary>The sums of the tables that stay.</summary>
    public required Dictionary<string, TableNote> Tables { get; init; }

    public IReadOnlyDictionary<string, RowSum> Sums() =>
        Tables.ToDictionary(static pair => pair.Key, static pair => new RowSum(pair.Value.Rows, pair.Value.Hashes), StringComparer.Ordinal);

    public static string PathOf(string partialPath) => partialPath + "-note";

    public static void Write(string partialPath, StagingRun run, IReadOnlyDictionary<string, RowSum> sums, IDisk disk)
    {
        var note = new FinishNote
        {
            Run = run.ToFacts(),
            Tables = sums.ToDictionary(static pair => pair.Key, static pair => new TableNote(pair.Value.Rows, pair.Value.Hashes), StringComparer.Ordinal),
        };
        var text = JsonSerializer.SerializeToUtf8Bytes(note, FinishNoteJson.Default.FinishNote);
        var path = PathOf(partialPath);
        File.Delete(path);
        using (var file = disk.Create(path, LocalDisk.OwnerOnly))
        {
            file.Write([.. Hash(text), .. text]);
            disk.Flush(file);
        }

        disk.FlushDirectory(System.IO.Path.GetDirectoryName(path)!);
    }

    /// <summary>What is known of a working file without working tables; <see langword="null"/> if note and file do not agree.</summary>
    public static FinishNote? Read(string partialPath, SqliteConnection connection)
    {
        try
        {
            var bytes = File.ReadAllBytes(PathOf(partialPath)).AsSpan();
            if (bytes.Length < HashLength || !bytes[..HashLength].SequenceEqual(Hash(bytes[HashLength..])))
            {
                return null;
            }

            return JsonSerializer.Deserialize(bytes[HashLength..], FinishNoteJson.Default.FinishNote) is { } note
                && note.Tables.Keys.ToHashSet(StringComparer.Ordinal).SetEquals(AccessFileSchema.Tables.Select(static table => table.Name))
                && note.ToRun() is { } run && HasEnded(connection, run.SyncId) ? note : null;
        }
        catch (Exception failure) when (failure is IOException or JsonException or SqliteException)
        {
            return null;
        }
    }

    /// <summary>The run, which had ended.</summary>
    public StagingRun? ToRun() => StagingRun.FromFacts(Run) is { Outcome: not null } run ? run : null;

    private static byte[] Hash(ReadOnlySpan<byte> text)
    {
        var hex = new byte[HashLength];
        Utf8Formatter.TryFormat(XxHash3.HashToUInt64(text), hex, out _, new System.Buffers.StandardFormat('x', HashLength));
        return hex;
    }

    private static bool HasEnded(SqliteConnection connection, string syncId)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "select 1 from v1_sync_runs where sync_id = $sync and ended_at is not null";
        command.Parameters.AddWithValue("$sync", syncId);
        return command.ExecuteScalar() is not null;
    }
}

/// <summary>A table's sum, as the note keeps it.</summary>
internal sealed record TableNote(long Rows, ulong Hashes);

[JsonSerializable(typeof(FinishNote))]
internal sealed partial class FinishNoteJson : JsonSerializerContext;
