using Auth0Connector.Service.Cloud;
using Google.Protobuf.WellKnownTypes;

namespace Auth0Connector.Service.Tests.Cloud;

/// <summary>How long is waited: by us after failures, and by the cloud's wish.</summary>
public sealed class BackoffTests
{
    [Theory]
    [InlineData(1, 0.5, 1)]
    [InlineData(2, 1, 2)]
    [InlineData(3, 2, 4)]
    [InlineData(6, 16, 32)]
    [InlineData(7, 30, 60)]
    [InlineData(1000, 30, 60)]
    [InlineData(int.MaxValue, 30, 60)]
    [InlineData(0, 0.5, 1)]
    public void A_wait_is_half_to_all_of_what_doubles_up_to_the_longest(int failures, double shortest, double longest)
    {
        Assert.Equal(TimeSpan.FromSeconds(shortest), Backoff.Asking.Wait(failures, 0));
        Assert.InRange(Backoff.Asking.Wait(failures, 0.999), TimeSpan.FromSeconds(longest * 0.99), TimeSpan.FromSeconds(longest));
        Assert.InRange(Backoff.Asking.Wait(failures), TimeSpan.FromSeconds(shortest), TimeSpan.FromSeconds(longest));
    }

    [Fact]
    public void Waits_differ_from_each_other() =>
        Assert.True(Enumerable.Range(0, 20).Select(_ => Backoff.Asking.Wait(7)).Distinct().Count() > 10);

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(12, 500_000_000, 12.5)]
    [InlineData(300, 0, 300)]
    [InlineData(301, 0, 300)]
    [InlineData(-5, 0, 0)]
    [InlineData(0, -500_000_000, 0)]
    [InlineData(long.MaxValue, int.MaxValue, 300)]
    [InlineData(long.MinValue, int.MinValue, 0)]
    public void The_next_poll_is_0_to_5_minutes_whatever_the_cloud_says(long seconds, int nanos, double expected) =>
        Assert.Equal(TimeSpan.FromSeconds(expected), WireDurations.NextPoll(new Duration { Seconds = seconds, Nanos = nanos }));

    [Theory]
    [InlineData(0, 0, 30)]
    [InlineData(0, 1, 1)]
    [InlineData(2, 0, 2)]
    [InlineData(-5, 0, 1)]
    [InlineData(long.MaxValue, 0, 300)]
    public void The_next_heartbeat_is_1_second_to_5_minutes_and_30_seconds_where_nothing_is_said(long seconds, int nanos, double expected) =>
        Assert.Equal(TimeSpan.FromSeconds(expected), WireDurations.NextBeat(new Duration { Seconds = seconds, Nanos = nanos }));

    [Fact]
    public void Without_a_wish_the_poll_is_due_at_once_and_the_heartbeat_in_30_seconds() =>
        Assert.Equal((TimeSpan.Zero, TimeSpan.FromSeconds(30)), (WireDurations.NextPoll(null), WireDurations.NextBeat(null)));
}
