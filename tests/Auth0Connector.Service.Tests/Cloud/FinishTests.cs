using Auth0Connector.ControlPlane.Calls;
using Auth0Connector.ControlPlane.Faults;
using Auth0Connector.Service.Protocol;
using Auth0Connector.Service.Tasks;
using Grpc.Core;
using ServiceTask = Auth0Connector.ControlPlane.Protocol.Task;
using Task = System.Threading.Tasks.Task;

namespace Auth0Connector.Service.Tests.Cloud;

/// <summary>The end of a task is told until it is heard.</summary>
public sealed class FinishTests
{
    private static readonly TaskOutcome Feeds = TaskOutcome.Done(new ListEventFeedsResponse());

    private readonly HurriedTime _clock = new();

    public static TheoryData<string, CloudFault> Faults() => new()
    {
        { "unavailable", CloudFault.Status(StatusCode.Unavailable) },
        { "internal", CloudFault.Status(StatusCode.Internal) },
        { "denied", CloudFault.Status(StatusCode.PermissionDenied) },
        { "unauthenticated", CloudFault.Status(StatusCode.Unauthenticated) },
        { "unimplemented", CloudFault.Status(StatusCode.Unimplemented) },
        { "a page", CloudFault.Page(503) },
        { "cut", CloudFault.Cut() },
        { "the answer lost", CloudFault.LostAnswer() },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task It_is_told_again_whatever_went_wrong_until_it_is_taken_and_counts_once(string form, CloudFault fault)
    {
        await using var scene = await CloudScene.StartAsync(clock: _clock);
        var id = await scene.TakeAsync(new ServiceTask { ListEventFeeds = new() });
        scene.Server.Faults.Next(CloudCall.Finish, fault, times: 6);

        Assert.True(await scene.Client.FinishAsync(id, Feeds, CancellationToken.None), form);

        Assert.True(Assert.Single(scene.Server.FinishesOf(id)).Succeeded);
        Assert.Empty(scene.Server.Violations);
        Assert.NotEmpty(_clock.Waits);
        Assert.All(_clock.Waits, static (wait, n) => Assert.InRange(wait, TimeSpan.FromSeconds(0.25 * Math.Pow(2, n)), TimeSpan.FromSeconds(0.5 * Math.Pow(2, n))));
    }

    [Fact]
    public async Task A_long_outage_is_waited_out_with_a_minute_at_most_between()
    {
        await using var scene = await CloudScene.StartAsync(clock: _clock);
        var id = await scene.TakeAsync(new ServiceTask { ListEventFeeds = new() });
        scene.Server.Faults.Next(CloudCall.Finish, CloudFault.Status(StatusCode.Unavailable), times: 30);

        await scene.Client.FinishAsync(id, Feeds, CancellationToken.None);

        Assert.Equal(30, _clock.Waits.Count);
        Assert.All(_clock.Waits.Skip(7), static wait => Assert.InRange(wait, TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(60)));
    }

    [Theory]
    [InlineData(StatusCode.NotFound)]
    [InlineData(StatusCode.InvalidArgument)]
    [InlineData(StatusCode.FailedPrecondition)]
    [InlineData(StatusCode.AlreadyExists)]
    public async Task A_task_that_the_cloud_no_longer_knows_is_let_go(StatusCode code)
    {
        await using var scene = await CloudScene.StartAsync(clock: _clock);
        var id = await scene.TakeAsync(new ServiceTask { ListEventFeeds = new() });
        scene.Server.Faults.Next(CloudCall.Finish, CloudFault.Status(code));

        Assert.False(await scene.Client.FinishAsync(id, Feeds, CancellationToken.None));

        Assert.Empty(_clock.Waits);
        Assert.Contains(scene.Log.Lines, line => line.Text.StartsWith($"task {id}: its end is not wanted: {scene.Server.Host} answered FinishTask with {code}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_failure_arrives_with_code_words_and_whether_to_try_again()
    {
        await using var scene = await CloudScene.StartAsync();
        var id = await scene.TakeAsync(new ServiceTask { ListEventFeeds = new() });

        await scene.Client.FinishAsync(id, TaskOutcome.Refused(StatusCode.FailedPrecondition, new string('x', 10_000)), CancellationToken.None);

        var finish = await scene.Server.FinishedAsync(id);
        Assert.Equal((StatusCode.FailedPrecondition, 4096, false), (finish.Code, finish.Message.Length, finish.Retryable));
    }

    [Fact]
    public async Task An_answer_that_no_call_can_carry_is_told_as_a_failure()
    {
        await using var scene = await CloudScene.StartAsync(clock: _clock);
        var id = await scene.TakeAsync(new ServiceTask { ListEventFeeds = new() });
        var answer = new ListEventFeedsResponse { List = { new EventFeedMetadata { Id = new string('x', 5 << 20) } } };

        Assert.True(await scene.Client.FinishAsync(id, TaskOutcome.Done(answer), CancellationToken.None));

        var finish = await scene.Server.FinishedAsync(id);
        Assert.Equal((StatusCode.ResourceExhausted, false), (finish.Code, finish.Retryable));
    }

    [Fact]
    public async Task Who_stops_is_obeyed_at_once_between_two_tries()
    {
        using var stop = new CancellationTokenSource();
        await using var scene = await CloudScene.StartAsync();
        var id = await scene.TakeAsync(new ServiceTask { ListEventFeeds = new() });
        scene.Server.Faults.Always(CloudCall.Finish, CloudFault.Hang());
        var finishing = scene.Client.FinishAsync(id, Feeds, stop.Token);
        await scene.Server.CallAsync(static call => call is { Call: CloudCall.Finish, Answered: null }, "a finish that hangs");

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => finishing.WaitAsync(TimeSpan.FromSeconds(30)));
    }
}
