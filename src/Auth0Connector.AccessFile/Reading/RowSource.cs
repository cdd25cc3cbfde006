using Auth0Connector.AccessFile.Failures;
using Auth0Connector.AccessFile.Schema;
using Microsoft.Data.Sqlite;

namespace Auth0Connector.AccessFile.Reading;

/// <summary>Streams rows of one table in the order of their ids, which is the order readers print.</summary>
internal sealed class RowSource(SqliteConnection connection, string path)
{
    public TableShape Shape(string table) => Guard(() => TableShape.Read(connection, table));

    /// <summary>
    /// Rows with the given columns from column 1 on, where all conditions hold. A missing table is empty.
    /// </summary>
    public IEnumerable<T> Stream<T>(
        TableShape shape,
        IReadOnlyList<string> columns,
        IReadOnlyList<RowCondition> conditions,
        Func<Row, T> map,
        CancellationToken cancellationToken)
    {
        if (!shape.IsPresent || conditions.Any(condition => !shape.Has(condition.Column)))
        {
            yield break;
        }

        using var command = Query($"select rowid, {TableColumns.Select(shape, columns)} from {shape.Name}", conditions);
        command.CommandText += " order by rowid";
        using var reader = Guard(command.ExecuteReader);
        var row = new Row(reader, shape.Name, path);
        var lastId = long.MinValue;
        while (Guard(reader.Read))
        {
            cancellationToken.ThrowIfCancellationRequested();

            // Ids that do not grow come from pages that refer to each other, and would never end.
            var id = Guard(() => row.Id);
            if (id <= lastId && lastId != long.MinValue)
            {
                throw row.Place.Corrupt();
            }

            lastId = id;
            yield return Map(row, map);
        }
    }

    /// <summary>The different values of some columns where all conditions hold, in the order of an index if there is one.</summary>
    public IEnumerable<T> StreamDistinct<T>(
        TableShape shape,
        IReadOnlyList<string> columns,
        IReadOnlyList<RowCondition> conditions,
        Func<Row, T> map,
        CancellationToken cancellationToken)
    {
        if (!shape.IsPresent || conditions.Any(condition => !shape.Has(condition.Column)))
        {
            yield break;
        }

        var values = string.Join(", ", columns);
        using var command = Query($"select 0, {values} from {shape.Name}", conditions);
        command.CommandText += $" group by {values}";
        using var reader = Guard(command.ExecuteReader);
        while (Guard(reader.Read))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return Map(new Row(reader, shape.Name, path), map);
        }
    }

    /// <summary>Runs a piece of work on the database and says its failures in our own terms.</summary>
    public T Guard<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (SqliteException exception)
        {
            throw SqliteFailure.From(exception, path, "read");
        }
    }

    public T Map<T>(Row row, Func<Row, T> map)
    {
        try
        {
            return map(row);
        }
        catch (SqliteException exception)
        {
            throw SqliteFailure.From(exception, path, "read");
        }
        catch (Exception exception) when (exception is InvalidCastException or InvalidOperationException or OverflowException)
        {
            // A value that SQLite itself could not fetch, such as an overflow page that is not there.
            throw row.Place.Corrupt(exception);
        }
    }

    private SqliteCommand Query(string select, IReadOnlyList<RowCondition> conditions)
    {
        var command = connection.CreateCommand();
        command.CommandText = select;
        for (var i = 0; i < conditions.Count; i++)
        {
            command.CommandText += i == 0 ? " where " : " and ";
            if (conditions[i].Value is { } value)
            {
                command.CommandText += $"{conditions[i].Expression} = $p{i}";
                command.Parameters.AddWithValue($"$p{i}", value);
            }
            else
            {
                command.CommandText += $"{conditions[i].Column} is not null";
            }
        }

        return command;
    }
}
