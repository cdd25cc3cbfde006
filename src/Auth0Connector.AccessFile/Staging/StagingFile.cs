using Auth0Connector.AccessFile.Container;
using Auth0Connector.AccessFile.Format;
using Auth0Connector.AccessFile.Schema;
using Microsoft.Data.Sqlite;

namespace Auth0Connector.AccessFile.Staging;

/// <summary>
/// The file of a sync that is still running: <c>&lt;target&gt;.partial</c>, a plain SQLite database beside the target,
/// with the to-do list inside. Commit many times, complete once; disposed without <see cref="Complete"/>, the target is
/// untouched. One thread at a time.
/// </summary>
public sealed class StagingFile : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly StagingFacts _facts;
    private readonly StagingTaskList _tasks;
    private readonly StagingInserter _inserter;
    private readonly TimeProvider _clock;

    private StagingFile(string targetPath, string path, SqliteConnection connection, StagingFacts facts, TimeProvider clock)
    {
        TargetPath = targetPath;
        Path = path;
        _connection = connection;
        _facts = facts;
        _clock = clock;
        SyncId = facts.SyncId;
        StartedAt = facts.StartedAt;
        _tasks = new StagingTaskList(connection);
        _inserter = new StagingInserter(connection, SyncId);
    }

    /// <summary>The access file that this run will leave.</summary>
    public string TargetPath { get; }

    /// <summary>The working file itself.</summary>
    public string Path { get; }

    /// <summary>Id of the run (KSUID).</summary>
    public string SyncId { get; }

    /// <summary>When the run began.</summary>
    public DateTimeOffset StartedAt { get; }

    /// <summary>Starts a run from nothing; what an earlier one left half done is removed.</summary>
    /// <exception cref="AccessFileException">The directory does not take files.</exception>
    public static StagingFile Create(string targetPath, StagingIdentity identity, TimeProvider clock)
    {
        var path = targetPath + ".partial";
        return Guard(path, () =>
        {
            ExistingTarget.Check(targetPath);
            var connection = StagingDatabase.Create(path);
            try
            {
                var facts = new StagingFacts(connection);
                facts.Begin(identity, Ksuid.New(clock).ToString(), clock.GetUtcNow());
                return new StagingFile(targetPath, path, connection, facts, clock);
            }
            catch
            {
                connection.Dispose();
                throw;
            }
        });
    }

    /// <summary>Commits pages: for each, its rows, its new tasks and the state of its task, all in one transaction.</summary>
    public void Commit(IReadOnlyList<StagedBatch> batches) => Guard(Path, () =>
    {
        using var transaction = _connection.BeginTransaction();
        var now = _clock.GetUtcNow();
        foreach (var batch in batches)
        {
            _inserter.Insert(batch, transaction, now);
            _tasks.Apply(batch, transaction);
        }

        transaction.Commit();
        return 0;
    });

    /// <summary>The next tasks that are not done, after a number, in order.</summary>
    public IReadOnlyList<StagedTask> ReadPendingTasks(long afterNumber, int limit) =>
        Guard(Path, () => _tasks.ReadPending(afterNumber, limit));

    /// <summary>What came of every task.</summary>
    public IReadOnlyList<TaskOutcome> ReadOutcomes() => Guard(Path, () => _tasks.ReadOutcomes().ToList());

    /// <summary>Ends the load: builds the indexes, removes rows that were read twice.</summary>
    /// <returns>How many rows stood twice, by table.</returns>
    /// <exception cref="AccessFileException">Two different things have one id.</exception>
    public IReadOnlyDictionary<string, long> BuildIndexes(CancellationToken cancellationToken) => Guard(Path, () =>
        AccessFileSchema.Tables.ToDictionary(
            static table => table.Name,
            table => StagingIndexes.Build(_connection, table.Name, cancellationToken),
            StringComparer.Ordinal));

    /// <summary>Principals of a type that hold grants but are no resource, after an id, in order. Needs the indexes.</summary>
    public IReadOnlyList<string> ReadUnknownPrincipals(string principalTypeId, string after, int limit) =>
        Guard(Path, () => PrincipalQueries.ReadUnknown(_connection, SyncId, principalTypeId, after, limit));

    /// <summary>Removes grants to somebody who is no resource; returns how many, by the entitlement's id. Needs the indexes.</summary>
    public IReadOnlyDictionary<string, long> DropDanglingGrants() =>
        Guard(Path, () => PrincipalQueries.DropDangling(_connection, SyncId));

    /// <summary>Counts the rows as they stand. Needs the indexes.</summary>
    public SyncStatistics CountRows() => Guard(Path, () => StatisticsQuery.Count(_connection, SyncId));

    /// <summary>
    /// Ends the run: statistics, the run's own row, no working tables; then the target is replaced by the whole new file.
    /// </summary>
    /// <returns>Size of the new file in bytes.</returns>
    public long Complete(CancellationToken cancellationToken)
    {
        Guard(Path, () =>
        {
            StagingCompletion.Finish(_connection, this, StatisticsQuery.Count(_connection, SyncId), _clock.GetUtcNow());
            return 0;
        });
        Dispose();
        return AccessFilePublisher.Publish(Path, TargetPath, cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _tasks.Dispose();
        _inserter.Dispose();
        _connection.Dispose();
    }

    private static T Guard<T>(string path, Func<T> action)
    {
        try
        {
            return action();
        }
        catch (SqliteException failure)
        {
            throw SqliteFailure.From(failure, path, "write");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw FileFailure.From(failure, path, "write");
        }
    }
}
