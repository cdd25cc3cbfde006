using System.Text.Json;
using Auth0Connector.ManagementApi.Failures;
using Auth0Connector.MockTenant;
using Auth0Connector.Provisioning.Access;
using Auth0Connector.Provisioning.Accounts;
using Auth0Connector.Provisioning.Lookups;

namespace Auth0Connector.Provisioning.Tests;

/// <summary>What the journal says where the tenant does not answer, or says no.</summary>
public sealed class JournalTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private string Journal => _folder.File("changes.jsonl");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_write_that_is_never_answered_is_unknown()
    {
        await using var tenant = await WithAsync(request => request.Endpoint == "DELETE /users/{id}/roles" ? MockFault.LostAnswer() : null);
        var held = tenant.Truth.RoleAssignments.First();
        await Assert.ThrowsAsync<ManagementApiException>(() => tenant.Changer.ApplyAsync(new AccessChange(false, PrincipalType.User, held.UserId, new AccessTarget.TenantRole(held.RoleId)), default));

        Assert.Equal(["asked", "unknown"], Outcomes(tenant));
    }

    [Fact]
    public async Task Where_looking_fails_nothing_is_asked()
    {
        await using var tenant = await WithAsync(request => request.Endpoint == "GET /users/{id}/roles" ? MockFault.ServerError() : null);
        var held = tenant.Truth.RoleAssignments.First();
        await Assert.ThrowsAsync<ManagementApiException>(() => tenant.Changer.ApplyAsync(new AccessChange(false, PrincipalType.User, held.UserId, new AccessTarget.TenantRole(held.RoleId)), default));

        Assert.Equal(["failed"], Outcomes(tenant));
        Assert.Equal(0, tenant.Writes);
    }

    [Fact]
    public async Task Memberships_that_travelled_together_are_all_unknown()
    {
        await using var tenant = await WithAsync(request => request.Endpoint == "DELETE /organizations/{id}/members" ? MockFault.Reset() : null);
        var organization = tenant.Truth.Memberships.Last().OrganizationId;
        var changes = tenant.Truth.Memberships.Where(x => x.OrganizationId == organization).Take(3)
            .Select(x => new AccessChange(false, PrincipalType.User, x.UserId, new AccessTarget.Membership(organization))).ToList();
        await Assert.ThrowsAsync<ManagementApiException>(() => tenant.Changer.ApplyTogetherAsync(changes, default));

        Assert.Equal(["asked", "asked", "asked", "unknown", "unknown", "unknown"], Outcomes(tenant));
    }

    [Theory]
    [InlineData(500, "unknown")]
    [InlineData(403, "failed")]
    public async Task Accounts_are_written_down_to_their_end_too(int status, string outcome)
    {
        await using var tenant = await WithAsync(request => request.Method is "PATCH" or "DELETE" || request.Endpoint is "POST /users" or "POST /users/{id}/revoke-access"
            ? MockFault.Json("{\"statusCode\":" + status + ",\"errorCode\":\"insufficient_scope\"}", status)
            : null);
        var changer = new AccountChanger(tenant.Client, tenant.Journal);
        var user = await new UserLookup(tenant.Client).FindAsync(tenant.Truth.Users.First(x => !x.Blocked).Id, default);

        await Assert.ThrowsAsync<ManagementApiException>(() => changer.SetBlockedAsync(user, blocked: true, default));
        await Assert.ThrowsAsync<ManagementApiException>(() => changer.EndSessionsAsync(user.UserId!, default));
        await Assert.ThrowsAsync<ManagementApiException>(() => changer.DeleteAsync(user.UserId!, default));

        Assert.Equal(["asked", outcome, "asked", outcome, "asked", outcome], Outcomes(tenant));
    }

    private Task<WritableTenant> WithAsync(Func<MockRequest, MockFault?> script) => WritableTenant.StartAsync(new MockTenantOptions { Script = script }, Journal);

    // The journal lets nobody look as long as it is open.
    private List<string?> Outcomes(WritableTenant tenant)
    {
        tenant.Journal.Dispose();
        return [.. File.ReadAllLines(Journal).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("outcome").GetString())];
    }
}
