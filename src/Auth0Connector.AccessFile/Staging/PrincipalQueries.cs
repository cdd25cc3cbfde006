using Auth0Connector.AccessFile.Schema;
using Microsoft.Data.Sqlite;

namespace Auth0Connector.AccessFile.Staging;

/// <summary>Finds and removes grants to somebody who is not among the resources.</summary>
internal static class PrincipalQueries
{
    private const string NoSuchPrincipal =
        """
        not exists (
            select 1 from v1_resources r
            where r.external_id = g.principal_resource_type_id || ':' || g.principal_resource_id and r.sync_id = g.sync_id)
        """;

    /// <summary>Principals of a type that hold grants but are no resource, each once, in the order of their ids.</summary>
    public static IReadOnlyList<string> ReadUnknown(SqliteConnection connection, string syncId, string principalTypeId, string after, int limit)
    {
        using var command = connection.CreateCommand();
        command.CommandText =
            $"""
            select distinct g.principal_resource_id from {AccessFileSchema.Grants} g
            where g.principal_resource_type_id = $type and g.sync_id = $sync and g.principal_resource_id > $after and {NoSuchPrincipal}
            order by g.principal_resource_id limit $limit
            """;
        command.Parameters.AddWithValue("$type", principalTypeId);
        command.Parameters.AddWithValue("$sync", syncId);
        command.Parameters.AddWithValue("$after", after);
        command.Parameters.AddWithValue("$limit", limit);
        using var reader = command.ExecuteReader();
        var ids = new List<string>();
        while (reader.Read())
        {
            ids.Add(reader.GetString(0));
        }

        return ids;
    }

    /// <summary>Removes grants whose principal is no resource; returns how many, by the entitlement's id.</summary>
    public static IReadOnlyDictionary<string, long> DropDangling(SqliteConnection connection, string syncId)
    {
        using var command = connection.CreateCommand();
        command.CommandText =
            $"delete from {AccessFileSchema.Grants} as g where g.sync_id = $sync and {NoSuchPrincipal} returning entitlement_id";
        command.Parameters.AddWithValue("$sync", syncId);
        using var reader = command.ExecuteReader();
        var dropped = new Dictionary<string, long>(StringComparer.Ordinal);
        while (reader.Read())
        {
            var entitlement = reader.GetString(0);
            dropped[entitlement] = dropped.GetValueOrDefault(entitlement) + 1;
        }

        return dropped;
    }
}
