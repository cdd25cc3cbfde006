using System.Globalization;

namespace Auth0Connector.AccessFile.Schema;

/// <summary>
/// How the rows of a run are told from those of former syncs in its working file. What was carried stands first, so own rows
/// are those after its last: indexes then answer, and of a million rows none has to be read for the sync that it names.
/// </summary>
internal sealed class SyncRows(string syncId, IReadOnlyDictionary<string, long>? carriedUpTo)
{
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
}
