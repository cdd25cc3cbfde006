using Auth0Connector.Service.Cloud;
using Auth0Connector.Service.Protocol;
using Auth0Connector.Service.Tasks;
using Grpc.Core;
using Kinds = Auth0Connector.Service.Protocol.Task.TaskTypeOneofCase;
using ServiceTask = Auth0Connector.Service.Protocol.Task;
using Task = System.Threading.Tasks.Task;

namespace Auth0Connector.Service.Hosting;

/// <summary>Does one task from when it was taken until the cloud has heard how it ended. Nothing that a handler does escapes it.</summary>
internal sealed class TaskRunner(CloudClient cloud, HandlerTable handlers, ConnectorMetadata metadata, Grace grace, TimeProvider clock, HostLog log)
{
    private const string SyncStopped = "the connector is stopping; the sync goes on where it stopped when it is handed out again";
    private const string NotStarted = "the connector is stopping; nothing was done";
    private const string NotKnown = "the connector stopped while this was on its way; it is not known whether it was done";

    // A sync that was cancelled is told as ended after this, even where it does not let go.
    private static readonly TimeSpan LettingGo = TimeSpan.FromSeconds(4);

    /// <summary>Says hello, since a task asks for it; that one is not finished.</summary>
    public async Task SayHelloAsync(ServiceTask task)
    {
        var began = clock.GetTimestamp();
        try
        {
            await cloud.HelloAsync(task.Id, metadata, grace.Stopping).ConfigureAwait(false);
            log.Done(task.Id, TaskKinds.NameOf(Kinds.Hello), Seconds(began));
        }
        catch (Exception failure) when (failure is CloudException or OperationCanceledException)
        {
            log.HelloFailed(task.Id, failure.Message);
        }
    }

    /// <summary>Does a task that is no sync.</summary>
    public async Task RunAsync(ServiceTask task)
    {
        var began = clock.GetTimestamp();
        using var stop = new Stop(NotStarted, grace.ChangesEnd);
        using var over = new CancellationTokenSource();
        var beats = new Heartbeats(cloud.HeartbeatAsync, task.Id, endsUnanswered: false, stop, clock, log).GoOnAsync(over.Token);
#pragma warning disable CA2025 // Waited for below, whatever is told of it before.
        var work = HandleAsync(task, stop);
#pragma warning restore CA2025
        var outcome = await EndOfAsync(work, grace.HandlersEnd).ConfigureAwait(false) ? await work.ConfigureAwait(false) : TaskOutcome.Refused(StatusCode.Cancelled, NotKnown);
        await over.CancelAsync().ConfigureAwait(false);
        await beats.ConfigureAwait(false);
        await FinishAsync(task, outcome, began).ConfigureAwait(false);

        // Only at the end of the service is this one told as ended before it has.
        await work.ConfigureAwait(false);
    }

    /// <summary>Does a sync: from its first heartbeat, through the line in which it waits for its turn, to its end.</summary>
    /// <param name="task">The task.</param>
    /// <param name="turn">Taken while it works; given back when it really has ended.</param>
    public async Task SyncAsync(ServiceTask task, SemaphoreSlim turn)
    {
        var began = clock.GetTimestamp();
        using var stop = new Stop(SyncStopped, grace.Stopping);
        using var over = new CancellationTokenSource();
        var heartbeats = new Heartbeats(cloud.HeartbeatAsync, task.Id, endsUnanswered: true, stop, clock, log);
        Task beats = Task.CompletedTask;
        var work = InTurnAsync();
        using (var letGo = new CancellationTokenSource(Timeout.InfiniteTimeSpan, clock))
        {
            using var stopped = stop.Token.Register(() => letGo.CancelAfter(LettingGo));
            var outcome = await EndOfAsync(work, letGo.Token).ConfigureAwait(false) ? await work.ConfigureAwait(false) : Stopped(stop);
            await over.CancelAsync().ConfigureAwait(false);
            await beats.ConfigureAwait(false);
            await FinishAsync(task, outcome, began).ConfigureAwait(false);
        }

        // The folder is free for the next one only when this one has let go of it.
        await work.ConfigureAwait(false);

        async Task<TaskOutcome> InTurnAsync()
        {
            try
            {
                await heartbeats.BeginAsync(stop.Token).ConfigureAwait(false);
                beats = heartbeats.GoOnAsync(over.Token);
                await turn.WaitAsync(stop.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                return Stopped(stop);
            }

            try
            {
                return await HandleAsync(task, stop).ConfigureAwait(false);
            }
            finally
            {
                turn.Release();
            }
        }
    }

    /// <summary>Tells that a task is not done now.</summary>
    public Task PutOffAsync(ServiceTask task, string why) =>
        FinishAsync(task, TaskOutcome.Failed(StatusCode.ResourceExhausted, why), clock.GetTimestamp());

    // Never throws; runs apart from whoever asks for tasks, since a handler may be busy before it first waits.
    private Task<TaskOutcome> HandleAsync(ServiceTask task, Stop stop) => Task.Run(async () =>
    {
        if (handlers.Find(task.TaskTypeCase) is not { } handler)
        {
            return TaskOutcome.Failed(StatusCode.Unknown, "unsupported task type");
        }

        try
        {
            stop.Token.ThrowIfCancellationRequested();
            return await handler(task, stop.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stop.Reason is not null)
        {
            return Stopped(stop);
        }
        catch (Exception failure)
        {
            return OutcomeOf(task, failure);
        }
    });

    // The map itself must not keep a task from being finished.
    private TaskOutcome OutcomeOf(ServiceTask task, Exception failure)
    {
        log.Unexpected(task.Id, failure);
        try
        {
            return handlers.OutcomeOf(failure);
        }
        catch (Exception unmapped)
        {
            log.Unexpected(task.Id, unmapped);
            return TaskOutcome.Refused(StatusCode.Unknown, "the connector met an error that it did not expect; its log says more");
        }
    }

    private async Task FinishAsync(ServiceTask task, TaskOutcome outcome, long began)
    {
        var kind = TaskKinds.NameOf(task.TaskTypeCase);
        if (outcome.Succeeded)
        {
            log.Done(task.Id, kind, Seconds(began));
        }
        else
        {
            log.Failed(task.Id, kind, outcome.Code, outcome.Retryable, Seconds(began), outcome.Message);
        }

        try
        {
            await cloud.FinishAsync(task.Id, outcome, grace.FinishingEnds).ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            log.NotFinished(task.Id, failure.Message);
        }
    }

    private double Seconds(long began) => Math.Round(clock.GetElapsedTime(began).TotalSeconds, 3);

    private static TaskOutcome Stopped(Stop stop) => TaskOutcome.Failed(StatusCode.Cancelled, stop.Reason ?? NotStarted);

    // Whether the work ended before it is no longer waited for.
    private static async Task<bool> EndOfAsync(Task work, CancellationToken noLonger)
    {
        var end = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var told = noLonger.Register(end.SetResult).ConfigureAwait(false);
        return await Task.WhenAny(work, end.Task).ConfigureAwait(false) == work;
    }
}
