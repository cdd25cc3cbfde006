using Auth0Connector.AccessFile.Schema;
using Microsoft.Data.Sqlite;

namespace Auth0Connector.AccessFile.Reading;

/// <summary>
/// Finds single rows of one table and sync by external id. A foreign file may lack the index: then the places of all
/// rows are read once, rather than the whole table for each question.
/// </summary>
internal sealed class RowFinder<T> : IDisposable
    where T : class
{
    private readonly SqliteConnection _connection;
    private readonly RowSource _source;
    private readonly TableShape _shape;
    private readonly string _syncId;
    private readonly RowFetcher<T>? _rows;
    private readonly RowFetcher<T>? _index;
    private Dictionary<string, long>? _places;

    public RowFinder(SqliteConnection connection, RowSource source, string path, string table, string syncId, IReadOnlyList<string> columns, Func<Row, T> map)
    {
        _connection = connection;
        _source = source;
        _syncId = syncId;
        _shape = source.Shape(table);
        if (!_shape.IsPresent || !_shape.Has("external_id") || !_shape.Has("sync_id"))
        {
            return;
        }

        if (source.Guard(() => HasIndex(table)))
        {
            _index = new RowFetcher<T>(connection, source, path, _shape, columns, "external_id = $id and sync_id = $sync limit 1", map);
            _index.Add("$sync", syncId);
        }
        else
        {
            _rows = new RowFetcher<T>(connection, source, path, _shape, columns, "rowid = $id", map);
        }
    }

    public T? Find(string externalId)
    {
        if (_index is not null || _rows is null)
        {
            return _index?.Fetch(externalId);
        }

        _places ??= _source.Guard(ReadPlaces);
        return _places.TryGetValue(externalId, out var place) ? _rows.Fetch(place) : null;
    }

    public void Dispose()
    {
        _rows?.Dispose();
        _index?.Dispose();
    }

    private Dictionary<string, long> ReadPlaces()
    {
        using var command = _connection.CreateCommand();
        command.CommandText = $"select external_id, rowid from {_shape.Name} where sync_id = $sync";
        command.Parameters.AddWithValue("$sync", _syncId);
        using var reader = command.ExecuteReader();
        var places = new Dictionary<string, long>(StringComparer.Ordinal);
        while (reader.Read())
        {
            places.TryAdd(reader.IsDBNull(0) ? string.Empty : reader.GetString(0), reader.GetInt64(1));
        }

        return places;
    }

    private bool HasIndex(string table)
    {
        using var command = _connection.CreateCommand();
        command.CommandText =
            "select 1 from pragma_index_list($table) list, pragma_index_info(list.name) info "
            + "where info.seqno = 0 and info.name = 'external_id' and list.partial = 0";
        command.Parameters.AddWithValue("$table", table);
        return command.ExecuteScalar() is not null;
    }
}
