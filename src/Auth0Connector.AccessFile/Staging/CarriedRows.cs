using System.Globalization;
using Auth0Connector.AccessFile.Schema;
using Microsoft.Data.Sqlite;

namespace Auth0Connector.AccessFile.Staging;

/// <summary>Keeps in a working file up to where the rows of former syncs stand in it.</summary>
internal static class CarriedRows
{
    private const string CarriedUpToKey = "carried_up_to";

    private static readonly string[] Tables =
        [.. AccessFileSchema.Tables.Select(static table => table.Name).Where(static name => name != AccessFileSchema.ConnectorSessions)];

    /// <summary>As the working file says.</summary>
    public static SyncRows Read(SqliteConnection connection, string syncId)
    {
        var fact = StagingFacts.Read(connection, CarriedUpToKey);
        var numbers = (fact ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return numbers.Length == Tables.Length
            ? new SyncRows(syncId, Tables.Zip(numbers, static (table, number) => (table, number: KeptText.Number(number)))
                .ToDictionary(static pair => pair.table, static pair => pair.number, StringComparer.Ordinal))
            : SyncRows.BySync(syncId);
    }

    /// <summary>Notes what was carried, in the transaction that did; rows that were read before it cannot be told by their place.</summary>
    public static void Note(SqliteConnection connection, SqliteTransaction transaction, string syncId)
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
