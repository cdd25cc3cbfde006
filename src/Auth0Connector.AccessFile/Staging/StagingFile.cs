using Auth0Connector.AccessFile.Disk;
using Auth0Connector.AccessFile.Expansion;
using Auth0Connector.AccessFile.Failures;
using Auth0Connector.AccessFile.Reading;
using Auth0Connector.AccessFile.Schema;
using Auth0Connector.AccessFile.Sums;
using Microsoft.Data.Sqlite;

namespace Auth0Connector.AccessFile.Staging;

/// <summary>
/// The file of a sync that is still running: <c>&lt;target&gt;.partial</c>, a plain SQLite database beside the target,
/// with the to-do list inside. Commit many times, publish once; disposed without <see cref="Publish"/>, the target is
/// untouched and the next run goes on. One thread at a time.
/// </summary>
public sealed class StagingFile : IDisposable
{
    private const string EngineKey = "engine:";

    // Some megabytes, as a row comes to about a kilobyte.
    private const int RowsWorthSettling = 2000;

    private readonly SqliteConnection _connection;
    private readonly IReadOnlyDictionary<string, RowSum>? _sealed;
    private readonly TimeProvider _clock;
    private readonly IDisk _disk;
    private StagingRun _run;
    private StagingLoad? _load;
    private SyncRows _rows;
    private int _rowsSinceSettled;

    private StagingFile(string targetPath, OpenedStaging opened, TimeProvider clock, IDisk disk)
    {
        TargetPath = targetPath;
        Path = PartialOf(targetPath);
        _connection = opened.Connection;
        _run = opened.Run;
        _sealed = opened.Sealed;
        Resumed = opened.Resumed;
        StartedOver = opened.StartedOver;
        _clock = clock;
        _disk = disk;
        _rows = SyncRows.BySync(SyncId);
    }

    /// <summary>The access file that this run will leave.</summary>
    public string TargetPath { get; }

    /// <summary>The working file itself.</summary>
    public string Path { get; }

    /// <summary>Id of the run (KSUID).</summary>
    public string SyncId => _run.SyncId;

    /// <summary>When the run began.</summary>
    public DateTimeOffset StartedAt => _run.StartedAt;

    /// <summary>Whether this run was begun by a process that did not end it.</summary>
    public bool Resumed { get; }

    /// <summary>Why an earlier run does not go on; <see langword="null"/> where there was none or it does.</summary>
    public string? StartedOver { get; }

    /// <summary>What became of the former file's syncs; empty where that was settled before.</summary>
    public FormerSyncs Former { get; private set; } = FormerSyncs.None;

    /// <summary>What the engine said of a run that only lacks its place; <see langword="null"/> while there is something to read.</summary>
    public string? Outcome => _run.Outcome;

    /// <summary>Whether the run's end was dated after that of a former sync that lies in the future.</summary>
    public bool EndMoved { get; private set; }

    /// <summary>The working file of a target.</summary>
    public static string PartialOf(string targetPath) => targetPath + ".partial";

    /// <summary>Goes on with the run that was cut short, where it is the same and wanted, or begins one.</summary>
    /// <remarks>The caller holds the target's <see cref="TargetLock"/>.</remarks>
    /// <exception cref="AccessFileException">The directory takes no files, there is too little room, or the former file is damaged.</exception>
    public static StagingFile Open(
        string targetPath, StagingIdentity identity, StagingOptions options, TimeProvider clock, CancellationToken cancellationToken) =>
        Open(System.IO.Path.GetFullPath(targetPath), identity, options, clock, LocalDisk.Real, cancellationToken);

    internal static StagingFile Open(
        string targetPath, StagingIdentity identity, StagingOptions options, TimeProvider clock, IDisk disk, CancellationToken cancellationToken)
    {
        var opener = new StagingOpener(targetPath, identity, options, clock);
        try
        {
            return Open(opener, disk, cancellationToken);
        }
        catch (StagingUnusableException unusable) when (options.StartOver is null)
        {
            return Open(opener with { Options = options with { StartOver = unusable.Message } }, disk, cancellationToken);
        }
    }

    private static StagingFile Open(StagingOpener opener, IDisk disk, CancellationToken cancellationToken)
    {
        var targetPath = opener.TargetPath;
        var path = PartialOf(targetPath);
        return Guard(path, () =>
        {
            ExistingTarget.Check(targetPath, cancellationToken);
            File.Delete(AccessFilePublisher.TemporaryOf(targetPath));
            SpaceCheck.BeforeReading(targetPath, path, disk);
            var file = new StagingFile(targetPath, opener.Open(cancellationToken), opener.Clock, disk);
            try
            {
                if (file.Outcome is null)
                {
                    file.Former = SqliteInterrupt.Run(
                        file._connection,
                        () => new FormerSyncCarrier(file._connection, targetPath, opener.Options).Carry(cancellationToken),
                        cancellationToken);
                }

                file._rows = CarriedRows.Read(file._connection, file.SyncId);
                return file;
            }
            catch
            {
                file.Dispose();
                if (!file.Resumed)
                {
                    // Nothing was read into it yet.
                    StagingDatabase.Delete(path);
                }

                throw;
            }
        });
    }

    /// <summary>Commits pages: for each, its rows, its new tasks and the state of its task, all in one transaction.</summary>
    public void Commit(IReadOnlyList<StagedBatch> batches) => Guard(Path, () => _rowsSinceSettled += Load.Commit(batches, _clock.GetUtcNow()));

    /// <summary>Whether so much was committed to the log that it is worth moving into the database.</summary>
    public bool IsUnsettled => _rowsSinceSettled >= RowsWorthSettling;

    /// <summary>Moves what was committed from the log into the database, which otherwise waits for the end.</summary>
    public void Settle() => Guard(Path, () =>
    {
        StagingDatabase.Execute(_connection, "pragma wal_checkpoint(passive)");
        _rowsSinceSettled = 0;
        return 0;
    });

    /// <summary>The next tasks that are not done, after a number, in order.</summary>
    public IReadOnlyList<StagedTask> ReadPendingTasks(long afterNumber, int limit) =>
        Guard(Path, () => Load.Tasks.ReadPending(afterNumber, limit));

    /// <summary>The next tasks of one kind that are not done, after a number, in order.</summary>
    public IReadOnlyList<StagedTask> ReadPendingTasks(string kind, long afterNumber, int limit) =>
        Guard(Path, () => Load.Tasks.ReadPending(kind, afterNumber, limit));

    /// <summary>The first task of a kind that was read to its end; <see langword="null"/> where none was.</summary>
    public StagedTask? FindDoneTask(string kind) => Guard(Path, () => Load.Tasks.FindDone(kind));

    /// <summary>The messages of the run's own resources of a type, one after the other. Nothing else may be asked meanwhile.</summary>
    public IEnumerable<byte[]> ReadResources(string typeId) => ResourceRows.Read(_connection, _rows, typeId);

    /// <summary>What came of the tasks, by kind.</summary>
    public IReadOnlyList<CollectionOutcome> ReadOutcomes(CancellationToken cancellationToken) =>
        Step(() => CollectionOutcomes.Read(_connection), cancellationToken);

    /// <summary>Makes a task of a kind for every resource of a type that has no parent, unless it is known.</summary>
    public void AddTasksForResources(string kind, string typeId, bool withPayload, CancellationToken cancellationToken) => Step(
        () =>
        {
            Load.Tasks.AddForResources(kind, SyncId, typeId, withPayload, cancellationToken);
            return 0;
        },
        cancellationToken);

    /// <summary>How many tasks of a kind are known.</summary>
    public long CountTasks(string kind) => Guard(Path, () => Load.Tasks.Count(kind));

    /// <summary>Ends the load: builds the indexes, removes rows that were read twice.</summary>
    /// <exception cref="AccessFileException">Two different things have one id.</exception>
    public void BuildIndexes(CancellationToken cancellationToken) => Step(
        () =>
        {
            foreach (var table in AccessFileSchema.Tables)
            {
                StagingIndexes.Build(_connection, table.Name, cancellationToken);
            }

            Load.LookForIndexes();
            return 0;
        },
        cancellationToken);

    /// <summary>Principals of a type that hold grants but are no resource, after an id, in order. Needs the indexes.</summary>
    public IReadOnlyList<string> ReadUnknownPrincipals(string principalTypeId, string after, int limit, CancellationToken cancellationToken) =>
        Step(() => DanglingRows.ReadUnknownPrincipals(_connection, _rows, principalTypeId, after, limit), cancellationToken);

    /// <summary>Removes grants to somebody, or of something, that does not exist; returns how many. Needs the indexes.</summary>
    public long DropDanglingGrants(CancellationToken cancellationToken) =>
        Step(() => DanglingRows.DropGrants(_connection, _rows), cancellationToken);

    /// <summary>Removes resources of a type that hold no grant; returns how many. Needs the indexes.</summary>
    public long DropResourcesWithoutGrants(string typeId, CancellationToken cancellationToken) =>
        Step(() => DanglingRows.DropResourcesWithoutGrants(_connection, _rows, typeId), cancellationToken);

    /// <summary>Removes every resource of a type, what can be held of it, and all grants of or to it. Needs the indexes.</summary>
    public void DropResources(string typeId, CancellationToken cancellationToken) =>
        Do(() => LeftOutRows.DropResources(_connection, _rows, typeId), cancellationToken);

    /// <summary>Removes all grants of a type to principals of a type. Needs the indexes.</summary>
    public void DropGrants(string typeId, string principalTypeId, CancellationToken cancellationToken) =>
        Do(() => LeftOutRows.DropGrants(_connection, _rows, typeId, principalTypeId), cancellationToken);

    /// <summary>Removes the resources of a type that the tasks of a kind found gone. Needs the indexes.</summary>
    public void DropVanished(string kind, string typeId, CancellationToken cancellationToken) =>
        Do(() => LeftOutRows.DropVanished(_connection, _rows, kind, typeId), cancellationToken);

    /// <summary>What was found wrong with rows so far.</summary>
    public IReadOnlyList<StagingFinding> ReadFindings() => Guard(Path, () => StagingFindings.Read(_connection));

    /// <summary>Counts grants by what is granted and to whom.</summary>
    public IReadOnlyList<GrantCount> CountGrants(CancellationToken cancellationToken) =>
        Step(() => GrantCounts.Read(_connection, _rows), cancellationToken);

    /// <summary>An upper bound of the grants that an expansion would add; writes none. Needs the indexes.</summary>
    public long EstimateExpansion(ExpansionOptions options, CancellationToken cancellationToken) =>
        Step(() => StagingExpansion.Estimate(_connection, SyncId, options, cancellationToken), cancellationToken);

    /// <summary>Writes inherited grants out as rows of their own (format section 6). Needs the indexes.</summary>
    public ExpansionReport Expand(ExpansionOptions options, CancellationToken cancellationToken) =>
        Step(() => StagingExpansion.Run(_connection, SyncId, options, cancellationToken), cancellationToken);

    /// <summary>Puts an asset into the file; one with the same id is replaced.</summary>
    public void WriteAsset(string id, string contentType, byte[] data) => Guard(Path, () =>
    {
        StagingAssets.Write(_connection, SyncId, id, contentType, data, _clock.GetUtcNow());
        return 0;
    });

    /// <summary>Counts the rows as they stand. Needs the indexes.</summary>
    public SyncStatistics CountRows(CancellationToken cancellationToken) =>
        Step(() => StatisticsQuery.Compute(_connection, _rows, cancellationToken), cancellationToken);

    /// <summary>A text that the engine has kept in this run; <see langword="null"/> if it has not.</summary>
    public string? Recall(string key) => Guard(Path, () => StagingFacts.Read(_connection, EngineKey + key));

    /// <summary>Keeps a text for the engine, for this run and whoever goes on with it.</summary>
    public void Remember(string key, string text) => Guard(Path, () =>
    {
        StagingFacts.Write(_connection, null, EngineKey + key, text);
        return 0;
    });

    /// <summary>Ends the run: statistics, the run's own row. From here on it is only published, whatever happens.</summary>
    /// <param name="syncType">Type of the run, such as <c>full</c> (format section 3).</param>
    /// <param name="outcome">What the engine will want to say of the run, opaque here.</param>
    /// <param name="cancellationToken">Stops the counting; the run is then not ended.</param>
    public void End(string syncType, string outcome, CancellationToken cancellationToken)
    {
        var rows = CountRows(cancellationToken);
        Guard(Path, () =>
        {
            var ended = _run with { Outcome = outcome };
            EndMoved = StagingCompletion.End(_connection, ended, syncType, rows, _clock.GetUtcNow());
            _run = ended;
            return 0;
        });
    }

    /// <summary>Puts an ended run's file, without the working tables, in the target's place. The last thing that is done.</summary>
    /// <returns>Size of the new file in bytes.</returns>
    /// <exception cref="StagingUnusableException">Its rows are not those that were written.</exception>
    public long Publish(CancellationToken cancellationToken)
    {
        var sums = Step(
            () =>
            {
                SpaceCheck.BeforeFinish(TargetPath, Path, _disk);
                var kept = _sealed ?? StagingCompletion.Seal(_connection, Path, _run, _disk);
                StagingCompletion.DropWorkingTables(_connection);
                return kept;
            },
            cancellationToken);
        Dispose();
        return Guard(Path, () =>
        {
            SealedCheck.Demand(Path, sums, cancellationToken);
            return AccessFilePublisher.Publish(Path, TargetPath, _disk, cancellationToken);
        });
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _load?.Dispose();
        StagingDatabase.Close(_connection, Path);
    }

    private StagingLoad Load => _load ??= new StagingLoad(_connection, SyncId);

    private void Do(Action action, CancellationToken cancellationToken) => Step(
        () =>
        {
            action();
            return 0;
        },
        cancellationToken);

    private T Step<T>(Func<T> action, CancellationToken cancellationToken) =>
        Guard(Path, () => SqliteInterrupt.Run(_connection, action, cancellationToken));

    private static T Guard<T>(string path, Func<T> action)
    {
        try
        {
            return action();
        }
        catch (SqliteException failure) when (SqliteDamage.Is(failure))
        {
            throw new StagingUnusableException($"the working file is damaged: {failure.Message}", path, failure);
        }
        catch (SqliteException failure)
        {
            throw SqliteFailure.From(failure, path, "write");
        }
        catch (Exception failure) when (FileFailure.Is(failure))
        {
            throw FileFailure.From(failure, path, "write");
        }
    }
}
