using Auth0Connector.Cli.Sync.Progress;
using Auth0Connector.Sync.Reporting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Auth0Connector.Cli.Tests.Output;

public sealed class ProgressTests
{
    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public void Figures_tell_counts_rate_and_time_left()
    {
        var type = new TypeProgress(
            new SyncProgress("user", 400, 1200, 0, 0, 1, 4),
            new SyncProgress("user", 0, 1200, 0, 0, 1, 0),
            _clock.GetTimestamp());

        Assert.Equal("400/1,200  200/s  4.0 s left", type.Figures(TimeSpan.FromSeconds(2)));
    }

    [Fact]
    public void Nothing_is_promised_before_anything_was_read()
    {
        var first = new SyncProgress("user", 0, 1200, 0, 0, 1, 0);

        Assert.Equal("0/1,200", new TypeProgress(first, first, 0).Figures(TimeSpan.FromSeconds(2)));
    }

    [Fact]
    public void The_board_keeps_types_in_the_order_in_which_they_came()
    {
        var board = new LatestProgress(NullLogger.Instance, LogLevel.Debug, _clock);
        Assert.Equal("nothing was read yet", board.Describe());
        board.Progressed(new SyncProgress("user", 400, 900, 0, 0, 1, 4));
        _clock.Advance(TimeSpan.FromSeconds(1));
        board.Progressed(new SyncProgress("role", 12, 12, 30, 2, 12, 4));
        board.Progressed(new SyncProgress("user", 1500, 900, 0, 0, 1, 4));

        Assert.Equal("read user 1,500, role 12 with 30 grants", board.Describe());
    }

    [Fact]
    public async Task Progress_is_logged_every_ten_seconds_until_the_work_is_over()
    {
        var log = new ListLogger();
        var board = new LatestProgress(NullLogger.Instance, LogLevel.Debug, _clock);
        var work = new TaskCompletionSource<int>();
        var shown = LoggedProgress.ShowWhileAsync(() => work.Task, board, log, _clock);
        _clock.Advance(TimeSpan.FromSeconds(9));
        Assert.Empty(log.Lines);
        _clock.Advance(TimeSpan.FromSeconds(1));
        await log.WaitAsync();
        work.SetResult(7);

        Assert.Equal(7, await shown);
        Assert.Equal(["nothing was read yet"], log.Lines);
    }

    private sealed class ListLogger : ILogger
    {
        private readonly TaskCompletionSource _first = new();

        public List<string> Lines { get; } = [];

        public Task WaitAsync() => _first.Task;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            Lines.Add(formatter(state, exception));
            _first.TrySetResult();
        }
    }
}
