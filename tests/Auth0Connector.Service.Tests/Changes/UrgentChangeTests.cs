using Auth0Connector.ManagementApi.Pacing;

namespace Auth0Connector.Service.Tests.Changes;

public sealed class UrgentChangeTests
{
    [Fact]
    public async Task A_grant_does_not_wait_behind_what_a_sync_reads()
    {
        const int Reads = 200;
        await using var tenant = await ChangingTenant.StartAsync(api: static api => api with { Pace = new PaceOptions { MaxRequestsPerSecond = 50 } });
        var user = tenant.Truth.Users.First().Id;
        using var enough = new CancellationTokenSource();
        var read = Enumerable.Range(0, Reads).Select(_ => tenant.Client.FindUserAsync(user, enough.Token)).ToList();

        var granted = await tenant.GrantAsync(AskedCases.Of(tenant.Truth, AskedCases.Role));

        var waiting = read.Count(static one => !one.IsCompleted);
        await enough.CancelAsync();
        await Record.ExceptionAsync(() => Task.WhenAll(read));
        Assert.True(granted.Succeeded, granted.Message);
        Assert.InRange(waiting, Reads / 2, Reads);
    }
}
