using Auth0Connector.ManagementApi;
using Auth0Connector.ManagementApi.Records;
using Auth0Connector.Provisioning.Access;
using Auth0Connector.Provisioning.Accounts;
using Auth0Connector.Provisioning.Journal;
using Microsoft.Extensions.Logging.Abstractions;

namespace Auth0Connector.Provisioning.Tests;

/// <summary>What a dry run shows is what is sent: method, path and body, letter by letter.</summary>
public sealed class PlannedRequestTests
{
    [Fact]
    public async Task Every_kind_of_change_is_sent_as_it_is_shown()
    {
        await using var tenant = await WritableTenant.StartAsync();
        using var proxy = RecordingProxy.Before(tenant.Server.BaseUrl);
        using var client = Client(tenant, proxy);
        var changer = new AccessChanger(client, tenant.Journal, TimeProvider.System);
        var plans = new AccessChanger(client, tenant.Journal, TimeProvider.System) { OnlyLooks = true };
        foreach (var change in ChangeKinds.Of(tenant).SelectMany(grant => new[] { grant, grant with { IsGrant = false } }))
        {
            var planned = await plans.ApplyAsync(change, default);
            var before = proxy.Writes.Count;
            await changer.ApplyAsync(change, default);

            Assert.Equal(ChangeOutcome.Planned, planned.Outcome);
            Assert.Equal((planned.Request!.Method, planned.Request.Path, planned.Request.Body), Assert.Single(proxy.Writes.Skip(before)));
        }
    }

    [Fact]
    public async Task Memberships_that_travel_together_are_shown_together()
    {
        await using var tenant = await WritableTenant.StartAsync();
        using var proxy = RecordingProxy.Before(tenant.Server.BaseUrl);
        using var client = Client(tenant, proxy);
        var organization = tenant.Truth.Memberships.Last().OrganizationId;
        List<AccessChange> changes =
        [
            .. tenant.Truth.Memberships.Where(x => x.OrganizationId == organization).Take(4)
                .Select(x => new AccessChange(false, PrincipalType.User, x.UserId, new AccessTarget.Membership(organization))),
        ];

        var planned = await new AccessChanger(client, tenant.Journal, TimeProvider.System) { OnlyLooks = true }.ApplyTogetherAsync(changes, default);
        Assert.Empty(proxy.Writes);
        await new AccessChanger(client, tenant.Journal, TimeProvider.System).ApplyTogetherAsync(changes, default);

        var request = Assert.Single(planned.Select(x => x.Request).Distinct())!;
        Assert.Equal((request.Method, request.Path, request.Body), Assert.Single(proxy.Writes));
    }

    [Fact]
    public async Task Every_action_on_an_account_is_sent_as_it_is_shown()
    {
        await using var tenant = await WritableTenant.StartAsync();
        using var proxy = RecordingProxy.Before(tenant.Server.BaseUrl);
        using var client = Client(tenant, proxy);
        var accounts = new AccountChanger(client, tenant.Journal);
        var user = (await client.FindUserAsync(tenant.Truth.Users.First(one => !one.Blocked).Id, default))!;

        await accounts.SetBlockedAsync(user, blocked: true, default);
        await accounts.SetBlockedAsync(user with { Blocked = true }, blocked: false, default);
        await accounts.EndSessionsAsync(user.UserId!, default);
        await accounts.DeleteAsync(user.UserId!, default);

        AccountAction[] made = [AccountAction.Disable, AccountAction.Enable, AccountAction.EndSessions, AccountAction.Delete];
        Assert.Equal(
            made.Select(action => PlannedRequest.Of(action.Write(user.UserId!))).Select(planned => (planned.Method, planned.Path, planned.Body ?? string.Empty)),
            proxy.Writes.Select(sent => (sent.Method, sent.Path, sent.Body ?? string.Empty)));
    }

    [Fact]
    public async Task An_account_is_created_as_it_is_shown_but_for_its_password()
    {
        await using var tenant = await WritableTenant.StartAsync();
        using var proxy = RecordingProxy.Before(tenant.Server.BaseUrl);
        using var client = Client(tenant, proxy);
        var account = new AccountRequest { Connection = "Username-Password-Authentication", Email = "jörg+1@new.example", Name = "Jörg \"J\" <x>", Password = "Geheim-123456!" };

        await client.CreateUserAsync(account, default);

        var sent = Assert.Single(proxy.Writes);
        var planned = PlannedRequest.Of(account);
        Assert.Equal((planned.Method, planned.Path, planned.Body), (sent.Method, sent.Path, sent.Body.Replace("Geheim-123456!", PlannedRequest.HiddenPassword, StringComparison.Ordinal)));
    }

    private static ManagementApiClient Client(WritableTenant tenant, RecordingProxy proxy) => new(
        tenant.Server.ApiOptions() with { BaseUrl = proxy.BaseUrl, Audience = new Uri(tenant.Server.BaseUrl, "api/v2/").AbsoluteUri },
        NullLoggerFactory.Instance,
        TimeProvider.System);
}
