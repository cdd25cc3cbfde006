using Microsoft.Data.Sqlite;

namespace Auth0Connector.AccessFile.Staging;

/// <summary>
/// Finds and removes what refers to something that is not in the file. Needs the indexes. Where a working file holds
/// one run, grants are not asked for theirs: their indexes then answer, and no row of a million has to be read.
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
    public static IReadOnlyList<string> ReadUnknownPrincipals(SqliteConnection connection, string syncId, bool isAlone, string principalTypeId, string after, int limit)
    {
        using var command = connection.CreateCommand();
        command.CommandText =
            $"""
            select distinct g.principal_resource_id from v1_grants g
            where {OfRun(isAlone)} g.principal_resource_type_id = $type and g.principal_resource_id > $after and {NoSuchPrincipal}
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

    /// <summary>Removes grants to somebody, or of something, that does not exist; returns how many.</summary>
    public static long DropGrants(SqliteConnection connection, string syncId, bool isAlone) =>
        Drop(connection, syncId, StagingFindingKind.UnknownPrincipal, OfRun(isAlone) + NoSuchPrincipal)
        + Drop(connection, syncId, StagingFindingKind.UnknownEntitlement, OfRun(isAlone) + NoSuchEntitlement);

    /// <summary>Removes resources of a type that hold no grant; returns how many.</summary>
    public static long DropResourcesWithoutGrants(SqliteConnection connection, string syncId, string typeId)
    {
        using var command = connection.CreateCommand();
        command.CommandText =
            """
            delete from v1_resources as r where r.resource_type_id = $type and r.sync_id = $sync and not exists (
                select 1 from v1_grants g where g.principal_resource_type_id = $type
                and g.principal_resource_id = substr(r.external_id, length($type) + 2) and g.sync_id = $sync)
            """;
        command.Parameters.AddWithValue("$type", typeId);
        command.Parameters.AddWithValue("$sync", syncId);
        return command.ExecuteNonQuery();
    }

    private static string OfRun(bool isAlone) => isAlone ? "" : "g.sync_id = $sync and ";

    private static long Drop(SqliteConnection connection, string syncId, StagingFindingKind kind, string condition) => StagingFindings.Delete(
        connection,
        kind,
        $"delete from v1_grants where id in (select g.id from v1_grants g where {condition}) returning resource_type_id, principal_resource_type_id",
        ("$sync", syncId));
}
