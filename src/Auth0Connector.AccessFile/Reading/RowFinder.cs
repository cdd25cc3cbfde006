using Microsoft.Data.Sqlite;

namespace Auth0Connector.AccessFile.Reading;

/// <summary>
/// Finds single rows of one table and sync by external id, through one prepared statement. A foreign file may lack the
/// index: then the places of all rows are read once, rather than the whole table for each question.
/// </summary>
internal sealed class RowFinder<T> : IDisposable
    where T : class
{
    private readonly SqliteConnection _connection;
    private readonly RowSource _source;
    private readonly string _path;
    private readonly TableShape _shape;
    private readonly Func<Row, T> _map;
    private readonly string _syncId;
    private readonly SqliteCommand? _command;
    private readonly bool _isIndexed;
    private Dictionary<string, long>? _places;

    public RowFinder(SqliteConnection connection, RowSource source, string path, string table, string syncId, IReadOnlyList<string> columns, Func<Row, T> map)
    {
        _connection = connection;
        _source = source;
        _path = path;
        _syncId = syncId;
        _map = map;
        _shape = source.Shape(table);
        if (!_shape.IsPresent || !_shape.Has("external_id") || !_shape.Has("sync_id"))
        {
            return;
        }

        _isIndexed = source.Guard(() => HasIndex(table));
        _command = connection.CreateCommand();
        _command.CommandText =
            $"select rowid, {string.Join(", ", columns.Select(column => _shape.Column(column, "null")))} from {table} "
            + (_isIndexed ? "where external_id = $id and sync_id = $sync limit 1" : "where rowid = $id");
        _command.Parameters.Add(new SqliteParameter { ParameterName = "$id", Value = string.Empty });
        if (_isIndexed)
        {
            _command.Parameters.AddWithValue("$sync", syncId);
        }
    }

    public T? Find(string externalId)
    {
        if (_command is null)
        {
            return null;
        }

        object key = externalId;
        if (!_isIndexed)
        {
            _places ??= _source.Guard(ReadPlaces);
            if (!_places.TryGetValue(externalId, out var place))
            {
                return null;
            }

            key = place;
        }

        return _source.Guard(() => Read(key));
    }

    public void Dispose() => _command?.Dispose();

    private T? Read(object key)
    {
        _command!.Parameters[0].Value = key;
        using var reader = _command.ExecuteReader();
        return reader.Read() ? _source.Map(new Row(reader, _shape.Name, _path), _map) : null;
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
