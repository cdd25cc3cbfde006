using Auth0Connector.AccessFile.Format;
using Auth0Connector.AccessFile.Schema;
using Auth0Connector.AccessFile.Sums;
using Microsoft.Data.Sqlite;

namespace Auth0Connector.AccessFile.Staging;

/// <summary>Puts rows into the four main tables through one prepared statement each.</summary>
internal sealed class StagingInserter : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, StagedTable> _tables;
    private readonly StagedTable _resourceTypes;
    private readonly StagedTable _resources;
    private readonly StagedTable _entitlements;
    private readonly StagedTable _grants;

    public StagingInserter(SqliteConnection connection, string syncId)
    {
        _connection = connection;
        _resourceTypes = new StagedTable(connection, AccessFileSchema.ResourceTypes, syncId, "external_id");
        _resources = new StagedTable(
            connection, AccessFileSchema.Resources, syncId, "resource_type_id", "external_id", "parent_resource_type_id", "parent_resource_id");
        _entitlements = new StagedTable(connection, AccessFileSchema.Entitlements, syncId, "resource_type_id", "resource_id", "external_id");
        _grants = new StagedTable(
            connection,
            AccessFileSchema.Grants,
            syncId,
            "resource_type_id",
            "resource_id",
            "entitlement_id",
            "principal_resource_type_id",
            "principal_resource_id",
            "external_id",
            "expansion",
            "needs_expansion");
        _tables = new Dictionary<string, StagedTable>(StringComparer.Ordinal)
        {
            [AccessFileSchema.ResourceTypes] = _resourceTypes,
            [AccessFileSchema.Resources] = _resources,
            [AccessFileSchema.Entitlements] = _entitlements,
            [AccessFileSchema.Grants] = _grants,
        };
        LookForIndexes();
    }

    /// <summary>Inserts a batch's rows into the transaction that is open on the connection.</summary>
    public void Insert(StagedBatch batch, DateTimeOffset now)
    {
        var discoveredAt = SyncTimestamp.Format(now);
        foreach (var row in batch.ResourceTypes)
        {
            _resourceTypes.Begin(row.Id).Text(row.Id);
            _resourceTypes.End(row.Data, discoveredAt);
        }

        foreach (var row in batch.Resources)
        {
            var id = AccessIds.Resource(row.TypeId, row.ResourceId);
            _resources.Begin(id).Text(row.TypeId).Text(id).Text(row.ParentTypeId).Text(row.ParentId);
            _resources.End(row.Data, discoveredAt);
        }

        foreach (var row in batch.Entitlements)
        {
            _entitlements.Begin(row.EntitlementId).Text(row.TypeId).Text(row.ResourceId).Text(row.EntitlementId);
            _entitlements.End(row.Data, discoveredAt);
        }

        foreach (var row in batch.Grants)
        {
            _grants.Begin(row.GrantId).Text(row.TypeId).Text(row.ResourceId).Text(row.EntitlementId).Text(row.PrincipalTypeId)
                .Text(row.PrincipalId).Text(row.GrantId).Blob(row.Expansion).Number(row.Expansion is null ? 0 : 1);
            _grants.End(row.Data, discoveredAt);
        }
    }

    /// <summary>Puts what came and went into the sums, within the same transaction.</summary>
    public void Write(RowSums sums)
    {
        foreach (var table in _tables.Values)
        {
            table.Write(sums);
        }
    }

    /// <summary>Once a table's unique index stands, a row read again takes the former's place.</summary>
    public void LookForIndexes()
    {
        foreach (var index in AccessFileSchema.Indexes.Where(index => index.IsUnique && _tables.ContainsKey(index.Table)))
        {
            using var find = new RawStatement(_connection, "select 1 from sqlite_master where type = 'index' and name = $name");
            if (find.Bind("$name", index.Name).Step())
            {
                _tables[index.Table].BecomeUnique();
            }
        }
    }

    public void Dispose()
    {
        _resourceTypes.Dispose();
        _resources.Dispose();
        _entitlements.Dispose();
        _grants.Dispose();
    }
}
