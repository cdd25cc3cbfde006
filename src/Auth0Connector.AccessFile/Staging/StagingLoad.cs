using Auth0Connector.AccessFile.Sums;
using Microsoft.Data.Sqlite;

namespace Auth0Connector.AccessFile.Staging;

/// <summary>Commits pages: rows, tasks and the sums of both in one transaction.</summary>
internal sealed class StagingLoad : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly StagingInserter _inserter;
    private readonly RowSums _sums;

    public StagingLoad(SqliteConnection connection, string syncId)
    {
        _connection = connection;
        _sums = new RowSums(connection);
        Tasks = new StagingTaskList(connection);
        _inserter = new StagingInserter(connection, syncId);
    }

    public StagingTaskList Tasks { get; }

    /// <summary>Commits the batches and returns how many large rows they brought.</summary>
    public int Commit(IReadOnlyList<StagedBatch> batches, DateTimeOffset now)
    {
        using var transaction = _connection.BeginTransaction();
        var rows = 0;
        foreach (var batch in batches)
        {
            _inserter.Insert(batch, now);
            Tasks.Apply(batch, transaction);
            rows += batch.Resources.Count + batch.Grants.Count;
        }

        _inserter.Write(_sums);
        Tasks.Write(_sums);
        transaction.Commit();
        return rows;
    }

    /// <summary>Once a table's unique index stands, a row read again takes the former's place.</summary>
    public void LookForIndexes() => _inserter.LookForIndexes();

    public void Dispose()
    {
        Tasks.Dispose();
        _inserter.Dispose();
        _sums.Dispose();
    }
}
