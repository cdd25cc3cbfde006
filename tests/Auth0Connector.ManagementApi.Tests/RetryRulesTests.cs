using System.Net;
using System.Net.Http.Headers;
using Auth0Connector.ManagementApi.Http;
using CsCheck;

namespace Auth0Connector.ManagementApi.Tests;

/// <summary>How long to wait, as arithmetic: what an answer asks for, and what becomes of it.</summary>
public sealed class RetryRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    /// <summary>Status, Retry-After, x-ratelimit-reset, seconds asked for; null where nothing is.</summary>
    public static TheoryData<int, string?, string?, double?> Asked => new()
    {
        { 503, null, null, null },
        { 503, "7", null, 7 },
        { 503, "0", null, 0 },
        { 503, At(90), null, 90 },
        { 503, At(-90), null, 0 },
        { 503, null, Reset(30), null },
        { 500, null, Reset(30), null },
        { 429, null, null, 1 },
        { 429, "0", null, 1 },
        { 429, "7", null, 7 },
        { 429, "7", Reset(30), 7 },
        { 429, At(-90), Reset(30), 1 },
        { 429, null, Reset(30), 30 },
        { 429, null, Reset(-30), 1 },
        { 429, null, "0", 1 },
        { 429, null, "-1", 1 },
        { 429, null, "soon", 1 },
        { 429, null, "", 1 },
        { 429, null, "253402300800", 1 },
        { 429, null, "99999999999999999999", 1 },
    };

    [Theory]
    [MemberData(nameof(Asked))]
    public void A_pause_is_what_the_answer_asks_for(int status, string? retryAfter, string? reset, double? seconds)
    {
        Assert.Equal(seconds, RetryRules.AskedPause(Answer(status, retryAfter, reset, date: null), Now)?.TotalSeconds);

        // By the server's clock where it tells the time, whatever ours says.
        Assert.Equal(seconds, RetryRules.AskedPause(Answer(status, retryAfter, reset, Now), Now.AddHours(5))?.TotalSeconds);
    }

    [Fact]
    public void The_last_second_that_can_be_told_is_a_time_like_any_other() =>
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(253_402_300_799) - Now, RetryRules.AskedPause(Answer(429, retryAfter: null, "253402300799", date: null), Now));

    [Theory]
    [InlineData(1, null, 1)]
    [InlineData(2, null, 2)]
    [InlineData(4, null, 8)]
    [InlineData(40, null, 60)]
    [InlineData(int.MaxValue, null, 60)]
    [InlineData(0, null, 1)]
    [InlineData(1, 5.0, 5)]
    [InlineData(4, 5.0, 8)]
    [InlineData(1, 500.0, 60)]
    [InlineData(3, 0.0, 4)]
    public void A_pause_doubles_gives_way_to_a_longer_one_and_ends_at_the_longest(int attempt, double? asked, double seconds)
    {
        TimeSpan? pause = asked is { } given ? TimeSpan.FromSeconds(given) : null;
        Assert.Equal(TimeSpan.FromSeconds(seconds), RetryRules.Pause(attempt, pause, Second, 60 * Second, random: 0));
        Assert.Equal(TimeSpan.FromSeconds(seconds * 1.125), RetryRules.Pause(attempt, pause, Second, 60 * Second, random: 0.5));
    }

    [Fact]
    public void A_pause_grows_stays_within_its_bounds_and_never_overflows()
    {
        Gen.Select(Gen.Int[1, 10_000], Gen.Double[0, 0.999], Gen.Int[0, 100_000]).Sample((attempt, random, asked) =>
        {
            var pause = RetryRules.Pause(
                attempt,
                TimeSpan.FromMilliseconds(asked),
                TimeSpan.FromMilliseconds(500),
                TimeSpan.FromSeconds(60),
                random);
            return pause >= TimeSpan.FromMilliseconds(500) && pause <= TimeSpan.FromSeconds(75);
        });
    }

    private static string At(int seconds) => Now.AddSeconds(seconds).ToString("R", null);

    private static string Reset(int seconds) => $"{Now.AddSeconds(seconds).ToUnixTimeSeconds()}";

    private static HttpResponseMessage Answer(int status, string? retryAfter, string? reset, DateTimeOffset? date)
    {
        var answer = new HttpResponseMessage((HttpStatusCode)status);
        answer.Headers.Date = date;
        answer.Headers.RetryAfter = retryAfter is null ? null : RetryConditionHeaderValue.Parse(retryAfter);
        if (reset is not null)
        {
            answer.Headers.TryAddWithoutValidation("x-ratelimit-reset", reset);
        }

        return answer;
    }
}
