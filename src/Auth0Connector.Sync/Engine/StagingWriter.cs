using System.Threading.Channels;
using Auth0Connector.AccessFile.Staging;

namespace Auth0Connector.Sync.Engine;

/// <summary>
/// The one task that owns the working file. Pages come through a bounded channel, so a slow disk holds the readers
/// back; several waiting pages share a transaction.
/// </summary>
internal sealed class StagingWriter : IAsyncDisposable
{
    private const int WaitingPages = 16;
    private const int PagesInOneTransaction = 64;

    // Long enough that pages which come one after another are not held up, short enough for the pauses of a rate limit.
    private static readonly TimeSpan Idle = TimeSpan.FromMilliseconds(30);

    private readonly StagingFile _file;
    private readonly Action<IReadOnlyList<StagedBatch>> _committed;
    private readonly Channel<WriterOrder> _orders = Channel.CreateBounded<WriterOrder>(
        new BoundedChannelOptions(WaitingPages) { SingleReader = true });

    private readonly TimeProvider _clock;
    private readonly Task _loop;

    public StagingWriter(StagingFile file, Action<IReadOnlyList<StagedBatch>> committed, TimeProvider clock)
    {
        _file = file;
        _clock = clock;
        _committed = committed;
        _loop = Task.Run(LoopAsync);
    }

    /// <summary>Hands a page over; returns once it is committed, together with those of other workers.</summary>
    /// <remarks>Who waits here never has more than one page to lose, the one that is asked for next.</remarks>
    public async Task WriteAsync(StagedBatch batch, CancellationToken cancellationToken)
    {
        var committed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await SendAsync(new WriterOrder(batch, committed, Work: null), cancellationToken);
        await committed.Task.WaitAsync(cancellationToken);
    }

    /// <summary>Runs something on the working file after all pages handed over so far are committed.</summary>
    public async Task<T> RunAsync<T>(Func<StagingFile, T> work, CancellationToken cancellationToken)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        await SendAsync(new WriterOrder(Batch: null, Committed: null, new WriterWork<T>(work, done)), cancellationToken);
        return await done.Task.WaitAsync(cancellationToken);
    }

    /// <summary>Commits what was handed over and stops; afterwards the file belongs to the caller again.</summary>
    public async ValueTask DisposeAsync()
    {
        _orders.Writer.TryComplete();
        await _loop.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async ValueTask SendAsync(WriterOrder order, CancellationToken cancellationToken)
    {
        try
        {
            await _orders.Writer.WriteAsync(order, cancellationToken);
        }
        catch (ChannelClosedException closed) when (closed.InnerException is { } failure)
        {
            // The writer has failed; what stopped it is what the person has to hear.
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(failure);
        }
    }

    private async Task LoopAsync()
    {
        var pages = new List<WriterOrder>();
        try
        {
            while (await OrderAsync())
            {
                while (_orders.Reader.TryRead(out var order))
                {
                    if (order.Batch is not null)
                    {
                        pages.Add(order);
                    }

                    if (order.Work is not null || pages.Count >= PagesInOneTransaction)
                    {
                        Commit(pages);
                        order.Work?.Run(_file);
                    }
                }

                Commit(pages);
            }
        }
        catch (Exception failure)
        {
            _orders.Writer.TryComplete(failure);
            pages.ForEach(page => page.Committed?.TrySetException(failure));
            while (_orders.Reader.TryRead(out var order))
            {
                order.Work?.Fail(failure);
                order.Committed?.TrySetException(failure);
            }

            throw;
        }
    }

    // While nothing comes, what was committed is put in order, so that less is left for the end.
    private async Task<bool> OrderAsync()
    {
        var order = _orders.Reader.WaitToReadAsync().AsTask();
        if (!order.IsCompleted && _file.IsUnsettled)
        {
            await Task.WhenAny(order, Task.Delay(Idle, _clock));
            if (!order.IsCompleted)
            {
                _file.Settle();
            }
        }

        return await order;
    }

    private void Commit(List<WriterOrder> pages)
    {
        if (pages.Count == 0)
        {
            return;
        }

        var batches = pages.ConvertAll(static page => page.Batch!);
        _file.Commit(batches);
        _committed(batches);
        pages.ForEach(static page => page.Committed?.TrySetResult());
        pages.Clear();
    }

    private sealed record WriterOrder(StagedBatch? Batch, TaskCompletionSource? Committed, WriterWork? Work);

    private abstract class WriterWork
    {
        public abstract void Run(StagingFile file);

        public abstract void Fail(Exception failure);
    }

    private sealed class WriterWork<T>(Func<StagingFile, T> work, TaskCompletionSource<T> done) : WriterWork
    {
        public override void Run(StagingFile file)
        {
            try
            {
                done.TrySetResult(work(file));
            }
            catch (Exception failure)
            {
                done.TrySetException(failure);
            }
        }

        public override void Fail(Exception failure) => done.TrySetException(failure);
    }
}
