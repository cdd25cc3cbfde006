using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Auth0Connector.AccessFile.Reading;
using Auth0Connector.Analysis.Json;
using Auth0Connector.Analysis.Listing;
using Auth0Connector.Analysis.Reach;
using Google.Protobuf.WellKnownTypes;
using Microsoft.Data.Sqlite;

namespace Auth0Connector.Analysis.Export.Relational;

/// <summary>Fills the tables of the relational export, one prepared statement for each.</summary>
internal sealed class RelationalRows(
    SqliteConnection connection, SqliteTransaction transaction, AccessList list, Action<long> tell, CancellationToken cancellationToken) : IDisposable
{
    private static readonly (ThingKind Kind, string Table)[] Kinds =
    [
        (ThingKind.User, "users"), (ThingKind.Role, "roles"), (ThingKind.Organization, "organizations"), (ThingKind.Group, "groups"), (ThingKind.Permission, "permissions"),
    ];

    private readonly Dictionary<string, SqliteCommand> _inserts = new(StringComparer.Ordinal);
    private readonly ArrayBufferWriter<byte> _json = new();

    public long Count { get; private set; }

    public void Write()
    {
        WriteInfo();
        foreach (var view in list.Resources(ResourceFilter.All, cancellationToken))
        {
            WriteResource(view);
        }

        foreach (var row in list.Reader.ReadEntitlements(list.Sync, EntitlementFilter.All, cancellationToken))
        {
            var message = row.Message;
            Insert("entitlements", row.Id, row.ResourceTypeId, row.ResourceId, message.Slug, message.DisplayName, message.Description, message.Purpose.ToString().ToLowerInvariant());
        }

        foreach (var row in list.Reader.ReadGrants(list.Sync, GrantFilter.All, cancellationToken))
        {
            Insert("grants", row.Id, row.EntitlementId, row.PrincipalTypeId, row.PrincipalId, GrantSource.IsDirect(row.Message, row.EntitlementId) ? 1L : 0L);
        }

        WritePassages();
    }

    public void Dispose()
    {
        foreach (var command in _inserts.Values)
        {
            command.Dispose();
        }
    }

    private void WriteInfo()
    {
        Insert("info", "schema", "1");
        Insert("info", "sync_id", list.Sync.SyncId);
        Insert("info", "sync_type", list.Sync.SyncType);
        Insert("info", "started_at", JsonTime.OfDatabase(list.Sync.StartedAtText));
        Insert("info", "ended_at", JsonTime.OfDatabase(list.Sync.EndedAtText));
    }

    private void WriteResource(ResourceView view)
    {
        var resource = view.Resource;
        var (type, id) = (resource.Id?.ResourceType ?? string.Empty, resource.Id?.Resource ?? string.Empty);
        var profile = Profile(resource.Profile);
        Insert("resources", type, id, resource.DisplayName, Text(resource.Description), resource.ParentResourceId?.ResourceType, resource.ParentResourceId?.Resource, profile);
        foreach (var (kind, table) in Kinds.Where(kind => ThingKinds.Means(kind.Kind, view.Type)).Take(1))
        {
            if (kind == ThingKind.User)
            {
                var person = new Person(resource);
                Insert(table, id, resource.DisplayName, Text(person.Email), Text(person.Status), Time(person.LastLogin), Time(person.CreatedAt), profile, type);
            }
            else
            {
                Insert(table, id, resource.DisplayName, Text(resource.Description.Length > 0 ? resource.Description : new Person(resource).Profile("description")), profile, type);
            }
        }
    }

    private void WritePassages()
    {
        foreach (var passage in PassageGraph.Load(list, cancellationToken).All)
        {
            // A scope of the Go connector's has no entitlement of its own to be reached.
            Insert("entitlements", passage.Target.EntitlementId, passage.Target.TypeId, passage.Target.ResourceId, passage.Target.EntitlementId[(passage.Target.EntitlementId.LastIndexOf(':') + 1)..], null, null, null);
            Insert("passages", passage.Source.EntitlementId, passage.Target.EntitlementId, passage.IsShallow ? 1L : 0L, string.Join(' ', passage.PrincipalTypeIds));
        }
    }

    private void Insert(string table, params ReadOnlySpan<object?> values)
    {
        if (!_inserts.TryGetValue(table, out var command))
        {
            command = connection.CreateCommand();
            command.Transaction = transaction;
            command.CommandText = $"insert or ignore into {table} values ({string.Join(", ", Enumerable.Range(0, values.Length).Select(i => $"$p{i}"))})";
            for (var i = 0; i < values.Length; i++)
            {
                command.Parameters.Add(new SqliteParameter { ParameterName = $"$p{i}" });
            }

            _inserts[table] = command;
        }

        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        }

        command.ExecuteNonQuery();
        tell(++Count);
    }

    private string? Profile(Struct? profile)
    {
        if (profile is null)
        {
            return null;
        }

        _json.ResetWrittenCount();
        using (var json = new Utf8JsonWriter(_json, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            StructJson.Write(json, profile);
        }

        return Encoding.UTF8.GetString(_json.WrittenSpan);
    }

    private static string? Text(string text) => text.Length > 0 ? text : null;

    private static string? Time(Timestamp? time) => time is null ? null : JsonTime.Of(time);
}
