using Auth0Connector.AccessFile.Schema;
using Auth0Connector.AccessFile.Sums;
using Microsoft.Data.Sqlite;

namespace Auth0Connector.AccessFile.Staging;

/// <summary>
/// Finds and removes what refers to something that is not in the file. Needs the indexes.
/// </summary>
internal static class DanglingRows
{
    private const string NoSuchPrincipal =
        """
        not exists (
            select 1 from v1_resources r
            where r.external_id = g.principal_resource_type_id || ':' || g.principal_resource_id and r.sync_id = $sync)
        """;

    private const string NoSuchEntitlement =
        "not exists (select 1 from v1_entitlements e where e.external_id = g.entitlement_id and e.sync_id = $sync)";

    /// <summary>Principals of a type that hold grants but are no resource, each once, in the order of their ids.</summary>
    public static IReadOnlyList<string> ReadUnknownPrincipals(SqliteConnection connection, SyncRows own, string principalTypeId, string after, int limit)
    {
        using var command = connection.CreateCommand();
        command.CommandText =
            $"""
            select distinct g.principal_resource_id from v1_grants g
            where {own.In(AccessFileSchema.Grants, "g.")} and g.principal_resource_type_id = $type and g.principal_resource_id > $after and {NoSuchPrincipal}
            order by g.principal_resource_id limit $limit
            """;
        command.Parameters.AddWithValue("$type", principalTypeId);
        command.Parameters.AddWithValue("$sync", own.SyncId);
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

    /// <summary>Removes grants to somebody, or of something, that does not exist; returns how many.</summary>
    public static long DropGrants(SqliteConnection connection, SyncRows own) =>
        Drop(connection, own, StagingFindingKind.UnknownPrincipal, NoSuchPrincipal)
        + Drop(connection, own, StagingFindingKind.UnknownEntitlement, NoSuchEntitlement);

    /// <summary>Removes resources of a type that hold no grant; returns how many.</summary>
    public static long DropResourcesWithoutGrants(SqliteConnection connection, SyncRows own, string typeId)
    {
        using var transaction = connection.BeginTransaction();
        var counts = RemovedRows.Run(
            connection,
            AccessFileSchema.Resources,
            $"""
            delete from v1_resources as r where r.resource_type_id = $type and {own.In(AccessFileSchema.Resources, "r.")} and not exists (
                select 1 from v1_grants g where g.principal_resource_type_id = $type
                and g.principal_resource_id = substr(r.external_id, length($type) + 2) and {own.In(AccessFileSchema.Grants, "g.")})
            """,
            [],
            ("$type", typeId),
            ("$sync", own.SyncId));
        transaction.Commit();
        return counts.Values.Sum();
    }

    private static long Drop(SqliteConnection connection, SyncRows own, StagingFindingKind kind, string condition) => StagingFindings.Delete(
        connection,
        kind,
        AccessFileSchema.Grants,
        $"delete from v1_grants where id in (select g.id from v1_grants g where {own.In(AccessFileSchema.Grants, "g.")} and {condition})",
        ["resource_type_id", "principal_resource_type_id"],
        ("$sync", own.SyncId));
}
