using Auth0Connector.AccessFile.Schema;
using Auth0Connector.AccessFile.Sums;
using Microsoft.Data.Sqlite;

namespace Auth0Connector.AccessFile.Staging;

/// <summary>Removes rows of what turned out to be gone, refused, or not provable. Needs the indexes.</summary>
internal static class LeftOutRows
{
    /// <summary>Removes every resource of a type, with what can be held of it, and all grants of or to it.</summary>
    public static void DropResources(SqliteConnection connection, SyncRows own, string typeId)
    {
        using var transaction = connection.BeginTransaction();
        Remove(AccessFileSchema.Grants, "row.resource_type_id = $type or row.principal_resource_type_id = $type");
        Remove(AccessFileSchema.Entitlements, "row.resource_type_id = $type");
        Remove(AccessFileSchema.Resources, "row.resource_type_id = $type");
        transaction.Commit();

        void Remove(string table, string condition) => Run(connection, own, table, condition, ("$type", typeId));
    }

    /// <summary>Removes all grants of a type to principals of a type.</summary>
    public static void DropGrants(SqliteConnection connection, SyncRows own, string typeId, string principalTypeId)
    {
        using var transaction = connection.BeginTransaction();
        Run(
            connection,
            own,
            AccessFileSchema.Grants,
            "row.resource_type_id = $type and row.principal_resource_type_id = $principal",
            ("$type", typeId),
            ("$principal", principalTypeId));
        transaction.Commit();
    }

    /// <summary>Removes the resources whose lists vanished, by the subjects of a kind's tasks, with what could be held of them.</summary>
    public static void DropVanished(SqliteConnection connection, SyncRows own, string kind, string typeId)
    {
        const string Gone = "(select subject from staging_tasks where kind = $kind and state = 2)";
        using var transaction = connection.BeginTransaction();
        Remove(AccessFileSchema.Entitlements, $"row.resource_type_id = $type and row.resource_id in {Gone}");
        Remove(AccessFileSchema.Resources, $"row.resource_type_id = $type and substr(row.external_id, length($type) + 2) in {Gone}");
        transaction.Commit();

        void Remove(string table, string condition) => Run(connection, own, table, condition, ("$type", typeId), ("$kind", kind));
    }

    private static void Run(SqliteConnection connection, SyncRows own, string table, string condition, params ReadOnlySpan<(string Name, object Value)> parameters) =>
        RemovedRows.Run(
            connection,
            table,
            $"delete from {table} as row where {own.In(table, "row.")} and ({condition})",
            [],
            [("$sync", own.SyncId), .. parameters]);
}
