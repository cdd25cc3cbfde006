using Auth0Connector.ManagementApi.Records;
using Auth0Connector.MockTenant;
using Auth0Connector.Provisioning.Accounts;
using Auth0Connector.Provisioning.Journal;

namespace Auth0Connector.Provisioning.Tests;

public sealed class AccountCreationTests
{
    private static readonly AccountRequest Ada = new() { Connection = "Username-Password-Authentication", Email = "ada.new@acme.example", Password = "x9!xxxxxxxxX" };

    [Fact]
    public async Task An_account_whose_answer_was_lost_is_found_and_not_made_again()
    {
        var lost = 0;
        await using var tenant = await WritableTenant.StartAsync(new MockTenantOptions
        {
            Script = request => request.Endpoint == "POST /users" && Interlocked.Increment(ref lost) == 1 ? MockFault.LostAnswer() : null,
        });

        var (user, outcome) = await Creation(tenant).CreateAsync(Ada, default);

        Assert.Equal(ChangeOutcome.Done, outcome);
        Assert.Equal(user.UserId, Assert.Single(tenant.Truth.Users, x => x.Email == Ada.Email).Id);
        Assert.Equal(1, lost);
    }

    [Fact]
    public async Task A_request_that_did_nothing_is_repeated_after_a_look()
    {
        var failed = 0;
        await using var tenant = await WritableTenant.StartAsync(new MockTenantOptions
        {
            Script = request => request.Endpoint == "POST /users" && Interlocked.Increment(ref failed) == 1 ? MockFault.ServerError() : null,
        });

        await Creation(tenant).CreateAsync(Ada, default);

        Assert.Single(tenant.Truth.Users, x => x.Email == Ada.Email);
        var asked = tenant.Server.Requests.Recent.Select(x => x.Endpoint).ToList();
        var first = asked.IndexOf("POST /users");
        Assert.Contains("GET /users-by-email", asked.Skip(first).Take(asked.LastIndexOf("POST /users") - first));
    }

    [Fact]
    public async Task A_refusal_for_the_rate_is_waited_out()
    {
        var refused = 0;
        await using var tenant = await WritableTenant.StartAsync(new MockTenantOptions
        {
            Script = request => request.Endpoint == "POST /users" && Interlocked.Increment(ref refused) == 1 ? MockFault.TooManyRequests() : null,
        });

        await Creation(tenant).CreateAsync(Ada, default);

        Assert.Single(tenant.Truth.Users, x => x.Email == Ada.Email);
    }

    [Fact]
    public async Task An_account_that_is_there_is_said_so()
    {
        await using var tenant = await WritableTenant.StartAsync();
        await Creation(tenant).CreateAsync(Ada, default);

        Assert.Equal(ChangeOutcome.AlreadySo, (await Creation(tenant).CreateAsync(Ada, default)).Outcome);
        Assert.Equal(1, tenant.Writes);
    }

    [Fact]
    public async Task A_connection_that_makes_no_accounts_is_refused()
    {
        await using var tenant = await WritableTenant.StartAsync();

        var failure = await Assert.ThrowsAsync<ProvisioningException>(() => Creation(tenant).CreateAsync(Ada with { Connection = "google-oauth2" }, default));

        Assert.Equal(ProvisioningErrorKind.NotDone, failure.Kind);
        Assert.DoesNotContain(Ada.Email!, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tenant_of_several_custom_domains_is_not_taken_for_one_that_has_the_account()
    {
        await using var tenant = await WritableTenant.StartAsync(new MockTenantOptions
        {
            Script = request => request.Endpoint == "POST /users" ? MockFault.Json("{\"statusCode\":409,\"errorCode\":\"custom_domain_conflict\"}", 409) : null,
        });

        var failure = await Assert.ThrowsAsync<ProvisioningException>(() => Creation(tenant).CreateAsync(Ada, default));

        Assert.Contains("several custom domains", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    public async Task With_faults_every_account_is_made_exactly_once(int seed)
    {
        await using var tenant = await WritableTenant.StartAsync(new MockTenantOptions { Seed = seed, FaultRate = 0.15 });
        var before = tenant.Truth.UserCount;
        for (var number = 0; number < 8; number++)
        {
            await Creation(tenant).CreateAsync(Ada with { Email = $"new{number}.{seed}@acme.example" }, default);
        }

        Assert.Equal(before + 8, tenant.Truth.UserCount);
        Assert.Equal(8, tenant.Truth.Users.Count(x => x.Email?.StartsWith("new", StringComparison.Ordinal) == true && x.Email.EndsWith($".{seed}@acme.example", StringComparison.Ordinal)));
    }

    private static AccountCreation Creation(WritableTenant tenant) => new(tenant.Client, tenant.Journal, TimeProvider.System);
}
