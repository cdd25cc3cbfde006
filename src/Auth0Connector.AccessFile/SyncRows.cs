using System.Globalization;
using Auth0Connector.AccessFile.Schema;
using Auth0Connector.AccessFile.Staging;
using Microsoft.Data.Sqlite;

namespace Auth0Connector.AccessFile;

/// <summary>
/// How the rows of a run are told from those of former syncs in its working file. What was carried stands first, so own rows
/// are those after its last: indexes then answer, and of a million rows none has to be read for the sync that it names.
/// </summary>
internal sealed class SyncRows(string syncId, IReadOnlyDictionary<string, long>? carriedUpTo)
{
    private const string CarriedUpToKey = "carried_up_to";

    private static readonly string[] Tables =
        [.. AccessFileSchema.Tables.Select(static table => table.Name).Where(static name => name != AccessFileSchema.ConnectorSessions)];

    public string SyncId => syncId;

    /// <summary>A condition for the rows of a table; <c>$sync</c> is the run's id.</summary>
    /// <param name="table">The table.</param>
    /// <param name="alias">What the query calls it, with its dot; empty where it stands alone.</param>
    public string In(string table, string alias = "") =>
        carriedUpTo is null ? $"{alias}sync_id = $sync"
        : carriedUpTo[table] == 0 ? "true"
        // The plus keeps SQLite from reading the table in the order of its ids.
        : string.Create(CultureInfo.InvariantCulture, $"+{alias}id > {carriedUpTo[table]}");

    /// <summary>The rows of a sync in a file of which nothing else is known.</summary>
    public static SyncRows BySync(string syncId) => new(syncId, null);

    /// <summary>As the working file says.</summary>
    public static SyncRows Of(SqliteConnection connection, string syncId)
    {
        var fact = StagingFacts.Read(connection, CarriedUpToKey);
        var numbers = (fact ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return numbers.Length == Tables.Length
            ? new SyncRows(syncId, Tables.Zip(numbers, static (table, number) => (table, number: KeptText.Number(number)))
                .ToDictionary(static pair => pair.table, static pair => pair.number, StringComparer.Ordinal))
            : BySync(syncId);
    }

    /// <summary>Notes what was carried, in the transaction that did; rows that were read before it cannot be told by their place.</summary>
    public static void NoteCarried(SqliteConnection connection, SqliteTransaction transaction, string syncId)
    {
        var ends = Tables.Select(table => End(connection, transaction, table, syncId)).ToList();
        var text = ends.Contains(null) ? "" : string.Join(' ', ends.Select(static end => end!.Value.ToString(CultureInfo.InvariantCulture)));
        StagingFacts.Write(connection, transaction, CarriedUpToKey, text);
    }

    // The newest rows are the last: one look says whether there are own rows behind the carried ones already.
    private static long? End(SqliteConnection connection, SqliteTransaction transaction, string table, string syncId)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = $"select coalesce(max(id), 0), exists (select 1 from {table} where id = (select min(id) from {table}) and sync_id = $sync) from {table}";
        command.Parameters.AddWithValue("$sync", syncId);
        using var row = command.ExecuteReader();
        row.Read();
        return row.GetBoolean(1) ? null : row.GetInt64(0);
    }
}
