using Auth0Connector.AccessFile.Failures;
using Auth0Connector.AccessFile.Messages;
using Auth0Connector.AccessFile.Reading;
using Auth0Connector.AccessFile.Schema;
using Auth0Connector.AccessFile.Sums;
using Google.Protobuf;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Auth0Connector.AccessFile.Expansion;

/// <summary>The prepared statements of an expansion, and its batches of writes.</summary>
internal sealed class ExpansionTables : IDisposable
{
    private const int Constraint = 19;

    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _page;
    private readonly SqliteCommand _find;
    private readonly SqliteCommand _entitlement;
    private readonly SqliteCommand _insert;
    private readonly SqliteCommand _update;
    private readonly int _batchSize;
    private readonly RowChanges? _changes;
    private readonly Action _committing;
    private int _pending;

    public ExpansionTables(SqliteConnection connection, string syncId, string discoveredAt, int batchSize, RowChanges? changes, Action committing)
    {
        _connection = connection;
        _batchSize = batchSize;
        _changes = changes;
        _committing = committing;
        _page = Prepare(
            $"select id, principal_resource_type_id, principal_resource_id, data from {AccessFileSchema.Grants} "
            + "where entitlement_id = $entitlement and sync_id = $sync and id > $after order by id limit $limit",
            syncId,
            "$entitlement",
            "$after",
            "$limit");
        _find = Prepare(
            $"select id, data from {AccessFileSchema.Grants} where entitlement_id = $entitlement "
            + "and principal_resource_type_id = $type and principal_resource_id = $principal and sync_id = $sync",
            syncId,
            "$entitlement",
            "$type",
            "$principal");
        _entitlement = Prepare(
            $"select id, resource_type_id, resource_id, data from {AccessFileSchema.Entitlements} "
            + "where external_id = $entitlement and sync_id = $sync",
            syncId,
            "$entitlement");
        _insert = Prepare(
            $"insert into {AccessFileSchema.Grants} (resource_type_id, resource_id, entitlement_id, "
            + "principal_resource_type_id, principal_resource_id, external_id, expansion, needs_expansion, data, sync_id, "
            + "discovered_at) values ($resourceType, $resource, $entitlement, $type, $principal, $id, null, 0, $data, $sync, "
            + "$discovered)",
            syncId,
            "$resourceType",
            "$resource",
            "$entitlement",
            "$type",
            "$principal",
            "$id",
            "$data",
            "$discovered");
        _insert.Parameters["$discovered"].Value = discoveredAt;
        _update = Prepare($"update {AccessFileSchema.Grants} set data = $data where id = $row and sync_id = $sync", syncId, "$data", "$row");
    }

    /// <summary>The next grants on an entitlement, by row id.</summary>
    public List<SourceGrant> ReadPage(string entitlementId, long afterRowId, int limit)
    {
        _page.Parameters["$entitlement"].Value = entitlementId;
        _page.Parameters["$after"].Value = afterRowId;
        _page.Parameters["$limit"].Value = limit;
        using var reader = _page.ExecuteReader();
        var page = new List<SourceGrant>();
        while (reader.Read())
        {
            var rowId = reader.GetInt64(0);
            var message = Parse(Grant.Parser, reader.GetFieldValue<byte[]>(3), AccessFileSchema.Grants, rowId);
            page.Add(new SourceGrant(rowId, reader.GetString(1), reader.GetString(2), message));
        }

        return page;
    }

    /// <summary>The rows that give the entitlement to the principal already; mostly none.</summary>
    public List<(long RowId, Grant Message)> Find(string entitlementId, SourceGrant source)
    {
        _find.Parameters["$entitlement"].Value = entitlementId;
        _find.Parameters["$type"].Value = source.PrincipalTypeId;
        _find.Parameters["$principal"].Value = source.PrincipalId;
        using var reader = _find.ExecuteReader();
        var found = new List<(long RowId, Grant Message)>(0);
        while (reader.Read())
        {
            var rowId = reader.GetInt64(0);
            found.Add((rowId, Parse(Grant.Parser, reader.GetFieldValue<byte[]>(1), AccessFileSchema.Grants, rowId)));
        }

        return found;
    }

    public ExpansionTarget ReadTarget(string entitlementId)
    {
        _entitlement.Parameters["$entitlement"].Value = entitlementId;
        using var reader = _entitlement.ExecuteReader();
        if (!reader.Read())
        {
            throw new AccessFileException(
                AccessFileErrorKind.Corrupt,
                $"The entitlement '{entitlementId}' vanished during the expansion.",
                _connection.DataSource);
        }

        var message = Parse(
            Entitlement.Parser, reader.GetFieldValue<byte[]>(3), AccessFileSchema.Entitlements, reader.GetInt64(0));
        return new ExpansionTarget(entitlementId, reader.GetString(1), reader.GetString(2), message);
    }

    public void Insert(ExpansionTarget target, SourceGrant source, Grant grant)
    {
        BeginWhenNeeded();
        _insert.Parameters["$resourceType"].Value = target.ResourceTypeId;
        _insert.Parameters["$resource"].Value = target.ResourceId;
        _insert.Parameters["$entitlement"].Value = target.Id;
        _insert.Parameters["$type"].Value = source.PrincipalTypeId;
        _insert.Parameters["$principal"].Value = source.PrincipalId;
        _insert.Parameters["$id"].Value = grant.Id;
        _insert.Parameters["$data"].Value = grant.ToByteArray();
        try
        {
            _insert.ExecuteNonQuery();
            _changes?.After(raw.sqlite3_last_insert_rowid(_connection.Handle));
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode == Constraint)
        {
            throw new AccessFileException(
                AccessFileErrorKind.IdCollision,
                $"Two different grants join to the id '{grant.Id}'.",
                _connection.DataSource,
                exception);
        }

        CommitWhenFull();
    }

    public void Update(long rowId, Grant grant)
    {
        BeginWhenNeeded();
        _update.Parameters["$data"].Value = grant.ToByteArray();
        _update.Parameters["$row"].Value = rowId;
        _changes?.Before(rowId);
        _update.ExecuteNonQuery();
        _changes?.After(rowId);
        CommitWhenFull();
    }

    public void Commit()
    {
        if (_pending > 0)
        {
            _committing();
            Execute("commit");
            _pending = 0;
        }
    }

    public void Dispose()
    {
        try
        {
            if (_pending > 0)
            {
                Execute("rollback");
            }
        }
        catch (SqliteException)
        {
            // SQLite rolls back by itself after some failures; the failure that led here is the one to report.
        }

        _page.Dispose();
        _find.Dispose();
        _entitlement.Dispose();
        _insert.Dispose();
        _update.Dispose();
    }

    private void BeginWhenNeeded()
    {
        if (_pending == 0)
        {
            Execute("begin immediate");
        }

        _pending++;
    }

    private void CommitWhenFull()
    {
        if (_pending >= _batchSize)
        {
            Commit();
        }
    }

    private void Execute(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private SqliteCommand Prepare(string sql, string syncId, params ReadOnlySpan<string> parameters)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("$sync", syncId);
        foreach (var parameter in parameters)
        {
            command.Parameters.Add(new SqliteParameter { ParameterName = parameter });
        }

        return command;
    }

    private T Parse<T>(MessageParser<T> parser, byte[] data, string table, long rowId)
        where T : IMessage<T>
    {
        try
        {
            return parser.ParseFrom(data);
        }
        catch (InvalidProtocolBufferException exception)
        {
            throw new RowPlace(_connection.DataSource, table, rowId).Corrupt(exception);
        }
    }
}
