using Auth0Connector.AccessFile.Format;
using Microsoft.Data.Sqlite;

namespace Auth0Connector.AccessFile.Staging;

/// <summary>
/// Puts rows into the four main tables through one prepared statement each. The unique indexes come after the load, so
/// a row read twice may stand twice until then; once they exist, the later row replaces the former.
/// </summary>
internal sealed class StagingInserter : IDisposable
{
    private readonly SqliteCommand _resourceType;
    private readonly SqliteCommand _resource;
    private readonly SqliteCommand _entitlement;
    private readonly SqliteCommand _grant;
    private readonly string _syncId;

    public StagingInserter(SqliteConnection connection, string syncId)
    {
        _syncId = syncId;
        _resourceType = Prepare(connection, "v1_resource_types", "external_id");
        _resource = Prepare(connection, "v1_resources", "resource_type_id", "external_id", "parent_resource_type_id", "parent_resource_id");
        _entitlement = Prepare(connection, "v1_entitlements", "resource_type_id", "resource_id", "external_id");
        _grant = Prepare(
            connection,
            "v1_grants",
            "resource_type_id",
            "resource_id",
            "entitlement_id",
            "principal_resource_type_id",
            "principal_resource_id",
            "external_id",
            "expansion",
            "needs_expansion");
    }

    public void Insert(StagedBatch batch, SqliteTransaction transaction, DateTimeOffset now)
    {
        var discoveredAt = SyncTimestamp.Format(now);
        foreach (var row in batch.ResourceTypes)
        {
            Run(_resourceType, transaction, discoveredAt, row.Data, row.Id);
        }

        foreach (var row in batch.Resources)
        {
            Run(_resource, transaction, discoveredAt, row.Data, row.TypeId, AccessIds.Resource(row.TypeId, row.ResourceId), row.ParentTypeId, row.ParentId);
        }

        foreach (var row in batch.Entitlements)
        {
            Run(_entitlement, transaction, discoveredAt, row.Data, row.TypeId, row.ResourceId, row.EntitlementId);
        }

        foreach (var row in batch.Grants)
        {
            Run(
                _grant,
                transaction,
                discoveredAt,
                row.Data,
                row.TypeId,
                row.ResourceId,
                row.EntitlementId,
                row.PrincipalTypeId,
                row.PrincipalId,
                row.GrantId,
                row.Expansion,
                row.Expansion is null ? 0L : 1L);
        }
    }

    public void Dispose()
    {
        _resourceType.Dispose();
        _resource.Dispose();
        _entitlement.Dispose();
        _grant.Dispose();
    }

    // Every table ends with data, sync_id and discovered_at.
    private SqliteCommand Prepare(SqliteConnection connection, string table, params string[] columns)
    {
        string[] all = [.. columns, "data", "sync_id", "discovered_at"];
        var command = connection.CreateCommand();
        command.CommandText =
            $"insert or replace into {table} ({string.Join(", ", all)}) values ({string.Join(", ", all.Select(static column => "$" + column))})";
        foreach (var column in all)
        {
            command.Parameters.Add(new SqliteParameter { ParameterName = "$" + column });
        }

        command.Parameters[^2].Value = _syncId;
        return command;
    }

    private static void Run(SqliteCommand command, SqliteTransaction transaction, string discoveredAt, byte[] data, params ReadOnlySpan<object?> values)
    {
        command.Transaction = transaction;
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        }

        command.Parameters[^3].Value = data;
        command.Parameters[^1].Value = discoveredAt;
        command.ExecuteNonQuery();
    }
}
