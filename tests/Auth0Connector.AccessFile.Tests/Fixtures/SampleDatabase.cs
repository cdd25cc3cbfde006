using Auth0Connector.AccessFile.Format;
using Auth0Connector.AccessFile.Messages;
using Auth0Connector.AccessFile.Schema;
using Google.Protobuf;
using Microsoft.Data.Sqlite;

namespace Auth0Connector.AccessFile.Tests.Fixtures;

/// <summary>A small database with the v1 schema that tests fill row by row.</summary>
internal sealed class SampleDatabase : IDisposable
{
    public const string SyncId = "3MWZ00000000000000000000001";

    private const string DiscoveredAt = "2026-01-02 03:04:05";

    public SampleDatabase(string path, bool withIndexes = true)
    {
        Path = path;
        Connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        Connection.Open();
        foreach (var table in AccessFileSchema.Tables)
        {
            Execute(table.CreateSql);
        }

        foreach (var index in AccessFileSchema.Indexes.Where(_ => withIndexes))
        {
            Execute(index.CreateSql);
        }
    }

    public string Path { get; }

    public SqliteConnection Connection { get; }

    public void Dispose() => Connection.Dispose();

    public void AddSync(
        string syncId = SyncId, string? endedAt = "2026-01-02 04:00:00", string type = "full", bool isBackfilled = true, string? stats = null)
    {
        Execute(
            "insert into v1_sync_runs (sync_id, started_at, ended_at, sync_token, sync_type, grants_backfilled, stats) "
            + "values ($0, '2026-01-02 03:00:00', $1, '{\"version\":1}', $2, $3, $4)",
            syncId,
            endedAt,
            type,
            isBackfilled ? 1 : 0,
            stats);
    }

    public void AddType(string id)
    {
        Execute(
            "insert into v1_resource_types (external_id, data, sync_id, discovered_at) values ($0, $1, $2, $3)",
            id,
            new ResourceType { Id = id, DisplayName = id }.ToByteArray(),
            SyncId,
            DiscoveredAt);
    }

    public void AddResource(string type, string id, string? parentType = null, string? parentId = null)
    {
        Execute(
            "insert into v1_resources (resource_type_id, external_id, parent_resource_type_id, parent_resource_id, data, "
            + "sync_id, discovered_at) values ($0, $1, $2, $3, $4, $5, $6)",
            type,
            AccessIds.Resource(type, id),
            parentType,
            parentId,
            SampleMessages.Thing(type, id, id).ToByteArray(),
            SyncId,
            DiscoveredAt);
    }

    /// <summary>Adds an entitlement and returns its id.</summary>
    public string AddEntitlement(string type, string id, string slug)
    {
        var message = SampleMessages.Entitlement(SampleMessages.Thing(type, id, id), slug);
        Execute(
            "insert into v1_entitlements (resource_type_id, resource_id, external_id, data, sync_id, discovered_at) "
            + "values ($0, $1, $2, $3, $4, $5)",
            type,
            id,
            message.Id,
            message.ToByteArray(),
            SyncId,
            DiscoveredAt);
        return message.Id;
    }

    /// <summary>Adds a grant on <c>type:id:slug</c>, as a connector stores it, and returns its id.</summary>
    public string AddGrant(
        (string Type, string Id, string Slug) entitlement,
        (string Type, string Id) principal,
        GrantExpandable? expandable = null,
        GrantSources? sources = null,
        byte[]? data = null)
    {
        var message = SampleMessages.Grant(entitlement.Type, entitlement.Id, entitlement.Slug, principal.Type, principal.Id);
        message.Sources = sources;
        Execute(
            "insert into v1_grants (resource_type_id, resource_id, entitlement_id, principal_resource_type_id, "
            + "principal_resource_id, external_id, expansion, needs_expansion, data, sync_id, discovered_at) "
            + "values ($0, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
            entitlement.Type,
            entitlement.Id,
            message.Entitlement.Id,
            principal.Type,
            principal.Id,
            message.Id,
            expandable?.ToByteArray(),
            expandable is null ? 0 : 1,
            data ?? message.ToByteArray(),
            SyncId,
            DiscoveredAt);
        return message.Id;
    }

    public void AddAsset(string id, string contentType, byte[] data)
    {
        Execute(
            "insert into v1_assets (external_id, content_type, data, sync_id, discovered_at) values ($0, $1, $2, $3, $4)",
            id,
            contentType,
            data,
            SyncId,
            DiscoveredAt);
    }

    public void Execute(string sql, params object?[] values)
    {
        using var command = Connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters.AddWithValue($"${i}", values[i] ?? DBNull.Value);
        }

        command.ExecuteNonQuery();
    }

    public object? Scalar(string sql)
    {
        using var command = Connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
