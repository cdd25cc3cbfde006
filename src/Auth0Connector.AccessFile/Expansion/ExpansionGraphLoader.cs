using Auth0Connector.AccessFile.Failures;
using Auth0Connector.AccessFile.Messages;
using Auth0Connector.AccessFile.Reading;
using Auth0Connector.AccessFile.Schema;
using Google.Protobuf;
using Microsoft.Data.Sqlite;

namespace Auth0Connector.AccessFile.Expansion;

/// <summary>Builds the graph from the grants that carry GrantExpandable in their expansion column.</summary>
internal sealed class ExpansionGraphLoader : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly string _syncId;
    private readonly SqliteCommand _findEntitlement;
    private readonly SqliteParameter _entitlementId;
    private readonly Dictionary<string, (string TypeId, string ResourceId)?> _owners = new(StringComparer.Ordinal);
    private readonly List<ExpansionEdge> _unknown = [];
    private readonly ExpansionGraph _graph = new();

    private ExpansionGraphLoader(SqliteConnection connection, string syncId)
    {
        _connection = connection;
        _syncId = syncId;
        _findEntitlement = connection.CreateCommand();
        _findEntitlement.CommandText =
            $"select resource_type_id, resource_id from {AccessFileSchema.Entitlements} "
            + "where external_id = $id and sync_id = $sync";
        _findEntitlement.Parameters.AddWithValue("$sync", syncId);
        _entitlementId = _findEntitlement.Parameters.Add("$id", SqliteType.Text);
    }

    public static (ExpansionGraph Graph, IReadOnlyList<ExpansionEdge> Unknown) Load(
        SqliteConnection connection, string syncId, Func<string, bool> includesTargetType, CancellationToken cancellationToken)
    {
        using var loader = new ExpansionGraphLoader(connection, syncId);
        loader.Run(includesTargetType, cancellationToken);
        return (loader._graph, loader._unknown);
    }

    public void Dispose() => _findEntitlement.Dispose();

    private void Run(Func<string, bool> includesTargetType, CancellationToken cancellationToken)
    {
        using var command = _connection.CreateCommand();
        command.CommandText =
            "select id, entitlement_id, resource_type_id, principal_resource_type_id, principal_resource_id, expansion, "
            + $"external_id from {AccessFileSchema.Grants} "
            + "where sync_id = $sync and expansion is not null and needs_expansion = 1 order by id";
        command.Parameters.AddWithValue("$sync", _syncId);
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!includesTargetType(reader.GetString(2)))
            {
                continue;
            }

            var expandable = Parse(reader.GetFieldValue<byte[]>(5), reader.GetInt64(0));
            var rule = new EdgeRule(expandable.Shallow, expandable.ResourceTypeIds);
            var principal = (reader.GetString(3), reader.GetString(4));
            foreach (var sourceId in expandable.EntitlementIds.Where(id => !string.IsNullOrWhiteSpace(id)))
            {
                AddEdge(sourceId, reader.GetString(1), rule, principal, reader.GetString(6));
            }
        }
    }

    private void AddEdge(
        string sourceId, string targetId, EdgeRule rule, (string TypeId, string ResourceId) principal, string grantId)
    {
        if (OwnerOf(sourceId) is not { } owner || OwnerOf(targetId) is null)
        {
            _unknown.Add(new ExpansionEdge(sourceId, targetId));
            return;
        }

        if (owner != principal)
        {
            throw new AccessFileException(
                AccessFileErrorKind.Corrupt,
                $"The grant '{grantId}' passes on the entitlement '{sourceId}', which does not belong to its principal.",
                _connection.DataSource);
        }

        _graph.Add(sourceId, targetId, rule);
    }

    private (string TypeId, string ResourceId)? OwnerOf(string entitlementId)
    {
        if (_owners.TryGetValue(entitlementId, out var owner))
        {
            return owner;
        }

        _entitlementId.Value = entitlementId;
        using var reader = _findEntitlement.ExecuteReader();
        owner = reader.Read() ? (reader.GetString(0), reader.GetString(1)) : null;
        _owners[entitlementId] = owner;
        return owner;
    }

    private GrantExpandable Parse(byte[] expansion, long rowId)
    {
        try
        {
            return GrantExpandable.Parser.ParseFrom(expansion);
        }
        catch (InvalidProtocolBufferException exception)
        {
            throw new RowPlace(_connection.DataSource, AccessFileSchema.Grants, rowId).Corrupt(exception);
        }
    }
}
