using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using Auth0Connector.AccessFile.Staging;
using Auth0Connector.ManagementApi.Failures;
using Auth0Connector.Sync.Collections;
using Auth0Connector.Sync.Parts;

namespace Auth0Connector.Sync.Engine;

/// <summary>Works through the to-do list, several collections side by side, until nothing is left.</summary>
internal sealed class CollectionRunner(
    SyncerSet syncers,
    StagingWriter writer,
    ProgressTally tally,
    Signal listChanged,
    TaskNews news,
    int concurrency,
    TimeProvider clock)
{
    private const int TasksAhead = 64;

    // Asked to stop, a run has 5 seconds in all; what is not answered within this is asked for again by the next run.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(3);

    private readonly List<CollectionLane> _lanes =
        [.. SyncerSet.LeadingFar.Union(syncers.Kinds).Select(kind => new CollectionLane(kind, MayBeRefused(syncers, kind)))];

    private readonly ConcurrentDictionary<string, string> _refused = new(StringComparer.Ordinal);
    private ExceptionDispatchInfo? _failure;

    /// <summary>Returns when every task is done; the first failure stops all and is thrown.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var abort = new CancellationTokenSource(Timeout.InfiniteTimeSpan, clock);
        await using var grace = cancellationToken.Register(() => abort.CancelAfter(Grace));
        var workers = new List<Task>();
        try
        {
            await DispatchAsync(workers, stop, abort);
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

    // A lane for each sort of collection: one that waits for its bucket's tokens takes no place from another's.
    private async Task DispatchAsync(List<Task> workers, CancellationTokenSource stop, CancellationTokenSource abort)
    {
        while (true)
        {
            // Looked at before the list: a worker that ends in between has committed what it made known.
            var idle = _lanes.All(static lane => lane.Running == 0);
            var hungry = _lanes.Where(lane => lane.Ahead.Count == 0 && lane.HasRoom(concurrency) && lane.DryAt != news.Version).ToList();
            if (hungry.Count > 0)
            {
                await writer.RunAsync(file => Feed(file, hungry), stop.Token);
            }

            var started = false;
            foreach (var lane in _lanes)
            {
                while (lane.HasRoom(concurrency) && lane.TryTake(out var task))
                {
                    started = true;
                    workers.RemoveAll(static worker => worker.IsCompleted);
                    // Up to its first request right here, so that requests queue in the order of the lanes.
                    workers.Add(WorkAsync(task, lane, stop, abort));
                }
            }

            if (idle && !started)
            {
                return;
            }

            await listChanged.WaitAsync(stop.Token);
        }
    }

    private bool Feed(StagingFile file, List<CollectionLane> hungry)
    {
        // On the writer's own task, so no commit comes between the version and the list.
        var version = news.Version;
        foreach (var lane in hungry)
        {
            var tasks = file.ReadPendingTasks(lane.Kind, lane.Last, TasksAhead);
            lane.Add(tally.Known(tasks));
            lane.DryAt = tasks.Count < TasksAhead ? version : -1;
        }

        return true;
    }

    private async Task WorkAsync(StagedTask task, CollectionLane lane, CancellationTokenSource stop, CancellationTokenSource abort)
    {
        try
        {
            await ReadAsync(task, lane, abort.Token, stop.Token);
        }
        catch (OperationCanceledException) when (abort.IsCancellationRequested)
        {
            // Committed pages stay; the task goes on from its cursor in the next run.
        }
        catch (Exception failure)
        {
            Interlocked.CompareExchange(ref _failure, ExceptionDispatchInfo.Capture(failure), null);
            await stop.CancelAsync();
            await abort.CancelAsync();
        }
        finally
        {
            lane.Ended();
            listChanged.Set();
        }
    }

    // What is in flight when the run is asked to stop is still committed; no further page is asked for.
    private async Task ReadAsync(StagedTask task, CollectionLane lane, CancellationToken cancellationToken, CancellationToken stop)
    {
        if (_refused.TryGetValue(task.Kind, out var reason))
        {
            await writer.WriteAsync(LeftOut(task, StagedTaskState.Refused, reason, requests: 0), cancellationToken);
            return;
        }

        using var place = syncers.KeepPlace();
        var syncer = syncers.Within(place, task.Kind);
        try
        {
            await foreach (var page in syncer.ReadAsync(task, cancellationToken))
            {
                if (lane.Answered())
                {
                    listChanged.Set();
                }

                var batch = Batch(task, page);
                await writer.WriteAsync(batch, cancellationToken);
                place.Free();
                if (batch.State != StagedTaskState.Pending || stop.IsCancellationRequested)
                {
                    break;
                }
            }
        }
        catch (ManagementApiException failure) when (syncer.Tolerate(task, failure) is not null)
        {
            await writer.WriteAsync(LeftOut(task, StagedTaskState.LeftOut, syncer.Tolerate(task, failure)!, requests: 1), cancellationToken);
        }
        catch (ManagementApiException failure) when (MayBeLeftOut(syncer.Info, failure))
        {
            await writer.WriteAsync(await LeaveOutAsync(task, syncer.Info, syncers.ProbeWithin(place), failure, cancellationToken), cancellationToken);
        }
    }

    private bool MayBeLeftOut(CollectionInfo info, ManagementApiException failure) =>
        IsMissingList(info, failure) || syncers.Parts.CanDoWithout(info.Part, failure);

    private static bool IsMissingList(CollectionInfo info, ManagementApiException failure) =>
        failure.Kind == ManagementApiErrorKind.NotFound && info.SubjectType is not null;

    private async Task<StagedBatch> LeaveOutAsync(StagedTask task, CollectionInfo info, SubjectProbe probe, ManagementApiException failure, CancellationToken cancellationToken)
    {
        if (IsMissingList(info, failure))
        {
            if (!await probe.ExistsAsync(info, task, cancellationToken))
            {
                return LeftOut(task, StagedTaskState.LeftOut, $"{failure.Endpoint}: deleted while the sync ran", requests: 2);
            }

            if (!syncers.Parts.CanDoWithout(info.Part, failure))
            {
                throw SyncVerdict.Incomplete($"{failure.Endpoint}: the tenant says that there is no such list, of something that is there");
            }
        }

        if (info.SubjectType is not null && !failure.IsOfWholeKind)
        {
            return LeftOut(task, StagedTaskState.RefusedAlone, Refusal.WhyAlone(failure), requests: 1);
        }

        // What one of a kind is refused all are: the others need not be asked for.
        return LeftOut(task, StagedTaskState.Refused, _refused.GetOrAdd(task.Kind, Refusal.Why(failure)), requests: 1);
    }

    private static bool MayBeRefused(SyncerSet syncers, string kind)
    {
        var part = syncers.PartOf(kind);
        return syncers.Parts.Reads(part) && !syncers.Parts.IsRequired(part);
    }

    private static StagedBatch LeftOut(StagedTask task, StagedTaskState state, string why, long requests) => new()
    {
        TaskNumber = task.Number,
        State = state,
        Note = why,
        Requests = requests,
    };

    private StagedBatch Batch(StagedTask task, CollectionPage page)
    {
        var info = syncers[task.Kind].Info;
        var isRequired = syncers.Parts.IsRequired(info.Part);
        if (SyncVerdict.DoubtOf(page, isRequired) is { } doubt)
        {
            if (isRequired)
            {
                throw SyncVerdict.Incomplete(doubt);
            }

            return info.StandsAlone
                ? LeftOut(task, StagedTaskState.RefusedAlone, doubt, page.Content.Requests)
                : LeftOut(task, StagedTaskState.Refused, _refused.GetOrAdd(task.Kind, doubt), page.Content.Requests);
        }

        var types = syncers.Parts.TypeSet;
        var content = page.Content;
        return content with
        {
            TaskNumber = task.Number,
            // A type that was not asked for is in no row, so that nothing refers to what is not there.
            Resources = [.. content.Resources.Where(row => types.Contains(row.TypeId))],
            Entitlements = [.. content.Entitlements.Where(row => types.Contains(row.TypeId))],
            Grants = [.. content.Grants.Where(row => types.Contains(row.TypeId) && types.Contains(row.PrincipalTypeId))],
            State = content.NextCursor is null ? StagedTaskState.Done : StagedTaskState.Pending,
            Evidence = page.End?.Evidence is { } evidence ? EvidenceWords.Of(evidence) : null,
        };
    }
}
