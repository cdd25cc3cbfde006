using Auth0Connector.ManagementApi.Pacing;
using Microsoft.Extensions.Time.Testing;

namespace Auth0Connector.ManagementApi.Tests.Pacing;

public sealed class UrgentTests
{
    /// <summary>The group that is crowded, that of the urgent request, and whether both count against one bucket.</summary>
    public static TheoryData<RateGroup, RateGroup, bool> Crowds => new()
    {
        { RateGroup.UserWrites, RateGroup.UserWrites, true },
        { RateGroup.Users, RateGroup.UserWrites, true },
        { RateGroup.Other, RateGroup.MemberWrites, false },
    };

    [Theory]
    [MemberData(nameof(Crowds))]
    public void An_urgent_request_passes_a_thousand_that_wait(RateGroup crowded, RateGroup urgent, bool isShared)
    {
        using var tenant = new SimulatedTenant(new PaceOptions());
        Limit(tenant, crowded, urgent, isShared);
        tenant.Ask(urgent, 1);
        tenant.Ask(crowded, 1000);
        tenant.RunUntil(20);
        var asked = tenant.Now;
        var others = tenant.Answered(crowded);

        var waiter = tenant.AskUrgently(urgent);
        tenant.RunUntil(asked + 1);

        Assert.True(waiter.Granted.IsCompletedSuccessfully);
        Assert.InRange(tenant.Answered(crowded) - others, 0, 15);
        Assert.True(tenant.Answered(crowded) < 500, "the crowd was gone before");
    }

    [Theory]
    [MemberData(nameof(Crowds))]
    public void The_pace_stays_whatever_is_urgent(RateGroup crowded, RateGroup urgent, bool isShared)
    {
        var alone = Time(crowded, urgent, isShared, urgentEvery: null);

        var ended = Time(crowded, urgent, isShared, urgentEvery: 2);

        Assert.InRange(ended, alone * 0.95, alone * 1.05);
    }

    [Fact]
    public async Task Where_there_is_no_room_whoever_has_a_place_goes_on_and_the_urgent_one_takes_what_is_freed()
    {
        using var governor = new Governor(new PaceOptions { MaxConcurrency = 1 }, new FakeTimeProvider());
        using var place = governor.Keep();
        governor.Answered(await governor.AdmitAsync(RateGroup.Users, RequestPriority.Ordinary, place, CancellationToken.None), headers: null);
        var ordinary = governor.Enqueue(RateGroup.Other);
        var urgent = governor.Enqueue(RateGroup.Users, RequestPriority.Urgent);
        Assert.False(urgent.IsGone);

        var goingOn = governor.Enqueue(RateGroup.Users, RequestPriority.Ordinary, place);
        Assert.True(goingOn.IsGone);
        governor.Answered(await goingOn.Granted, headers: null);
        Assert.False(urgent.IsGone);
        place.Free();

        Assert.True(urgent.IsGone);
        Assert.False(ordinary.IsGone);
    }

    [Fact]
    public async Task An_urgent_request_that_nobody_waits_for_any_more_holds_nobody_up()
    {
        using var governor = new Governor(new PaceOptions { MaxConcurrency = 1 }, new FakeTimeProvider());
        var travelling = await governor.AdmitAsync(RateGroup.Users, RequestPriority.Ordinary, place: null, CancellationToken.None);
        using var giveUp = new CancellationTokenSource();
        var urgent = governor.AdmitAsync(RateGroup.Users, RequestPriority.Urgent, place: null, giveUp.Token).AsTask();
        var ordinary = governor.Enqueue(RateGroup.Users);

        await giveUp.CancelAsync();
        governor.Answered(travelling, headers: null);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => urgent);
        Assert.True(ordinary.IsGone);
    }

    private static double Time(RateGroup crowded, RateGroup urgent, bool isShared, int? urgentEvery)
    {
        using var tenant = new SimulatedTenant(new PaceOptions());
        Limit(tenant, crowded, urgent, isShared);
        tenant.Ask(urgent, 1);
        tenant.Ask(crowded, 400);
        for (var second = 2; urgentEvery is { } pause && second < 20; second += pause)
        {
            tenant.RunUntil(second);
            tenant.AskUrgently(urgent);
        }

        var ended = tenant.Run();
        Assert.Equal(0, tenant.Refusals);
        return ended;
    }

    private static void Limit(SimulatedTenant tenant, RateGroup crowded, RateGroup urgent, bool isShared)
    {
        if (isShared)
        {
            tenant.Limit(50, 16, RateGroup.Other, crowded, urgent);
        }
        else
        {
            tenant.Limit(50, 16, crowded);
            tenant.Limit(20, 200 / 60.0, urgent);
        }
    }
}
