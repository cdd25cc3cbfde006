using Microsoft.Data.Sqlite;

namespace Auth0Connector.AccessFile.Reading;

/// <summary>
/// The current row of a statement, read leniently: SQLite lets a foreign writer store any type in any column, and
/// NULL where the schema forbids it. Column 0 is the row id.
/// </summary>
internal readonly struct Row(SqliteDataReader reader, string table, string path)
{
    public long Id => reader.GetInt64(0);

    public RowPlace Place => new(path, table, Id);

    public string Text(int column) => TextOrNull(column) ?? "";

    public string? TextOrNull(int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    public bool Flag(int column) => !reader.IsDBNull(column) && reader.GetInt64(column) != 0;

    public byte[]? BytesOrNull(int column) => reader.IsDBNull(column) ? null : reader.GetFieldValue<byte[]>(column);

    public byte[] Bytes(int column) => BytesOrNull(column) ?? [];
}
