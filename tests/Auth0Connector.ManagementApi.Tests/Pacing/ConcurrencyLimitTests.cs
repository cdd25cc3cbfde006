using Auth0Connector.ManagementApi.Pacing;

namespace Auth0Connector.ManagementApi.Tests.Pacing;

public sealed class ConcurrencyLimitTests
{
    [Fact]
    public void It_rises_to_the_most_that_was_allowed_while_answers_stay_quick()
    {
        var limit = new ConcurrencyLimit(40);

        Answer(limit, 0.06, times: 200);

        Assert.Equal(40, limit.Current);
    }

    [Fact]
    public void It_never_rises_where_nobody_needs_it()
    {
        var limit = new ConcurrencyLimit(40);

        for (var i = 0; i < 200; i++)
        {
            limit.Answered(RateGroup.Other, 0.06, inFlight: 3, i);
        }

        Assert.Equal(8, limit.Current);
    }

    [Fact]
    public void Slow_answers_narrow_it_once_a_round_trip()
    {
        var limit = new ConcurrencyLimit(40);
        Answer(limit, 0.06, times: 200);

        for (var i = 0; i < 40; i++)
        {
            limit.Answered(RateGroup.Other, 0.5, limit.Current, 1000 + (i * 0.001));
        }

        Assert.Equal(32, limit.Current);
    }

    [Fact]
    public void A_refusal_halves_it_and_it_comes_back_slowly()
    {
        var limit = new ConcurrencyLimit(40);
        Answer(limit, 0.06, times: 200);

        limit.Strained(0.06, 1000);
        Assert.Equal(20, limit.Current);

        Answer(limit, 0.06, times: 20, from: 1001);
        Assert.InRange(limit.Current, 20, 21);
    }

    [Fact]
    public void One_request_may_always_travel()
    {
        var limit = new ConcurrencyLimit(40);

        for (var i = 0; i < 50; i++)
        {
            limit.Strained(0.1, i);
        }

        Assert.Equal(1, limit.Current);
    }

    private static void Answer(ConcurrencyLimit limit, double latency, int times, double from = 0)
    {
        for (var i = 0; i < times; i++)
        {
            limit.Answered(RateGroup.Other, latency, limit.Current, from + (i * latency));
        }
    }
}
