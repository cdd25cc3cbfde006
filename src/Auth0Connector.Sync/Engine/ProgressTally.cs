using Auth0Connector.AccessFile.Reading;
using Auth0Connector.AccessFile.Staging;
using Auth0Connector.Sync.Reporting;

namespace Auth0Connector.Sync.Engine;

/// <summary>Counts what was committed, by resource type. Used by the writer's task alone, and after it has ended.</summary>
internal sealed class ProgressTally(
    SyncerSet syncers,
    ISyncReporter reporter,
    TimeProvider clock)
{
    private readonly Dictionary<long, string> _kindOfTask = [];
    private readonly Dictionary<string, TypeTally> _types = new(StringComparer.Ordinal);
    private readonly long _started = clock.GetTimestamp();

    /// <summary>Takes up what was read before this process.</summary>
    public void Restore(IReadOnlyList<CollectionOutcome> outcomes, SyncStatistics rows)
    {
        foreach (var tasks in outcomes.GroupBy(outcome => syncers[outcome.Kind].Info.ResourceType, StringComparer.Ordinal))
        {
            Of(tasks.Key).Restore([.. tasks], rows.ResourcesOf(tasks.Key), rows.GrantsOf(tasks.Key));
            reporter.Progressed(Of(tasks.Key).ToProgress(tasks.Key));
        }
    }

    /// <summary>Remembers what the tasks are that are about to be read.</summary>
    public IReadOnlyList<StagedTask> Known(IReadOnlyList<StagedTask> tasks)
    {
        foreach (var task in tasks)
        {
            _kindOfTask[task.Number] = task.Kind;
        }

        return tasks;
    }

    public void Committed(IReadOnlyList<StagedBatch> batches)
    {
        var touched = new HashSet<string>(StringComparer.Ordinal);
        foreach (var batch in batches)
        {
            foreach (var task in batch.Tasks)
            {
                var child = syncers[task.Kind].Info.ResourceType;
                Of(child).Collections++;
                touched.Add(child);
            }

            if (_kindOfTask.TryGetValue(batch.TaskNumber, out var kind))
            {
                var type = syncers[kind].Info.ResourceType;
                Of(type).Add(batch, clock.GetElapsedTime(_started));
                touched.Add(type);
                if (batch.State != StagedTaskState.Pending)
                {
                    _kindOfTask.Remove(batch.TaskNumber);
                }
            }
        }

        foreach (var type in touched)
        {
            reporter.Progressed(Of(type).ToProgress(type));
        }
    }

    public TimeSpan Elapsed(string type) => _types.TryGetValue(type, out var counts) ? counts.Last : TimeSpan.Zero;

    private TypeTally Of(string type)
    {
        if (!_types.TryGetValue(type, out var counts))
        {
            _types[type] = counts = new TypeTally();
        }

        return counts;
    }

    private sealed class TypeTally
    {
        private long _resources;
        private long? _expected;
        private long _grants;
        private int _done;
        private long _requests;

        public int Collections { get; set; }

        public TimeSpan Last { get; private set; }

        public void Add(StagedBatch batch, TimeSpan now)
        {
            _resources += batch.Resources.Count;
            _grants += batch.Grants.Count;
            _requests += batch.Requests;
            _expected = batch.Resources.Count > 0 ? batch.StatedTotal ?? _expected : _expected;
            _done += batch.State == StagedTaskState.Pending ? 0 : 1;
            Last = now;
        }

        public void Restore(IReadOnlyList<CollectionOutcome> outcomes, long resources, long grants)
        {
            _resources = resources;
            _grants = grants;
            _requests = outcomes.Sum(static outcome => outcome.Requests);
            Collections = (int)outcomes.Sum(static outcome => outcome.Lists);
            _done = Collections - (int)outcomes.Sum(static outcome => outcome.Pending);
        }

        public SyncProgress ToProgress(string type) =>
            new(type, _resources, _expected, _grants, _done, Collections, _requests);
    }
}
