using Auth0Connector.ManagementApi.Pacing;
using Microsoft.Extensions.Time.Testing;

namespace Auth0Connector.ManagementApi.Tests.Pacing;

public sealed class KeptPlaceTests
{
    private readonly Governor _governor = new(new PaceOptions { MaxConcurrency = 1 }, new FakeTimeProvider());

    [Fact]
    public async Task An_answer_counts_as_on_its_way_until_it_is_safe()
    {
        using var place = _governor.Keep();
        _governor.Answered(await AdmitAsync(place), headers: null);
        var other = await ElsewhereAsync(() => AdmitAsync());

        Assert.False(other.IsCompleted);
        place.Free();

        await other;
    }

    [Fact]
    public async Task Whoever_goes_on_before_that_travels_in_its_place_and_waits_for_nobody()
    {
        using var place = _governor.Keep();
        _governor.Answered(await AdmitAsync(place), headers: null);
        var other = await ElsewhereAsync(() => AdmitAsync());

        _governor.Answered(await AdmitAsync(place), headers: null);

        Assert.True(place.IsTaken);
        Assert.False(other.IsCompleted);
        place.Free();
        await other;
    }

    [Fact]
    public async Task Whoever_goes_on_is_not_held_up_by_what_goes_first_and_has_no_place()
    {
        using var place = _governor.Keep();
        _governor.Answered(await AdmitAsync(place), headers: null);
        var job = await ElsewhereAsync(() => _governor.AdmitAsync(RateGroup.Users, RequestPriority.Job, place: null, CancellationToken.None).AsTask());

        _governor.Answered(await AdmitAsync(place).WaitAsync(TimeSpan.FromSeconds(30)), headers: null);

        Assert.False(job.IsCompleted);
        place.Free();
        await job;
    }

    [Fact]
    public async Task What_goes_first_goes_before_what_came_earlier()
    {
        var travelling = await AdmitAsync();
        var earlier = await ElsewhereAsync(() => AdmitAsync());
        var job = await ElsewhereAsync(() => _governor.AdmitAsync(RateGroup.Users, RequestPriority.Job, place: null, CancellationToken.None).AsTask());

        _governor.Answered(travelling, headers: null);

        await job;
        Assert.False(earlier.IsCompleted);
    }

    [Fact]
    public async Task A_request_without_an_answer_keeps_no_place()
    {
        using var place = _governor.Keep();
        _governor.Failed(await AdmitAsync(place));

        Assert.False(place.IsTaken);
        await await ElsewhereAsync(() => AdmitAsync());
    }

    [Fact]
    public async Task A_place_that_ended_is_free_and_keeps_nothing_more()
    {
        var place = _governor.Keep();
        _governor.Answered(await AdmitAsync(place), headers: null);
        place.Dispose();

        _governor.Answered(await AdmitAsync(place), headers: null);

        Assert.False(place.IsTaken);
        await await ElsewhereAsync(() => AdmitAsync());
    }

    private Task<Permit> AdmitAsync(KeptPlace? place = null) => _governor.AdmitAsync(RateGroup.Users, RequestPriority.Ordinary, place, CancellationToken.None).AsTask();

    // As another worker would: without this test's place.
    private static Task<Task<T>> ElsewhereAsync<T>(Func<Task<T>> ask)
    {
        using (ExecutionContext.SuppressFlow())
        {
            return Task.Run(() => Task.FromResult(ask()));
        }
    }
}
