using System.Buffers;
using Auth0Connector.AccessFile.Reading;
using Auth0Connector.AccessFile.Schema;
using Microsoft.Data.Sqlite;

namespace Auth0Connector.AccessFile.Comparison;

/// <summary>A table of one of the two syncs, as the statements of a comparison name it.</summary>
internal sealed class ComparedTable(AccessFileReader reader, SyncRun sync, string schema, string alias, string table, IReadOnlyList<string> columns)
{
    private readonly TableShape _shape = reader.Source.Shape(table);

    /// <summary>Whether the file has it at all; otherwise it has no rows.</summary>
    public bool IsPresent => _shape.IsPresent;

    /// <summary>The table, or null where the file has none.</summary>
    public string? Name => IsPresent ? $"{schema}.{table}" : null;

    /// <summary>What it is called in the statement.</summary>
    public string Alias => alias;

    /// <summary>The row id and the columns.</summary>
    public string Columns => $"{alias}.rowid, {TableColumns.Select(_shape, columns, alias + ".")}";

    /// <summary>The condition that a row is of the sync.</summary>
    public string InSync => $"{alias}.sync_id = ${alias}";

    /// <summary>What the condition needs.</summary>
    public SqliteParameter Parameter => new($"${alias}", sync.SyncId);

    /// <summary>The columns by which a row differs from one with the same id.</summary>
    public IEnumerable<string> Content => columns.Where(column => TableColumns.KindOf(column) == ColumnContent.Bytes && _shape.Has(column));

    /// <summary>The row as it was set aside.</summary>
    public T Map<T>(StoredRow row, Func<Row, SyncRun, T> map) => map(new Row(row, table, reader.Path), sync);

    /// <summary>A row of the statement whose id stands in column <paramref name="first"/>; damage is told of with this file's name.</summary>
    public void Take(SqliteDataReader statement, int first, IBufferWriter<byte> target) =>
        reader.Source.Map(
            new Row(statement, table, reader.Path, first),
            row =>
            {
                StoredRow.Write(target, row, columns);
                return true;
            });
}
