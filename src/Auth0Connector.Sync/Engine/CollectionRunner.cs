using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using Auth0Connector.AccessFile.Staging;
using Auth0Connector.ManagementApi;
using Auth0Connector.Sync.Preflight;
using Auth0Connector.Sync.Syncers;

namespace Auth0Connector.Sync.Engine;

/// <summary>Works through the to-do list, several collections side by side, until nothing is left.</summary>
internal sealed class CollectionRunner(
    SyncPlan plan,
    StagingWriter writer,
    ProgressBoard board,
    Signal listChanged,
    int concurrency)
{
    private const int TasksAhead = 256;

    private readonly ConcurrentDictionary<string, string> _refused = new(StringComparer.Ordinal);
    private int _running;
    private ExceptionDispatchInfo? _failure;

    /// <summary>Returns when every task is done; the first failure stops all and is thrown.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var slots = new SemaphoreSlim(concurrency);
        var workers = new List<Task>();
        try
        {
            await DispatchAsync(workers, slots, stop);
        }
        catch (OperationCanceledException) when (_failure is not null)
        {
            // The failure that cancelled the rest is thrown below.
        }
        finally
        {
            await stop.CancelAsync();
            await Task.WhenAll(workers);
        }

        _failure?.Throw();
        cancellationToken.ThrowIfCancellationRequested();
    }

    private async Task DispatchAsync(List<Task> workers, SemaphoreSlim slots, CancellationTokenSource stop)
    {
        long last = 0;
        while (true)
        {
            // Looked at before the list: a worker that ends in between has committed what it made known.
            var idle = Volatile.Read(ref _running) == 0;
            var tasks = await writer.RunAsync(file => board.Known(file.ReadPendingTasks(last, TasksAhead)), stop.Token);
            if (tasks.Count == 0)
            {
                if (idle)
                {
                    return;
                }

                await listChanged.WaitAsync(stop.Token);
                continue;
            }

            foreach (var task in tasks)
            {
                await slots.WaitAsync(stop.Token);
                last = task.Number;
                Interlocked.Increment(ref _running);
                workers.RemoveAll(static worker => worker.IsCompleted);
                workers.Add(Task.Run(() => WorkAsync(task, slots, stop), CancellationToken.None));
            }
        }
    }

    private async Task WorkAsync(StagedTask task, SemaphoreSlim slots, CancellationTokenSource stop)
    {
        try
        {
            await ReadAsync(task, stop.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Committed pages stay; the task goes on from its cursor in the next run.
        }
        catch (Exception failure)
        {
            Interlocked.CompareExchange(ref _failure, ExceptionDispatchInfo.Capture(failure), null);
            await stop.CancelAsync();
        }
        finally
        {
            Interlocked.Decrement(ref _running);
            slots.Release();
            listChanged.Set();
        }
    }

    private async Task ReadAsync(StagedTask task, CancellationToken cancellationToken)
    {
        var syncer = plan.Syncers[task.Kind];
        if (_refused.TryGetValue(task.Kind, out var reason))
        {
            await writer.WriteAsync(LeftOut(task, StagedTaskState.Refused, reason, requests: 0), cancellationToken);
            return;
        }

        try
        {
            await foreach (var page in syncer.ReadAsync(task, cancellationToken))
            {
                await writer.WriteAsync(Batch(task, page), cancellationToken);
            }
        }
        catch (ManagementApiException failure) when (syncer.Tolerate(task, failure) is not null)
        {
            await writer.WriteAsync(LeftOut(task, StagedTaskState.LeftOut, syncer.Tolerate(task, failure)!, requests: 1), cancellationToken);
        }
        catch (ManagementApiException failure) when (Refusals.CanBeLivedWith(plan.Parts.Of(syncer.Info.Part), failure))
        {
            // What one of a kind is refused all are: the others need not be asked for.
            var why = _refused.GetOrAdd(task.Kind, Refusals.Why(failure));
            await writer.WriteAsync(LeftOut(task, StagedTaskState.Refused, why, requests: 1), cancellationToken);
        }

        // Waits for the commit, so that whoever sees this worker end also sees what it made known.
        await writer.RunAsync(static _ => true, cancellationToken);
    }

    private static StagedBatch LeftOut(StagedTask task, StagedTaskState state, string why, long requests) => new()
    {
        TaskNumber = task.Number,
        State = state,
        Note = why,
        Requests = requests,
    };

    private StagedBatch Batch(StagedTask task, SyncedPage page)
    {
        SyncVerdict.DemandWholePage(plan.Syncers[task.Kind], page);
        var types = plan.Parts.TypeSet;
        return new StagedBatch
        {
            TaskNumber = task.Number,
            // A type that was not asked for is in no row, so that nothing refers to what is not there.
            Resources = [.. page.Resources.Where(row => types.Contains(row.TypeId))],
            Entitlements = [.. page.Entitlements.Where(row => types.Contains(row.TypeId))],
            Grants = [.. page.Grants.Where(row => types.Contains(row.TypeId) && types.Contains(row.PrincipalTypeId))],
            Tasks = page.Tasks,
            NextCursor = page.NextCursor,
            State = page.NextCursor is null ? StagedTaskState.Done : StagedTaskState.Pending,
            Received = page.Received,
            Unreadable = page.Unreadable,
            StatedTotal = page.StatedTotal,
            Requests = page.Requests,
            Note = page.Note,
        };
    }
}
