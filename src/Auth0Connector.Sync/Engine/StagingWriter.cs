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

    private readonly StagingFile _file;
    private readonly Action<IReadOnlyList<StagedBatch>> _committed;
    private readonly Channel<WriterOrder> _orders = Channel.CreateBounded<WriterOrder>(
        new BoundedChannelOptions(WaitingPages) { SingleReader = true });

    private readonly Task _loop;

    public StagingWriter(StagingFile file, Action<IReadOnlyList<StagedBatch>> committed)
    {
        _file = file;
        _committed = committed;
        _loop = Task.Run(LoopAsync);
    }

    /// <summary>Hands a page over; returns once there is room, before it is committed.</summary>
    public ValueTask WriteAsync(StagedBatch batch, CancellationToken cancellationToken) =>
        SendAsync(new WriterOrder(batch, Work: null), cancellationToken);

    /// <summary>Runs something on the working file after all pages handed over so far are committed.</summary>
    public async Task<T> RunAsync<T>(Func<StagingFile, T> work, CancellationToken cancellationToken)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        await SendAsync(new WriterOrder(Batch: null, new WriterWork<T>(work, done)), cancellationToken);
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
        var batches = new List<StagedBatch>();
        try
        {
            while (await _orders.Reader.WaitToReadAsync())
            {
                while (_orders.Reader.TryRead(out var order))
                {
                    if (order.Batch is { } batch)
                    {
                        batches.Add(batch);
                    }

                    if (order.Work is not null || batches.Count >= PagesInOneTransaction)
                    {
                        Commit(batches);
                        order.Work?.Run(_file);
                    }
                }

                Commit(batches);
            }
        }
        catch (Exception failure)
        {
            _orders.Writer.TryComplete(failure);
            while (_orders.Reader.TryRead(out var order))
            {
                order.Work?.Fail(failure);
            }

            throw;
        }
    }

    private void Commit(List<StagedBatch> batches)
    {
        if (batches.Count == 0)
        {
            return;
        }

        _file.Commit(batches);
        _committed(batches);
        batches.Clear();
    }

    private sealed record WriterOrder(StagedBatch? Batch, WriterWork? Work);

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
