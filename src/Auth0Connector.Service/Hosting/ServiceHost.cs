using Auth0Connector.Service.Cloud;
using Microsoft.Extensions.Logging;

namespace Auth0Connector.Service.Hosting;

/// <summary>
/// The daemon: says hello, asks for tasks, has them done and tells how they ended, until it is told to stop. Neither a cloud
/// nor a tenant that is away ends it.
/// </summary>
public sealed class ServiceHost(CloudClient cloud, HandlerTable handlers, HostOptions options, TimeProvider clock, ILogger logger)
{
    // Said to whoever waits for the process, whatever the cloud does.
    private static readonly TimeSpan LastMoment = TimeSpan.FromSeconds(9.3);

    private readonly HostLog _log = new(logger);
    private volatile bool _isReady;

    /// <summary>Whether the cloud has been greeted.</summary>
    public bool IsReady => _isReady;

    /// <summary>Runs until it is told to stop, and then less than ten seconds: changes are brought to their end, syncs are left so that they go on.</summary>
    /// <param name="stopping">Tells it to stop.</param>
    /// <exception cref="CloudException">At the start the cloud refused us for good; later refusals are waited out.</exception>
    public async Task RunAsync(CancellationToken stopping)
    {
        using var grace = new Grace(clock, stopping);
        try
        {
            await new Greeting(cloud, options.Metadata, clock, _log).SayAsync(stopping).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return;
        }

        _isReady = true;
        _log.Greeted(cloud.Host, options.Concurrency);
        var runner = new TaskRunner(cloud, handlers, options.Metadata, grace, clock, _log);
        var board = new TaskBoard(runner, options.Concurrency, _log);
        var takingBack = TakeBackAsync(stopping);
        try
        {
            await new Polling(cloud, board, options, clock, _log).RunAsync(stopping).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            _log.Stopping(board.Known.Count);
        }

        try
        {
            await Task.WhenAll(board.EmptyAsync(), takingBack).WaitAsync(LastMoment, clock, CancellationToken.None).ConfigureAwait(false);
            board.Dispose();
        }
        catch (TimeoutException)
        {
            _log.Abandoned(board.Known.Count);
        }
    }

    private async Task TakeBackAsync(CancellationToken stopping)
    {
        if (options.TakeBackEndedAsync is not { } takeBack)
        {
            return;
        }

        try
        {
            while (!stopping.IsCancellationRequested)
            {
                await TryTakeBackAsync(takeBack, stopping).ConfigureAwait(false);
                await Task.Delay(options.TakeBackEvery, clock, stopping).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // What is left ends at the next start.
        }
    }

    private async Task TryTakeBackAsync(Func<CancellationToken, Task> takeBack, CancellationToken stopping)
    {
        try
        {
            await takeBack(stopping).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            _log.TakingBackFailed(failure);
        }
    }
}
