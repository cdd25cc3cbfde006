using Auth0Connector.AccessFile.Format;
using Auth0Connector.AccessFile.Reading;
using Auth0Connector.AccessFile.Schema;
using Microsoft.Data.Sqlite;

namespace Auth0Connector.AccessFile;

/// <summary>Counts the rows of one sync as the ecosystem's <c>stats</c> column has them (format section 3).</summary>
internal static class StatisticsQuery
{
    /// <param name="connection">The database.</param>
    /// <param name="syncId">
    /// The sync; <see langword="null"/> where the file holds no other: indexes then answer, and no row has to be read.
    /// </param>
    /// <param name="cancellationToken">Stops the counting.</param>
    public static SyncStatistics Compute(SqliteConnection connection, string? syncId, CancellationToken cancellationToken)
    {
        var resourcesByType = Group(connection, AccessFileSchema.Resources, "resource_type_id", syncId);
        cancellationToken.ThrowIfCancellationRequested();
        var knownTypes = Group(connection, AccessFileSchema.ResourceTypes, "external_id", syncId);
        foreach (var type in knownTypes.Keys)
        {
            resourcesByType.TryAdd(type, 0);
        }

        cancellationToken.ThrowIfCancellationRequested();
        var entitlementsByType = Group(connection, AccessFileSchema.Entitlements, "resource_type_id", syncId);
        cancellationToken.ThrowIfCancellationRequested();
        var grantsByType = Group(connection, AccessFileSchema.Grants, "resource_type_id", syncId);
        cancellationToken.ThrowIfCancellationRequested();
        var assets = Group(connection, AccessFileSchema.Assets, "''", syncId);
        return new SyncStatistics
        {
            ResourceTypes = knownTypes.Values.Sum(),
            Resources = resourcesByType.Values.Sum(),
            Entitlements = entitlementsByType.Values.Sum(),
            Grants = grantsByType.Values.Sum(),
            Assets = assets.Values.Sum(),
            ResourcesByResourceType = OrAbsent(resourcesByType),
            EntitlementsByResourceType = OrAbsent(entitlementsByType),
            GrantsByResourceType = OrAbsent(grantsByType),
        };
    }

    private static SortedDictionary<string, long>? OrAbsent(SortedDictionary<string, long> counts) =>
        counts.Count == 0 ? null : counts;

    private static SortedDictionary<string, long> Group(
        SqliteConnection connection, string table, string column, string? syncId)
    {
        var counts = new SortedDictionary<string, long>(Utf8Order.Instance);
        if (!TableShape.Exists(connection, table))
        {
            return counts;
        }

        using var command = connection.CreateCommand();
        command.CommandText = $"select {column}, count(*) from {table} {(syncId is null ? "" : "where sync_id = $sync")} group by 1";
        if (syncId is not null)
        {
            command.Parameters.AddWithValue("$sync", syncId);
        }

        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            var name = reader.IsDBNull(0) ? "" : reader.GetString(0);
            counts[name] = counts.GetValueOrDefault(name) + reader.GetInt64(1);
        }

        return counts;
    }
}
