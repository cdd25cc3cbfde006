using Auth0Connector.Service.Health;
using Microsoft.Extensions.Time.Testing;

namespace Auth0Connector.Service.Tests.Health;

public sealed class KeptCheckTests
{
    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public async Task An_answer_counts_for_half_a_minute_whoever_asks()
    {
        var (asked, fails) = (0, true);
        using var check = new KeptCheck(
            _ =>
            {
                asked++;
                return fails ? Task.FromException(new InvalidOperationException("down")) : Task.CompletedTask;
            },
            static failure => failure.Message,
            _clock);

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => check.AskAsync(CancellationToken.None)));
        Assert.All(answers, static answer => Assert.Equal("down", answer));
        Assert.Equal(1, asked);

        fails = false;
        _clock.Advance(KeptCheck.Counts);
        Assert.Null(await check.AskAsync(CancellationToken.None));
        Assert.Equal(2, asked);
    }

    [Fact]
    public async Task Nobody_waits_longer_than_half_a_minute()
    {
        using var check = new KeptCheck(token => Task.Delay(Timeout.InfiniteTimeSpan, token), static failure => failure.Message, _clock);

        var asking = check.AskAsync(CancellationToken.None);
        _clock.Advance(TimeSpan.FromSeconds(30));

        Assert.Equal("no answer within 30 seconds", await asking.WaitAsync(TimeSpan.FromSeconds(30)));
    }
}
