using Auth0Connector.AccessFile.Schema;
using Microsoft.Data.Sqlite;

namespace Auth0Connector.AccessFile.Reading;

/// <summary>Fetches rows of one table by their row ids, through one prepared statement.</summary>
internal sealed class RowFetcher<T> : IDisposable
    where T : class
{
    private readonly RowSource _source;
    private readonly string _path;
    private readonly string _table;
    private readonly Func<Row, T> _map;
    private readonly SqliteCommand _command;

    public RowFetcher(SqliteConnection connection, RowSource source, string path, TableShape shape, IReadOnlyList<string> columns, Func<Row, T> map)
    {
        _source = source;
        _path = path;
        _table = shape.Name;
        _map = map;
        _command = connection.CreateCommand();
        _command.CommandText = $"select rowid, {TableColumns.Select(shape, columns)} from {_table} where rowid = $id";
        _command.Parameters.Add(new SqliteParameter { ParameterName = "$id", Value = 0L });
    }

    public T? Fetch(long rowId) => _source.Guard(() =>
    {
        _command.Parameters[0].Value = rowId;
        using var reader = _command.ExecuteReader();
        return reader.Read() ? _source.Map(new Row(reader, _table, _path), _map) : null;
    });

    public void Dispose() => _command.Dispose();
}
