using Auth0Connector.AccessFile.Schema;
using Microsoft.Data.Sqlite;

namespace Auth0Connector.AccessFile.Reading;

/// <summary>Fetches single rows of one table by <c>$id</c>, through one prepared statement.</summary>
internal sealed class RowFetcher<T> : IDisposable
    where T : class
{
    private readonly RowSource _source;
    private readonly string _path;
    private readonly string _table;
    private readonly Func<Row, T> _map;
    private readonly SqliteCommand _command;

    public RowFetcher(
        SqliteConnection connection, RowSource source, string path, TableShape shape, IReadOnlyList<string> columns, string condition, Func<Row, T> map)
    {
        _source = source;
        _path = path;
        _table = shape.Name;
        _map = map;
        _command = connection.CreateCommand();
        _command.CommandText = $"select rowid, {TableColumns.Select(shape, columns)} from {_table} where {condition}";
        _command.Parameters.Add(new SqliteParameter { ParameterName = "$id", Value = 0L });
    }

    public void Add(string parameter, string value) => _command.Parameters.AddWithValue(parameter, value);

    public T? Fetch(object id) => _source.Guard(() =>
    {
        _command.Parameters[0].Value = id;
        using var reader = _command.ExecuteReader();
        return reader.Read() ? _source.Map(new Row(reader, _table, _path), _map) : null;
    });

    public void Dispose() => _command.Dispose();
}
