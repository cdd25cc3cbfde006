using Auth0Connector.AccessFile.Format;
using Auth0Connector.AccessFile.Schema;
using Microsoft.Data.Sqlite;

namespace Auth0Connector.AccessFile.Reading;

/// <summary>Counts the rows of one sync as the ecosystem's <c>stats</c> column has them (format section 3).</summary>
internal static class StatisticsQuery
{
    /// <param name="connection">The database.</param>
    /// <param name="rows">Which rows are the sync's.</param>
    /// <param name="cancellationToken">Stops the counting.</param>
    public static SyncStatistics Compute(SqliteConnection connection, SyncRows rows, CancellationToken cancellationToken)
    {
        var resourcesByType = Group(connection, AccessFileSchema.Resources, "resource_type_id", rows);
        cancellationToken.ThrowIfCancellationRequested();
        var knownTypes = Group(connection, AccessFileSchema.ResourceTypes, "external_id", rows);
        foreach (var type in knownTypes.Keys)
        {
            resourcesByType.TryAdd(type, 0);
        }

        cancellationToken.ThrowIfCancellationRequested();
        var entitlementsByType = Group(connection, AccessFileSchema.Entitlements, "resource_type_id", rows);
        cancellationToken.ThrowIfCancellationRequested();
        var grantsByType = Group(connection, AccessFileSchema.Grants, "resource_type_id", rows);
        cancellationToken.ThrowIfCancellationRequested();
        var assets = Group(connection, AccessFileSchema.Assets, "''", rows);
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
        SqliteConnection connection, string table, string column, SyncRows rows)
    {
        var counts = new SortedDictionary<string, long>(Utf8Order.Instance);
        if (!TableShape.Exists(connection, table))
        {
            return counts;
        }

        using var command = connection.CreateCommand();
        command.CommandText = $"select {column}, count(*) from {table} where {rows.In(table)} group by 1";
        command.Parameters.AddWithValue("$sync", rows.SyncId);

        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            var name = reader.IsDBNull(0) ? "" : reader.GetString(0);
            counts[name] = counts.GetValueOrDefault(name) + reader.GetInt64(1);
        }

        return counts;
    }
}
