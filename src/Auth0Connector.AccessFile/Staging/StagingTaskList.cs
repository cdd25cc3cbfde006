using Auth0Connector.AccessFile.Schema;
using Auth0Connector.AccessFile.Sums;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Auth0Connector.AccessFile.Staging;

/// <summary>The durable to-do list: which collections are known, how far each was read, what came of it.</summary>
internal sealed class StagingTaskList : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _add;
    private readonly SqliteCommand _advance;
    private readonly RowChanges _changes;

    public StagingTaskList(SqliteConnection connection)
    {
        _connection = connection;
        _changes = new RowChanges(connection, StagingTables.Tasks, "number");
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
                evidence = coalesce($evidence, evidence),
                note = coalesce($note, note)
            where number = $number
            """,
            "$cursor",
            "$state",
            "$received",
            "$unreadable",
            "$total",
            "$requests",
            "$evidence",
            "$note",
            "$number");
    }

    public void Apply(StagedBatch batch, SqliteTransaction transaction)
    {
        foreach (var task in batch.Tasks)
        {
            if (Run(_add, transaction, task.Kind, task.Subject, task.Payload, task.Cursor) > 0)
            {
                _changes.After(raw.sqlite3_last_insert_rowid(_connection.Handle));
            }
        }

        if (batch.TaskNumber != 0)
        {
            _changes.Before(batch.TaskNumber);
            Run(
                _advance,
                transaction,
                batch.NextCursor,
                (long)batch.State,
                batch.Received,
                batch.Unreadable,
                batch.StatedTotal,
                batch.Requests,
                batch.Evidence,
                batch.Note,
                batch.TaskNumber);
            _changes.After(batch.TaskNumber);
        }
    }

    /// <summary>Puts what changed into the sums, within the same transaction.</summary>
    public void Write(RowSums sums) => _changes.Write(sums);

    public IReadOnlyList<StagedTask> ReadPending(long afterNumber, int limit)
    {
        using var command = _connection.CreateCommand();
        command.CommandText =
            "select number, kind, subject, payload, cursor from staging_tasks where state = 0 and number > $after order by number limit $limit";
        return Read(command, afterNumber, limit);
    }

    /// <summary>The next tasks of one kind that are not done, after a number, in order.</summary>
    public IReadOnlyList<StagedTask> ReadPending(string kind, long afterNumber, int limit)
    {
        using var command = _connection.CreateCommand();
        command.CommandText =
            """
            select number, kind, subject, payload, cursor from staging_tasks
            where state = 0 and kind = $kind and number > $after order by number limit $limit
            """;
        command.Parameters.AddWithValue("$kind", kind);
        return Read(command, afterNumber, limit);
    }

    /// <summary>
    /// Makes a task for every resource of a type that has no parent, with the resource itself as payload where asked for;
    /// tasks that are known already are left as they are.
    /// </summary>
    public void AddForResources(string kind, string syncId, string typeId, bool withPayload, CancellationToken cancellationToken)
    {
        using var transaction = _connection.BeginTransaction();
        var last = Last();
        using var command = _connection.CreateCommand();
        command.CommandText =
            """
            insert into staging_tasks (kind, subject, payload)
            select $kind, substr(external_id, length($type) + 2), case when $with then data else x'' end
            from v1_resources where resource_type_id = $type and sync_id = $sync and parent_resource_type_id is null
            on conflict do nothing
            """;
        command.Parameters.AddWithValue("$kind", kind);
        command.Parameters.AddWithValue("$type", typeId);
        command.Parameters.AddWithValue("$sync", syncId);
        command.Parameters.AddWithValue("$with", withPayload ? 1L : 0L);
        command.ExecuteNonQuery();
        using var sums = new RowSums(_connection);
        sums.Add(StagingTables.Tasks, TableSum.After(_connection, "select * from staging_tasks where number > $after", last, cancellationToken));
        transaction.Commit();
    }

    /// <summary>The first task of a kind that was read to its end; <see langword="null"/> where none was.</summary>
    public StagedTask? FindDone(string kind)
    {
        using var command = _connection.CreateCommand();
        command.CommandText =
            """
            select number, kind, subject, payload, cursor from staging_tasks
            where state = 1 and kind = $kind and number > $after order by number limit $limit
            """;
        command.Parameters.AddWithValue("$kind", kind);
        return Read(command, 0, 1) is [var task] ? task : null;
    }

    /// <summary>How many tasks of a kind are known.</summary>
    public long Count(string kind)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = "select count(*) from staging_tasks where kind = $kind";
        command.Parameters.AddWithValue("$kind", kind);
        return (long)command.ExecuteScalar()!;
    }

    public void Dispose()
    {
        _add.Dispose();
        _advance.Dispose();
        _changes.Dispose();
    }

    private static List<StagedTask> Read(SqliteCommand command, long afterNumber, int limit)
    {
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

    private long Last()
    {
        using var last = new RawStatement(_connection, "select max(number) from staging_tasks");
        last.Step();
        var number = last.Number(0);
        last.Reset();
        return number;
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

    private static int Run(SqliteCommand command, SqliteTransaction transaction, params ReadOnlySpan<object?> values)
    {
        command.Transaction = transaction;
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        }

        return command.ExecuteNonQuery();
    }
}
