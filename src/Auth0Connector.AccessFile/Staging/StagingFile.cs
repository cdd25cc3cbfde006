using Auth0Connector.AccessFile.Container;
using Auth0Connector.AccessFile.Expansion;
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
            _inserter.Insert(batch, now);
            _tasks.Apply(batch, transaction);
        }

        transaction.Commit();
        return 0;
    });

    /// <summary>The next tasks that are not done, after a number, in order.</summary>
    public IReadOnlyList<StagedTask> ReadPendingTasks(long afterNumber, int limit) =>
        Guard(Path, () => _tasks.ReadPending(afterNumber, limit));

    /// <summary>The next tasks of one kind that are not done, after a number, in order.</summary>
    public IReadOnlyList<StagedTask> ReadPendingTasks(string kind, long afterNumber, int limit) =>
        Guard(Path, () => _tasks.ReadPending(kind, afterNumber, limit));

    /// <summary>What came of the tasks, by kind.</summary>
    public IReadOnlyList<CollectionOutcome> ReadOutcomes() => Guard(Path, () => CollectionOutcomes.Read(_connection));

    /// <summary>Makes a task of a kind for every resource of a type that has no parent, unless it is known.</summary>
    public void AddTasksForResources(string kind, string typeId, bool withPayload) => Guard(Path, () =>
    {
        _tasks.AddForResources(kind, typeId, withPayload);
        return 0;
    });

    /// <summary>How many tasks of a kind are known.</summary>
    public long CountTasks(string kind) => Guard(Path, () => _tasks.Count(kind));

    /// <summary>Ends the load: builds the indexes, removes rows that were read twice.</summary>
    /// <exception cref="AccessFileException">Two different things have one id.</exception>
    public void BuildIndexes(CancellationToken cancellationToken) => Guard(Path, () =>
    {
        foreach (var table in AccessFileSchema.Tables)
        {
            StagingIndexes.Build(_connection, table.Name, cancellationToken);
        }

        return 0;
    });

    /// <summary>Principals of a type that hold grants but are no resource, after an id, in order. Needs the indexes.</summary>
    public IReadOnlyList<string> ReadUnknownPrincipals(string principalTypeId, string after, int limit) =>
        Guard(Path, () => DanglingRows.ReadUnknownPrincipals(_connection, SyncId, principalTypeId, after, limit));

    /// <summary>Removes grants to somebody, or of something, that does not exist; returns how many. Needs the indexes.</summary>
    public long DropDanglingGrants() => Guard(Path, () => DanglingRows.DropGrants(_connection, SyncId));

    /// <summary>Removes resources of a type that hold no grant; returns how many. Needs the indexes.</summary>
    public long DropResourcesWithoutGrants(string typeId) =>
        Guard(Path, () => DanglingRows.DropResourcesWithoutGrants(_connection, SyncId, typeId));

    /// <summary>What was found wrong with rows so far.</summary>
    public IReadOnlyList<StagingFinding> ReadFindings() => Guard(Path, () => StagingFindings.Read(_connection));

    /// <summary>Counts grants by what is granted and to whom.</summary>
    public IReadOnlyList<GrantCount> CountGrants() => Guard(Path, () => GrantCounts.Read(_connection, SyncId));

    /// <summary>An upper bound of the grants that an expansion would add; writes none. Needs the indexes.</summary>
    public long EstimateExpansion(ExpansionOptions options, CancellationToken cancellationToken) =>
        GrantExpander.EstimateNewGrants(_connection, SyncId, options, cancellationToken);

    /// <summary>Writes inherited grants out as rows of their own (format section 6). Needs the indexes.</summary>
    public ExpansionReport Expand(ExpansionOptions options, CancellationToken cancellationToken) =>
        GrantExpander.Expand(_connection, SyncId, options, cancellationToken);

    /// <summary>Puts an asset into the file; one with the same id is replaced.</summary>
    public void WriteAsset(string id, string contentType, byte[] data) => Guard(Path, () =>
    {
        StagingAssets.Write(_connection, SyncId, id, contentType, data, _clock.GetUtcNow());
        return 0;
    });

    /// <summary>Counts the rows as they stand. Needs the indexes.</summary>
    public SyncStatistics CountRows() => Guard(Path, () => StatisticsQuery.Compute(_connection, syncId: null, CancellationToken.None));

    /// <summary>
    /// Ends the run: statistics, the run's own row, no working tables; then the target is replaced by the whole new file.
    /// </summary>
    /// <param name="syncType">Type of the run, such as <c>full</c> (format section 3).</param>
    /// <param name="cancellationToken">Stops before the target is replaced.</param>
    /// <returns>Size of the new file in bytes.</returns>
    public long Complete(string syncType, CancellationToken cancellationToken)
    {
        Guard(Path, () =>
        {
            StagingCompletion.Finish(_connection, this, syncType, StatisticsQuery.Compute(_connection, syncId: null, CancellationToken.None), _clock.GetUtcNow());
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
