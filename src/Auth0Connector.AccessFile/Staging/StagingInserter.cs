using Auth0Connector.AccessFile.Format;
using Microsoft.Data.Sqlite;

namespace Auth0Connector.AccessFile.Staging;

/// <summary>
/// Puts rows into the four main tables through one prepared statement each. The unique indexes come after the load, so
/// a row read twice may stand twice until then; once they exist, the later row replaces the former.
/// </summary>
internal sealed class StagingInserter : IDisposable
{
    private readonly PreparedInsert _resourceType;
    private readonly PreparedInsert _resource;
    private readonly PreparedInsert _entitlement;
    private readonly PreparedInsert _grant;
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

    /// <summary>Inserts a batch's rows into the transaction that is open on the connection.</summary>
    public void Insert(StagedBatch batch, DateTimeOffset now)
    {
        var discoveredAt = SyncTimestamp.Format(now);
        foreach (var row in batch.ResourceTypes)
        {
            End(_resourceType.Text(row.Id), row.Data, discoveredAt);
        }

        foreach (var row in batch.Resources)
        {
            End(
                _resource.Text(row.TypeId).Text(AccessIds.Resource(row.TypeId, row.ResourceId)).Text(row.ParentTypeId).Text(row.ParentId),
                row.Data,
                discoveredAt);
        }

        foreach (var row in batch.Entitlements)
        {
            End(_entitlement.Text(row.TypeId).Text(row.ResourceId).Text(row.EntitlementId), row.Data, discoveredAt);
        }

        foreach (var row in batch.Grants)
        {
            End(
                _grant.Text(row.TypeId).Text(row.ResourceId).Text(row.EntitlementId).Text(row.PrincipalTypeId).Text(row.PrincipalId)
                    .Text(row.GrantId).Blob(row.Expansion).Number(row.Expansion is null ? 0 : 1),
                row.Data,
                discoveredAt);
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
    private static PreparedInsert Prepare(SqliteConnection connection, string table, params string[] columns)
    {
        string[] all = [.. columns, "data", "sync_id", "discovered_at"];
        return new PreparedInsert(
            connection,
            $"insert or replace into {table} ({string.Join(", ", all)}) values ({string.Join(", ", all.Select(static _ => "?"))})");
    }

    private void End(PreparedInsert insert, byte[] data, string discoveredAt) =>
        insert.Blob(data).Text(_syncId).Text(discoveredAt).Run();
}
