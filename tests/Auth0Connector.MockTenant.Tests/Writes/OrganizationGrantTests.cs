using System.Net;
using System.Text.Json;

namespace Auth0Connector.MockTenant.Tests.Writes;

public sealed class OrganizationGrantTests
{
    [Fact]
    public async Task A_client_grant_is_given_to_an_organization_once_and_taken_again()
    {
        await using var tenant = await WritingTenant.StartAsync();
        var organization = tenant.Truth.Organizations.First().Id;
        var grant = tenant.Truth.ClientGrants.Last(x => x.ClientId is not null).Id;
        var path = $"organizations/{organization}/client-grants";
        var body = $$"""{"grant_id":"{{grant}}"}""";

        var given = await tenant.WriteAsync("POST", path, body);

        Assert.Equal(HttpStatusCode.Created, given.Status);
        using (var reply = JsonDocument.Parse(given.Body))
        {
            // The one reply of the API that calls it so.
            Assert.Equal(grant, reply.RootElement.GetProperty("grant_id").GetString());
            Assert.False(reply.RootElement.TryGetProperty("id", out _));
        }

        Assert.Equal([new TruthOrganizationClientGrant(organization, grant)], tenant.Truth.OrganizationClientGrants);
        Assert.Equal(grant, (await tenant.GetAsync(path))[0].GetProperty("id").GetString());
        Assert.Equal(organization, (await tenant.GetAsync($"client-grants/{grant}/organizations"))[0].GetProperty("id").GetString());
        Assert.Equal(HttpStatusCode.Conflict, (await tenant.WriteAsync("POST", path, body)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await tenant.WriteAsync("POST", path, """{"grant_id":"cgr_none"}""")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await tenant.WriteAsync("POST", path, "{}")).Status);
        Assert.Equal((HttpStatusCode.NoContent, "", null), await tenant.WriteAsync("DELETE", $"{path}/{grant}", ""));
        Assert.Empty(tenant.Truth.OrganizationClientGrants);
    }

    [Fact]
    public async Task Consents_are_taken_back_one_by_one_or_all_of_somebody()
    {
        await using var tenant = await WritingTenant.StartAsync();
        var all = tenant.Truth.Consents.ToList();
        Assert.True(all.Count > 3);
        Assert.Equal(all[0].UserId, (await tenant.GetAsync($"grants?user_id={WritingTenant.Path(all[0].UserId)}"))[0].GetProperty("user_id").GetString());

        Assert.Equal((HttpStatusCode.NoContent, "", null), await tenant.WriteAsync("DELETE", $"grants/{all[0].Id}", ""));
        Assert.Equal(HttpStatusCode.NoContent, (await tenant.WriteAsync("DELETE", $"grants?user_id={WritingTenant.Path(all[1].UserId)}", "")).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await tenant.WriteAsync("DELETE", "grants/none", "")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await tenant.WriteAsync("DELETE", "grants", "")).Status);

        Assert.Equal(all.Skip(2).Select(x => x.Id), tenant.Truth.Consents.Select(x => x.Id));
        await tenant.WriteAsync("DELETE", $"users/{WritingTenant.Path(all[2].UserId)}", "");
        Assert.Equal(all.Skip(3).Select(x => x.Id), tenant.Truth.Consents.Select(x => x.Id));
    }
}
