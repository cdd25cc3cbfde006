using Auth0Connector.AccessFile.Schema;
using Microsoft.Data.Sqlite;

namespace Auth0Connector.AccessFile.Staging;

/// <summary>Counts the rows of a sync as the ecosystem's <c>stats</c> column has them (format section 3).</summary>
internal static class StatisticsQuery
{
    public static SyncStatistics Count(SqliteConnection connection, string syncId)
    {
        var types = Group(connection, AccessFileSchema.ResourceTypes, "external_id", syncId);
        var resources = Group(connection, AccessFileSchema.Resources, "resource_type_id", syncId);
        // The map of resources has an entry for every known type, also for one without any.
        foreach (var type in types.Keys)
        {
            resources.TryAdd(type, 0);
        }

        var entitlements = Group(connection, AccessFileSchema.Entitlements, "resource_type_id", syncId);
        var grants = Group(connection, AccessFileSchema.Grants, "resource_type_id", syncId);
        var assets = Group(connection, AccessFileSchema.Assets, "external_id", syncId);
        return new SyncStatistics
        {
            ResourceTypes = types.Count,
            Resources = resources.Values.Sum(),
            Entitlements = entitlements.Values.Sum(),
            Grants = grants.Values.Sum(),
            Assets = assets.Count,
            ResourcesByResourceType = OrAbsent(resources),
            EntitlementsByResourceType = OrAbsent(entitlements),
            GrantsByResourceType = OrAbsent(grants),
        };
    }

    private static SortedDictionary<string, long>? OrAbsent(SortedDictionary<string, long> counts) =>
        counts.Count == 0 ? null : counts;

    private static SortedDictionary<string, long> Group(SqliteConnection connection, string table, string column, string syncId)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"select {column}, count(*) from {table} where sync_id = $sync group by {column}";
        command.Parameters.AddWithValue("$sync", syncId);
        using var reader = command.ExecuteReader();
        var counts = new SortedDictionary<string, long>(StringComparer.Ordinal);
        while (reader.Read())
        {
            counts[reader.GetString(0)] = reader.GetInt64(1);
        }

        return counts;
    }
}
