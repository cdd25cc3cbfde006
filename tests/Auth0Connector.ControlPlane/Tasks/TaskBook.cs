using Auth0Connector.ControlPlane.Calls;

namespace Auth0Connector.ControlPlane.Tasks;

/// <summary>The tasks: which wait, which are out, which are finished.</summary>
internal sealed class TaskBook(CallLog calls, Pulse pulse)
{
    // What is in the buffers of a line when it is cut was sent shortly before.
    private static readonly TimeSpan InFlight = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, BookedTask> _tasks = new(StringComparer.Ordinal);
    private readonly List<BookedTask> _queue = [];

    public void Enqueue(IEnumerable<TaskScript> scripts)
    {
        lock (_lock)
        {
            foreach (var script in scripts)
            {
                var task = new BookedTask(script);
                _tasks.Add(script.Id, task);
                _queue.Add(task);
            }
        }
    }

    /// <summary>Runs with the task under the lock; nothing where the task was never handed out.</summary>
    public bool With(string id, Action<BookedTask> act)
    {
        lock (_lock)
        {
            if (!_tasks.TryGetValue(id, out var task) || task.HandOuts == 0)
            {
                return false;
            }

            act(task);
        }

        pulse.Beat();
        return true;
    }

    /// <summary>Reads something of a task.</summary>
    /// <exception cref="ArgumentException">There is no such task.</exception>
    public T Look<T>(string id, Func<BookedTask, T> read)
    {
        lock (_lock)
        {
            return read(_tasks.TryGetValue(id, out var task) ? task : throw new ArgumentException($"No task '{id}' was ever put in.", nameof(id)));
        }
    }

    /// <summary>Takes what waits, in order, but for what the asker says it has.</summary>
    public IReadOnlyList<BookedTask> HandOut(int most, IReadOnlyCollection<string> known)
    {
        List<BookedTask> taken;
        lock (_lock)
        {
            taken = [.. _queue.Where(task => !known.Contains(task.Id)).Take(most)];
            foreach (var task in taken)
            {
                _queue.Remove(task);
                task.State = task.Script.IsNone ? TaskState.Finished : TaskState.HandedOut;
                task.HandOuts++;
                task.HandedOutAt = calls.Now;
                task.Alive = false;
                task.FreshHeartbeats = 0;
                task.CancelledAt = null;
                task.FreshAssets.Clear();
            }
        }

        pulse.Beat();
        return taken;
    }

    /// <summary>Puts a task in again, under its own id or another.</summary>
    public void HandOutAgain(string id, string? newId)
    {
        lock (_lock)
        {
            var task = _tasks[id];
            _queue.Remove(task);
            if (newId is null || newId == id)
            {
                task.State = TaskState.Queued;
                task.Finish = null;
                _queue.Add(task);
                return;
            }

            task.State = TaskState.Withdrawn;
            var again = new BookedTask(task.Script.Under(newId));
            _tasks.Add(newId, again);
            _queue.Add(again);
        }
    }

    /// <summary>Hands a task out again in its turn, after a failure that may pass.</summary>
    public void Requeue(BookedTask task)
    {
        task.State = TaskState.Queued;
        _queue.Add(task);
    }

    /// <summary>Takes a finished task off the queue, where it was put for a line that was cut.</summary>
    public void Settle(BookedTask task)
    {
        task.State = TaskState.Finished;
        _queue.Remove(task);
    }

    /// <summary>A line was cut: what was just handed out over it may not have arrived, nor what was just answered.</summary>
    public void LineCut()
    {
        lock (_lock)
        {
            var now = calls.Now;
            foreach (var task in _tasks.Values)
            {
                if (task.State == TaskState.HandedOut && !task.Alive && now - task.HandedOutAt < InFlight)
                {
                    Requeue(task);
                }

                if (task.Finishes.Count > 0 && now - task.Finishes[^1].At < InFlight)
                {
                    task.AnswerLost = true;
                }
            }
        }
    }

    /// <summary>What is not finished, for the message of a wait that was in vain.</summary>
    public string Open()
    {
        lock (_lock)
        {
            return string.Join(", ", _tasks.Values.Where(task => task.State != TaskState.Finished)
                .Select(task => $"{task.Id} {task.Script.Kind} {task.State}, {task.HandOuts} times out, {task.Heartbeats.Count} heartbeats, {task.Uploads.Count} uploads"));
        }
    }
}
