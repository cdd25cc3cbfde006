using System.Buffers;
using Auth0Connector.AccessFile.Failures;
using Auth0Connector.AccessFile.Reading;
using Microsoft.Data.Sqlite;

namespace Auth0Connector.AccessFile.Comparison;

/// <summary>
/// What a statement of a comparison finds, whole and sorted: one row of each of the sides that are shown, by the columns of
/// the first one's and then as the rows lie in their files.
/// </summary>
internal sealed class DifferingRows(AccessFileReader reader, IReadOnlyList<ComparedTable> sides, IReadOnlyList<int> order) : IDisposable
{
    private readonly RecordSorter _sorter = new(reader.TemporaryFolder);

    /// <summary>Runs the statement to its end.</summary>
    public void Find(string sql, IEnumerable<SqliteParameter> parameters, CancellationToken cancellationToken) => reader.Source.Guard(() => SqliteInterrupt.Run(
        reader.Connection,
        () =>
        {
            using var command = reader.Connection.CreateCommand();
            command.CommandText = sql;
            command.Parameters.AddRange(parameters);
            Collect(command, cancellationToken);
            return true;
        },
        cancellationToken));

    /// <summary>The rows, each side with so many columns.</summary>
    public IEnumerable<StoredRow[]> Read(int columns)
    {
        foreach (var record in _sorter.Read())
        {
            var rest = record;
            var rows = new StoredRow[sides.Count];
            for (var side = 0; side < rows.Length; side++)
            {
                rows[side] = StoredRow.Read(rest, columns, out var end);
                rest = rest[end..];
            }

            yield return rows;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _sorter.Dispose();

    private void Collect(SqliteCommand command, CancellationToken cancellationToken)
    {
        var key = new ArrayBufferWriter<byte>();
        var content = new ArrayBufferWriter<byte>();
        using var statement = command.ExecuteReader();
        var width = statement.FieldCount / sides.Count;
        while (statement.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            key.ResetWrittenCount();
            content.ResetWrittenCount();
            foreach (var column in order)
            {
                RecordKey.Add(key, statement, column);
            }

            for (var side = 0; side < sides.Count; side++)
            {
                RecordKey.Add(key, statement.GetInt64(side * width));
                sides[side].Take(statement, side * width, content);
            }

            _sorter.Add(key.WrittenSpan, content.WrittenSpan);
        }
    }
}
