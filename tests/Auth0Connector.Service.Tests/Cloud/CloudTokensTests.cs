using Auth0Connector.Service.Cloud;
using Grpc.Core;
using Microsoft.Extensions.Time.Testing;

namespace Auth0Connector.Service.Tests.Cloud;

/// <summary>One token for everybody, asked for once at a time.</summary>
public sealed class CloudTokensTests : IDisposable
{
    private readonly FakeTimeProvider _clock = new();
    private readonly Queue<TaskCompletionSource<CloudToken>> _questions = new();
    private readonly SemaphoreSlim _asked = new(0);
    private readonly CloudTokens _tokens;

    public CloudTokensTests()
    {
        _tokens = new CloudTokens(
            stop =>
            {
                var question = new TaskCompletionSource<CloudToken>(TaskCreationOptions.RunContinuationsAsynchronously);
                stop.Register(() => question.TrySetCanceled(stop));
                lock (_questions)
                {
                    _questions.Enqueue(question);
                }

                _asked.Release();
                return question.Task;
            },
            _clock);
    }

    public void Dispose()
    {
        _tokens.Dispose();
        _asked.Dispose();
    }

    [Fact]
    public async Task Fifty_callers_ask_once()
    {
        var callers = Enumerable.Range(0, 50).Select(_ => Task.Run(() => _tokens.GetAsync(CancellationToken.None))).ToList();
        (await QuestionAsync()).SetResult(Token("one", 3600));

        var tokens = await Task.WhenAll(callers);

        Assert.Single(tokens.Distinct());
        Assert.Equal("Bearer one", (await _tokens.GetAsync(CancellationToken.None)).Header());
        Assert.Empty(_questions);
    }

    [Fact]
    public async Task Fifty_callers_share_a_failure_and_the_next_asks_anew()
    {
        var callers = Enumerable.Range(0, 50).Select(_ => _tokens.GetAsync(CancellationToken.None)).ToList();
        (await QuestionAsync()).SetException(new CloudException(CloudFailure.Unavailable, StatusCode.Unavailable, "away"));

        foreach (var caller in callers)
        {
            Assert.Equal("away", (await Assert.ThrowsAsync<CloudException>(() => caller)).Message);
        }

        var next = _tokens.GetAsync(CancellationToken.None);
        (await QuestionAsync()).SetResult(Token("two", 3600));
        Assert.Equal("two", (await next).Reveal());
        Assert.Empty(_questions);
    }

    [Fact]
    public async Task Who_stops_waiting_takes_nothing_from_the_others()
    {
        using var stop = new CancellationTokenSource();
        var first = _tokens.GetAsync(stop.Token);
        var second = _tokens.GetAsync(CancellationToken.None);
        var question = await QuestionAsync();

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        question.SetResult(Token("one", 3600));

        Assert.Equal("one", (await second).Reveal());
    }

    [Fact]
    public async Task A_token_of_12_seconds_is_used_until_less_than_10_are_left()
    {
        var first = await GetAsync("one", 12);

        _clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Same(first, await _tokens.GetAsync(CancellationToken.None));
        _clock.Advance(TimeSpan.FromMilliseconds(1));

        Assert.Equal("two", (await GetAsync("two", 12)).Reveal());
    }

    [Fact]
    public async Task A_token_that_is_over_when_it_comes_serves_who_asked_for_it_and_nobody_after()
    {
        Assert.Equal("one", (await GetAsync("one", 5)).Reveal());
        Assert.Equal("two", (await GetAsync("two", 5)).Reveal());
    }

    [Fact]
    public async Task A_refused_token_is_dropped_unless_a_newer_one_has_taken_its_place()
    {
        var first = await GetAsync("one", 3600);
        _tokens.Drop(first);
        var second = await GetAsync("two", 3600);

        _tokens.Drop(first);

        Assert.Same(second, await _tokens.GetAsync(CancellationToken.None));
    }

    [Fact]
    public async Task The_end_of_the_client_ends_the_question()
    {
        var waiting = _tokens.GetAsync(CancellationToken.None);
        await QuestionAsync();

        _tokens.Dispose();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    [Fact]
    public void As_text_a_token_is_masked() => Assert.Equal("***", Token("one", 1).ToString());

    private async Task<CloudToken> GetAsync(string text, int seconds)
    {
        var waiting = _tokens.GetAsync(CancellationToken.None);
        (await QuestionAsync()).SetResult(Token(text, seconds));
        return await waiting;
    }

    private async Task<TaskCompletionSource<CloudToken>> QuestionAsync()
    {
        Assert.True(await _asked.WaitAsync(TimeSpan.FromSeconds(30)), "nobody asked for a token");
        lock (_questions)
        {
            return _questions.Dequeue();
        }
    }

    private CloudToken Token(string text, int seconds) => new("Bearer", text, _clock.GetTimestamp() + (seconds * _clock.TimestampFrequency));
}
