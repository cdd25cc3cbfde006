using Auth0Connector.ControlPlane;
using Auth0Connector.ControlPlane.Calls;
using Auth0Connector.ControlPlane.Faults;
using Auth0Connector.Service.Cloud;
using Grpc.Core;
using CloudTask = Auth0Connector.ControlPlane.Protocol.Task;
using Kinds = Auth0Connector.Service.Protocol.Task.TaskTypeOneofCase;
using Script = Auth0Connector.ControlPlane.Tasks.TaskScript;

namespace Auth0Connector.Service.Tests.Hosting;

public sealed class ServiceHostTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static CloudTask Sync => new() { SyncFull = new() };

    private static CloudTask Grant => new() { Grant = new() };

    [Fact]
    public async Task Every_task_is_finished_whatever_its_handler_does()
    {
        await using var bench = await HostBench.StartAsync();
        bench.Handlers[Kinds.Grant] = static (_, _) => Task.FromResult(HostBench.Granted);
        bench.Handlers[Kinds.Revoke] = static (_, _) => throw new InvalidOperationException("at once");
        bench.Handlers[Kinds.DeleteResource] = static async (_, _) =>
        {
            await Task.Yield();
            throw new OperationCanceledException("of its own");
        };
        var ids = bench.Enqueue(Grant, new() { Revoke = new() }, new() { DeleteResource = new() }, new() { CreateSyncDiff = new() }, new(), new() { Hello = new() });
        bench.Serve();

        var finishes = await Task.WhenAll(ids.Take(5).Select(id => bench.Cloud.FinishedAsync(id)));
        await bench.Cloud.CallAsync(call => call.Call == CloudCall.Hello && call.TaskId == ids[5] && call.Code == StatusCode.OK, "hello of the task");

        Assert.Equal(
            [(StatusCode.OK, ""), (StatusCode.DataLoss, "mapped: at once"), (StatusCode.DataLoss, "mapped: of its own"), (StatusCode.Unknown, "unsupported task type"), (StatusCode.Unknown, "unsupported task type")],
            finishes.Select(static finish => (finish.Code, finish.Message)));
        Assert.Empty(bench.Cloud.FinishesOf(ids[5]));
        Assert.Empty(bench.Cloud.Violations);
    }

    [Fact]
    public async Task A_change_passes_the_sync_that_works_and_the_one_that_waits()
    {
        await using var bench = await HostBench.StartAsync();
        var (atOnce, most) = (0, 0);
        var go = new TaskCompletionSource();
        bench.Options = bench.Options with { Concurrency = 1 };
        bench.Handlers[Kinds.Grant] = static (_, _) => Task.FromResult(HostBench.Granted);
        bench.Handlers[Kinds.SyncFull] = async (task, token) =>
        {
            most = Math.Max(most, Interlocked.Increment(ref atOnce));
            await go.Task;
            Interlocked.Decrement(ref atOnce);
            return await bench.UploadAsync(task, token);
        };
        var ids = bench.Enqueue(Sync, Sync, Sync, Grant);
        bench.Serve();

        Assert.True((await bench.Cloud.FinishedAsync(ids[3])).Succeeded);
        // Also those that wait are kept alive.
        await bench.Cloud.HeartbeatsAsync(ids[2], 2);
        go.SetResult();
        await Task.WhenAll(ids.Select(id => bench.Cloud.FinishedAsync(id)));

        Assert.Equal(1, most);
        Assert.Empty(bench.Cloud.Violations);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Twenty_tasks_share_the_slots(bool many)
    {
        await using var bench = await HostBench.StartAsync();
        var (atOnce, most) = (0, 0);
        bench.Options = bench.Options with { AsksForMany = many, Concurrency = 4 };
        bench.Handlers[Kinds.Grant] = async (_, token) =>
        {
            var now = Interlocked.Increment(ref atOnce);
            InterlockedMax(ref most, now);
            await Task.Delay(30, token);
            Interlocked.Decrement(ref atOnce);
            return HostBench.Granted;
        };
        var ids = bench.Enqueue([.. Enumerable.Repeat(Grant, 20)]);
        bench.Serve();

        var finishes = await Task.WhenAll(ids.Select(id => bench.Cloud.FinishedAsync(id)));

        Assert.All(finishes, static finish => Assert.True(finish.Succeeded));
        Assert.InRange(most, 2, 4);
        Assert.All(ids, id => Assert.Equal(1, bench.Cloud.HandOutsOf(id)));
        Assert.Equal(many, bench.Cloud.CallsSeen.Any(static call => call.Method == "GetTasks"));
        Assert.Empty(bench.Cloud.Violations);
    }

    [Fact]
    public async Task A_cloud_that_gives_one_task_at_a_time_is_asked_for_one()
    {
        await using var bench = await HostBench.StartAsync();
        bench.Cloud.Faults.Next(CloudCall.Poll, CloudFault.Status(StatusCode.Unimplemented));
        bench.Options = bench.Options with { AsksForMany = true };
        bench.Handlers[Kinds.Grant] = static (_, _) => Task.FromResult(HostBench.Granted);
        var ids = bench.Enqueue(Grant, Grant);
        bench.Serve();

        await Task.WhenAll(ids.Select(id => bench.Cloud.FinishedAsync(id)));

        Assert.Single(bench.Log.Lines, static line => line.Text.Contains("BATON_GET_TASKS", StringComparison.Ordinal));
        Assert.Equal(["GetTasks", "GetTask"], bench.Cloud.CallsSeen.Where(static call => call.Call == CloudCall.Poll).Select(static call => call.Method).Distinct());
    }

    [Fact]
    public async Task What_is_in_work_is_not_begun_twice()
    {
        await using var bench = await HostBench.StartAsync();
        var (begun, go) = (0, new TaskCompletionSource());
        bench.Handlers[Kinds.Grant] = async (_, _) =>
        {
            Interlocked.Increment(ref begun);
            await go.Task;
            return HostBench.Granted;
        };
        var id = bench.Enqueue(Grant)[0];
        bench.Serve();
        await UntilAsync(() => begun == 1, "the grant to begin");

        bench.Cloud.HandOutAgain(id);
        await UntilAsync(() => bench.Log.Lines.Any(static line => line.Text.Contains("in work already", StringComparison.Ordinal)), "the second handing out");
        go.SetResult();
        await bench.Cloud.FinishedAsync(id);

        Assert.Equal((1, 2), (begun, bench.Cloud.HandOutsOf(id)));
    }

    [Fact]
    public async Task A_cloud_that_is_away_at_the_start_and_in_the_middle_is_waited_for()
    {
        await using var bench = await HostBench.StartAsync();
        bench.Handlers[Kinds.Grant] = static (_, _) => Task.FromResult(HostBench.Granted);
        await bench.Cloud.StopListeningAsync();
        var first = bench.Enqueue(Grant)[0];
        var host = bench.Serve();
        await UntilAsync(() => bench.Log.Lines.Any(static line => line.Text.StartsWith("waiting for ConductorOne: ", StringComparison.Ordinal)), "the word that it waits");
        Assert.False(host.IsReady);
        await bench.Cloud.ListenAgainAsync();
        Assert.True((await bench.Cloud.FinishedAsync(first)).Succeeded);
        Assert.True(host.IsReady);

        await bench.Cloud.StopListeningAsync();
        await UntilAsync(() => bench.Log.Lines.Any(static line => line.Text.StartsWith("asking for tasks fails", StringComparison.Ordinal)), "the word that asking fails");
        await bench.Cloud.ListenAgainAsync();
        var second = bench.Enqueue(Grant)[0];

        Assert.True((await bench.Cloud.FinishedAsync(second)).Succeeded);
        Assert.False(bench.Running.IsCompleted);
    }

    [Theory]
    [InlineData(CloudCall.Token, StatusCode.Unauthenticated)]
    [InlineData(CloudCall.Hello, StatusCode.PermissionDenied)]
    [InlineData(CloudCall.Hello, StatusCode.InvalidArgument)]
    [InlineData(CloudCall.Hello, StatusCode.FailedPrecondition)]
    [InlineData(CloudCall.Hello, StatusCode.NotFound)]
    public async Task A_refusal_for_good_at_the_start_ends_it(CloudCall call, StatusCode code)
    {
        await using var bench = await HostBench.StartAsync();
        bench.Cloud.Faults.Always(call, call == CloudCall.Token ? CloudFault.Page(401) : CloudFault.Status(code));
        bench.Serve();

        var failure = await Assert.ThrowsAsync<CloudException>(() => bench.Running.WaitAsync(Patience));

        Assert.False(failure.MayPass);
    }

    [Fact]
    public async Task A_refusal_later_is_waited_out()
    {
        await using var bench = await HostBench.StartAsync();
        bench.Handlers[Kinds.Grant] = static (_, _) => Task.FromResult(HostBench.Granted);
        bench.Serve();
        await bench.Cloud.PolledAsync(1);

        bench.Cloud.Faults.Next(CloudCall.Poll, CloudFault.Status(StatusCode.PermissionDenied), times: 2);
        var id = bench.Enqueue(Grant)[0];

        Assert.True((await bench.Cloud.FinishedAsync(id)).Succeeded);
        Assert.Empty(bench.Cloud.Violations);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_is_cancelled_ends_soon_and_is_told(bool letsGo)
    {
        await using var bench = await HostBench.StartAsync();
        var never = new TaskCompletionSource();
        bench.Handlers[Kinds.SyncFull] = async (task, token) =>
        {
            await (letsGo ? Task.Delay(Timeout.InfiniteTimeSpan, token) : never.Task);
            return await bench.UploadAsync(task, token);
        };
        var id = bench.Enqueue(Sync)[0];
        bench.Serve();
        await bench.Cloud.HeartbeatsAsync(id, 1);

        bench.Cloud.Cancel(id);
        var finish = await bench.Cloud.FinishedAsync(id);

        Assert.Equal((StatusCode.Cancelled, true), (finish.Code, finish.Retryable));
        Assert.Contains("cancelled by ConductorOne", finish.Message, StringComparison.Ordinal);
        never.TrySetResult();
    }

    [Fact]
    public async Task Told_to_stop_it_leaves_a_sync_to_go_on_and_brings_a_change_to_its_end()
    {
        await using var bench = await HostBench.StartAsync();
        var (begun, go) = (0, new TaskCompletionSource());
        bench.Handlers[Kinds.SyncFull] = async (task, token) =>
        {
            Interlocked.Increment(ref begun);
            await Task.Delay(Timeout.InfiniteTimeSpan, token);
            return await bench.UploadAsync(task, token);
        };
        bench.Handlers[Kinds.Grant] = async (_, token) =>
        {
            Interlocked.Increment(ref begun);
            await go.Task;
            Assert.False(token.IsCancellationRequested);
            return HostBench.Granted;
        };
        var ids = bench.Enqueue(Sync, Sync, Grant);
        bench.Serve();
        await UntilAsync(() => begun == 2, "a sync and a change to begin");
        await bench.Cloud.HeartbeatsAsync(ids[1], 1);

        bench.Stop();
        var (working, waiting) = (await bench.Cloud.FinishedAsync(ids[0]), await bench.Cloud.FinishedAsync(ids[1]));
        Assert.False(bench.Running.IsCompleted);
        go.SetResult();
        await bench.Running.WaitAsync(Patience);

        Assert.All([working, waiting], static finish =>
        {
            Assert.Equal((StatusCode.Cancelled, true), (finish.Code, finish.Retryable));
            Assert.Contains("goes on where it stopped", finish.Message, StringComparison.Ordinal);
        });
        Assert.True((await bench.Cloud.FinishedAsync(ids[2])).Succeeded);
        Assert.Empty(bench.Cloud.Violations);
    }

    [Fact]
    public async Task A_cloud_that_hangs_does_not_keep_it_and_what_does_not_end_is_not_known()
    {
        await using var bench = await HostBench.StartAsync();
        var never = new TaskCompletionSource();
        bench.Handlers[Kinds.Grant] = async (_, _) =>
        {
            await never.Task;
            return HostBench.Granted;
        };
        bench.Handlers[Kinds.Revoke] = static (_, _) => Task.FromResult(HostBench.Revoked);
        var ids = bench.Enqueue(Grant, new CloudTask { Revoke = new() });
        bench.Cloud.Faults.Always(CloudCall.Finish, CloudFault.Hang(), ids[1]);
        bench.Serve();
        await bench.Cloud.CallAsync(call => call.Call == CloudCall.Finish && call.TaskId == ids[1], "the finish that hangs");

        bench.Stop();
        await bench.Running.WaitAsync(Patience);

        var finish = await bench.Cloud.FinishedAsync(ids[0]);
        Assert.Equal((StatusCode.Cancelled, false), (finish.Code, finish.Retryable));
        Assert.Contains("not known whether", finish.Message, StringComparison.Ordinal);
        never.SetResult();
    }

    [Fact]
    public async Task Ends_are_taken_back_again_and_again()
    {
        await using var bench = await HostBench.StartAsync();
        var taken = 0;
        bench.Options = bench.Options with
        {
            TakeBackEvery = TimeSpan.FromMilliseconds(10),
            TakeBackEndedAsync = _ => Interlocked.Increment(ref taken) == 1 ? throw new IOException("full") : Task.CompletedTask,
        };
        bench.Serve();

        await UntilAsync(() => taken > 3, "the ledger to be looked at four times");

        Assert.Contains(bench.Log.Lines, static line => line.Text.Contains("taking back", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task One_call_in_seven_that_fails_leaves_nothing_undone(int seed)
    {
        await using var bench = await HostBench.StartAsync(new ControlPlaneOptions { TokenLifetime = TimeSpan.FromSeconds(12) });
        bench.Handlers[Kinds.Grant] = static (_, _) => Task.FromResult(HostBench.Granted);
        bench.Handlers[Kinds.SyncFull] = bench.UploadAsync;
        bench.Cloud.Faults.Share(seed, 0.15);
        Script[] scripts = [.. Enumerable.Range(0, 12).Select(static number => new Script(number % 4 == 0 ? Sync : Grant))];
        bench.Cloud.Enqueue(scripts);
        bench.Serve();

        var finishes = await Task.WhenAll(scripts.Select(script => bench.Cloud.FinishedAsync(script.Id)));

        Assert.All(finishes, static finish => Assert.True(finish.Succeeded, finish.Message));
        Assert.Empty(bench.Cloud.Violations);
    }

    private static void InterlockedMax(ref int most, int now)
    {
        for (var seen = Volatile.Read(ref most); seen < now; seen = Volatile.Read(ref most))
        {
            Interlocked.CompareExchange(ref most, now, seen);
        }
    }

    private static async Task UntilAsync(Func<bool> isSo, string what)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!isSo())
        {
            if (patience.IsCancellationRequested)
            {
                throw new TimeoutException($"waited in vain for {what}");
            }

            await Task.Delay(10, CancellationToken.None);
        }
    }
}
