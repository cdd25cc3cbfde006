using Auth0Connector.MockTenant;
using Auth0Connector.Provisioning.Access;
using Auth0Connector.Provisioning.Journal;
using Auth0Connector.Provisioning.Ledger;
using Microsoft.Extensions.Time.Testing;

namespace Auth0Connector.Provisioning.Tests;

public sealed class LedgerTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly FakeTimeProvider _clock = new(DateTimeOffset.UnixEpoch.AddYears(56));

    private string LedgerPath => _folder.File("ledger.jsonl");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Access_ends_when_its_time_is_over_and_not_before_and_only_once()
    {
        await using var tenant = await WritableTenant.StartAsync();
        var grant = Grant(tenant);
        await GrantAsync(tenant, grant, TimeSpan.FromHours(8));
        Assert.True(Holds(tenant, grant));

        _clock.Advance(TimeSpan.FromHours(7));
        Assert.Empty(await ExpireAsync(tenant));
        _clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal(ChangeOutcome.Done, Assert.Single(await ExpireAsync(tenant)).Outcome);
        Assert.False(Holds(tenant, grant));

        var writes = tenant.Writes;
        Assert.Empty(await ExpireAsync(tenant));
        Assert.Equal(writes, tenant.Writes);
    }

    [Fact]
    public async Task What_was_held_before_gets_no_end()
    {
        await using var tenant = await WritableTenant.StartAsync();
        var held = tenant.Truth.RoleAssignments.First();
        var grant = new AccessChange(true, PrincipalType.User, held.UserId, new AccessTarget.TenantRole(held.RoleId));

        var (result, ends) = await GrantAsync(tenant, grant, TimeSpan.FromHours(1));
        _clock.Advance(TimeSpan.FromDays(1));

        Assert.Equal((ChangeOutcome.AlreadySo, false), (result.Outcome, ends));
        Assert.Empty(await ExpireAsync(tenant));
        Assert.True(Holds(tenant, grant));
    }

    [Fact]
    public async Task Granting_again_moves_the_end()
    {
        await using var tenant = await WritableTenant.StartAsync();
        var grant = Grant(tenant);
        await GrantAsync(tenant, grant, TimeSpan.FromHours(1));
        await GrantAsync(tenant, grant, TimeSpan.FromHours(5));
        _clock.Advance(TimeSpan.FromHours(2));

        Assert.Empty(await ExpireAsync(tenant));
        _clock.Advance(TimeSpan.FromHours(4));
        Assert.Single(await ExpireAsync(tenant));
    }

    [Fact]
    public async Task A_line_that_a_crash_cut_off_costs_nothing_else()
    {
        await using var tenant = await WritableTenant.StartAsync();
        var grant = Grant(tenant);
        await GrantAsync(tenant, grant, TimeSpan.FromHours(1));
        await File.AppendAllTextAsync(LedgerPath, "{\"id\":\"half");
        _clock.Advance(TimeSpan.FromHours(2));

        Assert.Single(await ExpireAsync(tenant));
        Assert.Empty(await ExpireAsync(tenant));
        Assert.False(Holds(tenant, grant));
    }

    [Fact]
    public async Task What_the_tenant_does_not_take_stays_for_the_next_run()
    {
        var refuse = true;
        await using var tenant = await WritableTenant.StartAsync(new MockTenantOptions
        {
            Script = request => request.Endpoint == "DELETE /users/{id}/roles" && refuse ? MockFault.Json("{\"statusCode\":400}", 400) : null,
        });
        var grant = Grant(tenant);
        await GrantAsync(tenant, grant, TimeSpan.FromHours(1));
        _clock.Advance(TimeSpan.FromHours(2));

        Assert.Equal(ChangeOutcome.Failed, Assert.Single(await ExpireAsync(tenant)).Outcome);
        Assert.True(Holds(tenant, grant));
        refuse = false;
        Assert.Equal(ChangeOutcome.Done, Assert.Single(await ExpireAsync(tenant)).Outcome);
        Assert.False(Holds(tenant, grant));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_was_given_for_good_or_taken_by_hand_meanwhile_is_not_taken_at_the_end(bool isGrant)
    {
        await using var tenant = await WritableTenant.StartAsync();
        var grant = Grant(tenant);
        await GrantAsync(tenant, grant, TimeSpan.FromHours(1));
        using (var ledger = AccessLedger.Open(LedgerPath, _clock))
        {
            Assert.NotNull(ledger.Settle(await tenant.Changer.ApplyAsync(grant with { IsGrant = isGrant }, default)));
            Assert.Empty(ledger.Entries);
        }

        await tenant.Changer.ApplyAsync(grant, default);
        _clock.Advance(TimeSpan.FromDays(1));

        Assert.Empty(await ExpireAsync(tenant));
        Assert.True(Holds(tenant, grant));
    }

    [Fact]
    public async Task What_could_not_be_given_or_taken_by_hand_keeps_its_end()
    {
        await using var tenant = await WritableTenant.StartAsync();
        var grant = Grant(tenant);
        await GrantAsync(tenant, grant, TimeSpan.FromHours(1));
        using var ledger = AccessLedger.Open(LedgerPath, _clock);

        Assert.Null(ledger.Settle(new ChangeResult(grant with { IsGrant = false }, ChangeOutcome.Failed)));
        Assert.Null(ledger.Settle(new ChangeResult(grant with { IsGrant = false }, ChangeOutcome.Unseen)));
        Assert.Null(ledger.Settle(new ChangeResult(grant with { PrincipalId = "auth0|other" }, ChangeOutcome.Done)));
        Assert.Single(ledger.Entries);
    }

    [Fact]
    public void Two_runs_at_a_time_are_refused()
    {
        using var first = AccessLedger.Open(LedgerPath, _clock);

        Assert.Equal(ProvisioningErrorKind.Locked, Assert.Throws<ProvisioningException>(() => AccessLedger.Open(LedgerPath, _clock)).Kind);
    }

    private static AccessChange Grant(WritableTenant tenant)
    {
        var role = tenant.Truth.Roles.First().Id;
        return new AccessChange(true, PrincipalType.User, tenant.Outsider(role), new AccessTarget.TenantRole(role));
    }

    private static bool Holds(WritableTenant tenant, AccessChange grant) =>
        tenant.Truth.RoleAssignments.Contains(new TruthRoleAssignment(((AccessTarget.TenantRole)grant.Target).RoleId, grant.PrincipalId));

    private async Task<(ChangeResult Result, bool Ends)> GrantAsync(WritableTenant tenant, AccessChange grant, TimeSpan length)
    {
        using var ledger = AccessLedger.Open(LedgerPath, _clock);
        return await new TimedGrant(tenant.Changer, ledger).ApplyAsync(grant, _clock.GetUtcNow() + length, default);
    }

    private async Task<List<ChangeResult>> ExpireAsync(WritableTenant tenant)
    {
        using var ledger = AccessLedger.Open(LedgerPath, _clock);
        var results = new List<ChangeResult>();
        await foreach (var result in new ExpiryRun(tenant.Changer, ledger, _clock).RunAsync(default))
        {
            results.Add(result);
        }

        return results;
    }
}
