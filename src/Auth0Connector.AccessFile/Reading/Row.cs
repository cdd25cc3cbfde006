using Microsoft.Data.Sqlite;

namespace Auth0Connector.AccessFile.Reading;

/// <summary>
/// The current row of a statement, or one that was set aside, read leniently: SQLite lets a foreign writer store any type in
/// any column, and NULL where the schema forbids it. Column 0 is the row id.
/// </summary>
internal readonly struct Row
{
    private readonly SqliteDataReader? _reader;
    private readonly StoredRow? _stored;
    private readonly string _table;
    private readonly string _path;
    private readonly int _first;

    /// <summary>A row whose id stands in column <paramref name="first"/> of the statement.</summary>
    public Row(SqliteDataReader reader, string table, string path, int first = 0)
    {
        _reader = reader;
        _table = table;
        _path = path;
        _first = first;
    }

    public Row(StoredRow stored, string table, string path)
    {
        _stored = stored;
        _table = table;
        _path = path;
    }

    public long Id => _stored?.Id ?? _reader!.GetInt64(_first);

    public RowPlace Place => new(_path, _table, Id);

    public string Text(int column) => TextOrNull(column) ?? "";

    public string? TextOrNull(int column) =>
        _stored is not null ? _stored.Text(column) : _reader!.IsDBNull(_first + column) ? null : _reader.GetString(_first + column);

    public bool Flag(int column) =>
        _stored?.Flag(column) ?? (!_reader!.IsDBNull(_first + column) && _reader.GetInt64(_first + column) != 0);

    public byte[]? BytesOrNull(int column) =>
        _stored is not null ? _stored.Bytes(column) : _reader!.IsDBNull(_first + column) ? null : _reader.GetFieldValue<byte[]>(_first + column);

    public byte[] Bytes(int column) => BytesOrNull(column) ?? [];
}
