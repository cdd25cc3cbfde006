using Microsoft.Data.Sqlite;

namespace Auth0Connector.AccessFile.Staging;

/// <summary>The durable to-do list: which collections are known, how far each was read, what came of it.</summary>
internal sealed class StagingTaskList : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _add;
    private readonly SqliteCommand _advance;

    public StagingTaskList(SqliteConnection connection)
    {
        _connection = connection;
        _add = Prepare(
            "insert into staging_tasks (kind, subject, payload, cursor) values ($kind, $subject, $payload, $cursor) on conflict do nothing",
            "$kind",
            "$subject",
            "$payload",
            "$cursor");
        _advance = Prepare(
            """
            update staging_tasks set
                cursor = $cursor,
                state = $state,
                received = received + $received,
                unreadable = unreadable + $unreadable,
                lowest_total = case when $total is null then lowest_total else min(coalesce(lowest_total, $total), $total) end,
                highest_total = case when $total is null then highest_total else max(coalesce(highest_total, $total), $total) end,
                requests = requests + $requests,
                note = coalesce($note, note)
            where number = $number
            """,
            "$cursor",
            "$state",
            "$received",
            "$unreadable",
            "$total",
            "$requests",
            "$note",
            "$number");
    }

    public void Apply(StagedBatch batch, SqliteTransaction transaction)
    {
        foreach (var task in batch.Tasks)
        {
            Run(_add, transaction, task.Kind, task.Subject, task.Payload, task.Cursor);
        }

        if (batch.TaskNumber != 0)
        {
            Run(
                _advance,
                transaction,
                batch.NextCursor,
                (long)batch.State,
                batch.Received,
                batch.Unreadable,
                batch.StatedTotal,
                batch.Requests,
                batch.Note,
                batch.TaskNumber);
        }
    }

    public IReadOnlyList<StagedTask> ReadPending(long afterNumber, int limit)
    {
        using var command = _connection.CreateCommand();
        command.CommandText =
            "select number, kind, subject, payload, cursor from staging_tasks where state = 0 and number > $after order by number limit $limit";
        command.Parameters.AddWithValue("$after", afterNumber);
        command.Parameters.AddWithValue("$limit", limit);
        using var reader = command.ExecuteReader();
        var tasks = new List<StagedTask>();
        while (reader.Read())
        {
            tasks.Add(new StagedTask(reader.GetString(1), reader.GetString(2))
            {
                Number = reader.GetInt64(0),
                Payload = reader.GetFieldValue<byte[]>(3),
                Cursor = reader.IsDBNull(4) ? null : reader.GetString(4),
            });
        }

        return tasks;
    }

    /// <summary>Streams what came of every task, in the order in which they became known.</summary>
    public IEnumerable<TaskOutcome> ReadOutcomes()
    {
        using var command = _connection.CreateCommand();
        command.CommandText =
            "select kind, subject, state, received, unreadable, lowest_total, highest_total, requests, note from staging_tasks order by number";
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            yield return new TaskOutcome(
                reader.GetString(0),
                reader.GetString(1),
                (StagedTaskState)reader.GetInt32(2),
                reader.GetInt64(3),
                reader.GetInt64(4),
                reader.IsDBNull(5) ? null : reader.GetInt64(5),
                reader.IsDBNull(6) ? null : reader.GetInt64(6),
                reader.GetInt64(7),
                reader.IsDBNull(8) ? null : reader.GetString(8));
        }
    }

    public void Dispose()
    {
        _add.Dispose();
        _advance.Dispose();
    }

    private SqliteCommand Prepare(string sql, params string[] parameters)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        foreach (var parameter in parameters)
        {
            command.Parameters.Add(new SqliteParameter { ParameterName = parameter });
        }

        return command;
    }

    private static void Run(SqliteCommand command, SqliteTransaction transaction, params ReadOnlySpan<object?> values)
    {
        command.Transaction = transaction;
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        }

        command.ExecuteNonQuery();
    }
}
