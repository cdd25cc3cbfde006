using Auth0Connector.Service.Cloud;
using Auth0Connector.Service.Hosting;
using Auth0Connector.Service.Tests.Cloud;
using Grpc.Core;

namespace Auth0Connector.Service.Tests.Hosting;

public sealed class HeartbeatsTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly HurriedTime _clock = new(keepsCalls: false);
    private readonly Queue<Beat?> _answers = new();
    private int _beats;

    [Theory]
    [InlineData(true, 9)]
    [InlineData(false, 40)]
    public async Task Nine_failures_in_a_row_end_a_sync_and_nothing_else(bool ends, int beats)
    {
        using var stop = new Stop("service", CancellationToken.None);
        using var over = new CancellationTokenSource();
        var heartbeats = Of(ends, stop, over, most: 40);

        await heartbeats.BeatAsync(CancellationToken.None);
        await heartbeats.GoOnAsync(over.Token).WaitAsync(Patience);

        Assert.Equal(beats, _beats);
        Assert.Equal(ends ? Heartbeats.UnansweredReason : null, stop.Reason);
        Assert.Equal(ends, stop.Token.IsCancellationRequested);
        Assert.All(_clock.Waits, static wait => Assert.Equal(TimeSpan.FromSeconds(30), wait));
    }

    [Fact]
    public async Task An_answer_sets_the_next_and_forgives_failures()
    {
        foreach (var answer in new Beat?[] { new(TimeSpan.FromSeconds(10), false), null, null, null, null, null, null, null, null, new(TimeSpan.FromSeconds(60), false), null, null })
        {
            _answers.Enqueue(answer);
        }

        using var stop = new Stop("service", CancellationToken.None);
        using var over = new CancellationTokenSource();
        var heartbeats = Of(ends: true, stop, over, most: 12);

        await heartbeats.BeatAsync(CancellationToken.None);
        await heartbeats.GoOnAsync(over.Token).WaitAsync(Patience);

        Assert.Null(stop.Reason);
        Assert.Equal([10, 10, 10, 10, 10, 10, 10, 10, 10, 60, 60], _clock.Waits.Select(static wait => (int)wait.TotalSeconds));
    }

    [Fact]
    public async Task A_task_begins_with_one_that_was_answered()
    {
        _answers.Enqueue(null);
        _answers.Enqueue(null);
        _answers.Enqueue(new Beat(TimeSpan.FromSeconds(10), false));
        using var stop = new Stop("service", CancellationToken.None);
        using var over = new CancellationTokenSource();

        await Of(ends: true, stop, over, most: 40).BeginAsync(CancellationToken.None).WaitAsync(Patience);

        Assert.Equal(3, _beats);
        Assert.Null(stop.Reason);
    }

    [Fact]
    public async Task A_cancellation_ends_any_task_and_the_beats()
    {
        _answers.Enqueue(new Beat(TimeSpan.FromSeconds(1), true));
        using var stop = new Stop("service", CancellationToken.None);
        using var over = new CancellationTokenSource();

        await Of(ends: false, stop, over, most: 40).GoOnAsync(over.Token).WaitAsync(Patience);

        Assert.Equal(Heartbeats.CancelledReason, stop.Reason);
        Assert.Equal(1, _beats);
    }

    private Heartbeats Of(bool ends, Stop stop, CancellationTokenSource over, int most) => new(
        async (_, _) =>
        {
            if (++_beats == most)
            {
                await over.CancelAsync();
            }

            return _answers.TryDequeue(out var answer) && answer is not null
                ? answer
                : throw new CloudException(CloudFailure.Unavailable, StatusCode.Unavailable, "away");
        },
        "task",
        ends,
        stop,
        _clock,
        new HostLog(new RecordingLog()));
}
