using System.Collections.Concurrent;
using System.Threading.Channels;
using Kinds = Auth0Connector.Service.Protocol.Task.TaskTypeOneofCase;
using ServiceTask = Auth0Connector.Service.Protocol.Task;
using Task = System.Threading.Tasks.Task;

namespace Auth0Connector.Service.Hosting;

/// <summary>
/// The tasks in work. Those that are no syncs share the slots; syncs wait in a line of their own, one at a time, so that no
/// change ever waits behind one.
/// </summary>
internal sealed class TaskBoard(TaskRunner runner, int concurrency, HostLog log) : IDisposable
{
    private const int MostSyncs = 32;

    private readonly ConcurrentDictionary<string, Task> _running = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _slots = new(concurrency);
    private readonly SemaphoreSlim _turn = new(1);
    private readonly Channel<bool> _freed = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private int _load;
    private int _syncs;

    /// <summary>How many tasks are taken and not finished, without syncs.</summary>
    public int Load => Volatile.Read(ref _load);

    /// <summary>Ids of all that are taken and not finished.</summary>
    public IReadOnlyCollection<string> Known => [.. _running.Keys];

    /// <summary>Waits until a slot is free; the only one who asks is the loop.</summary>
    public async Task HaveRoomAsync(CancellationToken cancellationToken)
    {
        while (Load >= concurrency)
        {
            await _freed.Reader.ReadAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Begins a task; <see langword="false"/> where it is in work already.</summary>
    public bool Begin(ServiceTask task)
    {
        // Whoever ends takes itself out, which it may only when it is in.
        var isIn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        if (!_running.TryAdd(task.Id, isIn.Task))
        {
            log.RunsAlready(task.Id);
            return false;
        }

        log.Taken(task.Id, TaskKinds.NameOf(task.TaskTypeCase));
        if (task.TaskTypeCase == Kinds.SyncFull)
        {
            Interlocked.Increment(ref _syncs);
        }
        else
        {
            Interlocked.Increment(ref _load);
        }

        _running[task.Id] = RunAsync(task, isIn.Task);
        isIn.SetResult();
        return true;
    }

    /// <summary>Waits until all have ended.</summary>
    public async Task EmptyAsync()
    {
        while (!_running.IsEmpty)
        {
            await Task.WhenAll(_running.Values).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _slots.Dispose();
        _turn.Dispose();
    }

    private async Task RunAsync(ServiceTask task, Task isIn)
    {
        await isIn.ConfigureAwait(false);
        try
        {
            await (task.TaskTypeCase == Kinds.SyncFull ? SyncAsync(task) : InSlotAsync(task)).ConfigureAwait(false);
        }
        catch (Exception unforeseen)
        {
            // Whatever it is, the others go on.
            log.Unexpected(task.Id, unforeseen);
        }

        _running.TryRemove(task.Id, out _);
        _freed.Writer.TryWrite(true);
    }

    private async Task SyncAsync(ServiceTask task)
    {
        try
        {
            await (Volatile.Read(ref _syncs) > MostSyncs
                ? runner.PutOffAsync(task, "too many syncs wait at this connector already")
                : runner.SyncAsync(task, _turn)).ConfigureAwait(false);
        }
        finally
        {
            Interlocked.Decrement(ref _syncs);
        }
    }

    private async Task InSlotAsync(ServiceTask task)
    {
        await _slots.WaitAsync(CancellationToken.None).ConfigureAwait(false);
        try
        {
            await (task.TaskTypeCase == Kinds.Hello ? runner.SayHelloAsync(task) : runner.RunAsync(task)).ConfigureAwait(false);
        }
        finally
        {
            _slots.Release();
            Interlocked.Decrement(ref _load);
        }
    }
}
