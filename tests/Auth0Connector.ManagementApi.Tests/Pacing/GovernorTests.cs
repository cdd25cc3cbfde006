using Auth0Connector.ManagementApi.Pacing;

namespace Auth0Connector.ManagementApi.Tests.Pacing;

public sealed class GovernorTests
{
    [Theory]
    [InlineData(RateGroup.Other, 2, 2, 0.8)]
    [InlineData(RateGroup.Other, 2, 2, 1)]
    [InlineData(RateGroup.Other, 10, 2.5, 0.8)]
    [InlineData(RateGroup.Other, 50, 16, 0.8)]
    [InlineData(RateGroup.Other, 50, 16, 1)]
    [InlineData(RateGroup.Other, 50, 15, 0.8)]
    [InlineData(RateGroup.Other, 50, 15, 1)]
    [InlineData(RateGroup.Other, 30, 10, 0.8)]
    [InlineData(RateGroup.Other, 100, 5, 0.8)]
    [InlineData(RateGroup.Users, 40, 500 / 60.0, 0.5)]
    [InlineData(RateGroup.Organizations, 5, 50 / 60.0, 0.8)]
    [InlineData(RateGroup.OrganizationMembers, 40, 500 / 60.0, 1)]
    public void A_bucket_is_used_to_the_full_and_not_beyond(RateGroup group, int burst, double perSecond, double share)
    {
        using var tenant = new SimulatedTenant(new PaceOptions { RateShare = share });
        tenant.Limit(burst, perSecond, group);
        var requests = (int)(burst + (30 * perSecond));
        tenant.Ask(group, requests);

        var ended = tenant.Run();

        var floor = (requests - (burst * share)) / (perSecond * share);
        // Below it only as long as the documented guess stands and is too fast.
        Assert.InRange(ended, floor * 0.95, floor * 1.05);
        Assert.InRange(tenant.Refusals, 0, share < 1 ? 0 : 2);
    }

    /// <summary>Two thousand organizations of up to 100 members on the enterprise plan: one request for each, 500 a minute.</summary>
    [Theory]
    [InlineData(1, 4)]
    [InlineData(0.8, 5)]
    public void The_members_of_two_thousand_organizations_take_minutes(double share, double minutes)
    {
        using var tenant = new SimulatedTenant(new PaceOptions { RateShare = share }) { Jitter = 0.02 };
        tenant.Limit(40, 500 / 60.0, RateGroup.OrganizationMembers);
        tenant.Limit(50, 16, RateGroup.Other, RateGroup.Users);
        tenant.Ask(RateGroup.OrganizationMembers, 2000);
        tenant.Ask(RateGroup.Users, 30);
        tenant.Ask(RateGroup.Other, 10);

        var ended = tenant.Run();

        var floor = (2000 - (40 * share)) / (500 / 60.0 * share);
        Assert.InRange(ended, floor, floor * 1.01);
        Assert.InRange(ended / 60, 0, minutes);
        Assert.InRange(tenant.Refusals, 0, share < 1 ? 0 : 2);
    }

    [Theory]
    [InlineData(0.8)]
    [InlineData(1)]
    public void Groups_that_show_each_others_consumption_are_one_bucket(double share)
    {
        using var tenant = new SimulatedTenant(new PaceOptions { RateShare = share });
        RateGroup[] groups = [RateGroup.Other, RateGroup.Users, RateGroup.Organizations, RateGroup.OrganizationMembers];
        tenant.Limit(50, 15, groups);
        foreach (var group in groups)
        {
            tenant.Ask(group, 100);
        }

        var ended = tenant.Run();

        var floor = (400 - (50 * share)) / (15 * share);
        // Below it only as long as the documented guess stands and is too fast.
        Assert.InRange(ended, floor * 0.95, floor * 1.05);
        Assert.InRange(tenant.Refusals, 0, share < 1 ? 0 : 2);
        Assert.Equal(groups.Order(), Assert.Single(tenant.Governor.Buckets()).Groups.Order());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void Answers_that_overtake_each_other_do_not_hide_a_shared_bucket(int seed)
    {
        using var tenant = new SimulatedTenant(new PaceOptions()) { Jitter = 0.3, Seed = seed };
        tenant.Limit(50, 15, RateGroup.Other, RateGroup.Users, RateGroup.Organizations, RateGroup.OrganizationMembers);
        tenant.Ask(RateGroup.Users, 2);
        tenant.Ask(RateGroup.Other, 1);
        tenant.Ask(RateGroup.Organizations, 1);
        tenant.Run();
        tenant.Ask(RateGroup.OrganizationMembers, 80);
        tenant.Ask(RateGroup.Other, 100);

        var ended = tenant.Run();

        var floor = (184 - 40) / 12.0;
        Assert.InRange(ended, floor * 0.9, (floor * 1.05) + 1);
        Assert.Equal(0, tenant.Refusals);
        Assert.Single(tenant.Governor.Buckets());
    }

    [Fact]
    public void Groups_with_buckets_of_their_own_run_side_by_side()
    {
        using var tenant = new SimulatedTenant(new PaceOptions());
        tenant.Limit(50, 16, RateGroup.Other);
        tenant.Limit(40, 500 / 60.0, RateGroup.OrganizationMembers);
        tenant.Ask(RateGroup.OrganizationMembers, 300);
        tenant.Ask(RateGroup.Other, 300);

        tenant.Run();

        Assert.InRange(tenant.Answers[RateGroup.Other][^1], 0, (300 - 40) / 12.8 * 1.05);
        Assert.InRange(tenant.Answers[RateGroup.OrganizationMembers][^1], 0, (300 - 32) / (0.8 * 500 / 60) * 1.05);
        Assert.Equal(2, tenant.Governor.Buckets().Count);
        Assert.Equal(0, tenant.Refusals);
    }

    [Fact]
    public void A_group_that_waits_for_tokens_holds_no_other_up()
    {
        using var tenant = new SimulatedTenant(new PaceOptions { MaxConcurrency = 4 });
        tenant.Limit(5, 1, RateGroup.Organizations);
        tenant.Ask(RateGroup.Organizations, 60);
        tenant.RunUntil(10);
        tenant.Ask(RateGroup.Users, 100);

        tenant.RunUntil(14);

        Assert.Equal(100, tenant.Answered(RateGroup.Users));
        Assert.InRange(tenant.Answered(RateGroup.Organizations), 8, 20);
    }

    [Fact]
    public void Groups_of_one_bucket_take_turns()
    {
        using var tenant = new SimulatedTenant(new PaceOptions());
        tenant.Limit(10, 5, RateGroup.Users, RateGroup.Other);
        tenant.Ask(RateGroup.Other, 200);
        tenant.RunUntil(10);
        tenant.Ask(RateGroup.Users, 20);

        tenant.RunUntil(22);

        Assert.Equal(20, tenant.Answered(RateGroup.Users));
    }

    [Fact]
    public void A_faster_tenant_than_documented_is_found_out()
    {
        using var tenant = new SimulatedTenant(new PaceOptions { MaxConcurrency = 64 });
        tenant.Limit(50, 100, RateGroup.Other);
        tenant.Ask(RateGroup.Other, 2000);

        var ended = tenant.Run();

        Assert.InRange(ended, (2000 - 40) / 80.0, (2000 - 40) / 80.0 * 1.5);
        Assert.Equal(0, tenant.Refusals);
    }

    [Fact]
    public void What_production_takes_is_left_to_it()
    {
        using var tenant = new SimulatedTenant(new PaceOptions { RateShare = 0.5 });
        var bucket = tenant.Limit(50, 16, RateGroup.Other);
        tenant.Ask(RateGroup.Other, 400);
        var refused = 0;
        for (var second = 0.0; second < 30; second += 0.2)
        {
            tenant.RunUntil(second);
            // Eight a second, half of what the bucket gets back.
            refused += bucket.Take(tenant.Now) ? 0 : 1;
            refused += second % 1 < 0.5 && !bucket.Take(tenant.Now) ? 1 : 0;
        }

        Assert.Equal((0, 0), (refused, tenant.Refusals));
        Assert.True(tenant.Answered(RateGroup.Other) > 110, $"{tenant.Answered(RateGroup.Other)} answered");
    }

    [Fact]
    public void A_tenant_without_limits_is_asked_as_fast_as_it_answers()
    {
        using var tenant = new SimulatedTenant(new PaceOptions { MaxConcurrency = 32 });
        tenant.Ask(RateGroup.Other, 320);

        var ended = tenant.Run();

        Assert.Equal(32, tenant.MostTravelling);
        Assert.InRange(ended, 0.6, 1.2);
    }

    [Fact]
    public void The_cap_on_requests_a_second_holds_over_every_second()
    {
        using var tenant = new SimulatedTenant(new PaceOptions { MaxRequestsPerSecond = 20 });
        tenant.Ask(RateGroup.Other, 50);
        tenant.Ask(RateGroup.Users, 50);

        tenant.Run();

        var times = tenant.Answers.Values.SelectMany(static times => times).Order().ToList();
        Assert.All(times, from => Assert.InRange(times.Count(time => time >= from && time < from + 1), 0, 21));
        Assert.InRange(times[^1], 4.9, 5.3);
    }

    [Fact]
    public void No_more_than_the_smallest_bucket_is_asked_before_anything_is_known()
    {
        using var tenant = new SimulatedTenant(new PaceOptions());
        tenant.Limit(2, 2, RateGroup.Other, RateGroup.Users, RateGroup.Organizations, RateGroup.OrganizationMembers);
        foreach (var group in (RateGroup[])[RateGroup.Users, RateGroup.Other, RateGroup.Organizations, RateGroup.OrganizationMembers])
        {
            tenant.Ask(group, 5);
        }

        tenant.Run();

        Assert.Equal(0, tenant.Refusals);
    }

    [Fact]
    public async Task After_a_refusal_everybody_who_shares_the_bucket_waits()
    {
        using var tenant = new SimulatedTenant(new PaceOptions());
        tenant.Ask(RateGroup.Other, 1);
        tenant.Run();
        var permit = await tenant.Governor.Enqueue(RateGroup.Other).Granted;
        tenant.Governor.Refused(permit, headers: null, TimeSpan.FromSeconds(7));

        tenant.Ask(RateGroup.Other, 1);
        var before = tenant.Now;

        Assert.InRange(tenant.Run() - before, 7, 9);
    }

    [Fact]
    public async Task Who_gives_up_waiting_leaves_the_queue()
    {
        using var tenant = new SimulatedTenant(new PaceOptions { MaxConcurrency = 1 });
        _ = tenant.Governor.Enqueue(RateGroup.Other);
        using var giveUp = new CancellationTokenSource();
        var waiting = tenant.Governor.AdmitAsync(RateGroup.Other, RequestPriority.Ordinary, place: null, giveUp.Token).AsTask();
        await giveUp.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }
}
