using System.Net;
using System.Text;
using System.Text.Json;

namespace Auth0Connector.MockTenant.Tests;

/// <summary>What the real API and its real clients do, and the mock did not at first.</summary>
public sealed class RealAnswerTests
{
    [Theory]
    [InlineData("2026-11-25T15:18:19.713263187Z", "2026-11-25T15:18:19.713Z")]
    [InlineData("2024-01-31T08:00:00.123456789012Z", "2024-01-31T08:00:00.123Z")]
    [InlineData("2024-01-31T08:00:00.1Z", "2024-01-31T08:00:00.100Z")]
    public async Task Times_of_any_number_of_decimals_are_read(string time, string milliseconds)
    {
        await using var tenant = await TenantClient.StartAsync();

        Assert.Equal(await TotalAsync(milliseconds), await TotalAsync(time));
        await tenant.GetErrorAsync("users?q=created_at:[* TO 2024-01-31T08:00:00.12345678xZ]", HttpStatusCode.BadRequest);

        async Task<int> TotalAsync(string end) =>
            (await tenant.GetAsync($"users?sort=created_at:1&per_page=50&include_totals=true&q=created_at:[* TO {end}]")).GetProperty("total").GetInt32();
    }

    [Fact]
    public async Task Groups_of_a_person_are_paged_both_ways_and_with_totals()
    {
        await using var tenant = await TenantClient.StartAsync();
        var user = tenant.Truth.GroupMembers.First(x => x.MemberType == "user").MemberId;
        var path = $"users/{Uri.EscapeDataString(user)}/groups";
        var held = tenant.Truth.GroupMembers.Where(x => x.MemberId == user).Select(x => x.GroupId).ToList();

        var totals = await tenant.GetAsync(path + "?page=0&per_page=50&include_totals=true");

        Assert.Equal((held.Count, 50), (totals.GetProperty("total").GetInt32(), totals.GetProperty("limit").GetInt32()));
        Assert.Equal(held, totals.GetProperty("groups").EnumerateArray().Select(x => x.GetProperty("id").GetString()));
        Assert.Equal(held.Count, (await tenant.GetAsync(path + "?per_page=50")).GetArrayLength());
        Assert.Equal(held.Count, (await tenant.TakeAllAsync(path + "?include_totals=true", "groups")).Rows.Count);
    }

    [Theory]
    [InlineData("groups/{group}/members", "members")]
    [InlineData("groups/{group}/roles", "roles")]
    [InlineData("roles/{role}/groups", "groups")]
    [InlineData("organizations/{organization}/groups", "groups")]
    [InlineData("organizations/{organization}/members", "members")]
    [InlineData("roles/{role}/users", "users")]
    [InlineData("client-grants", "client_grants")]
    public async Task Totals_beside_take_are_answered_as_a_checkpoint(string path, string key)
    {
        await using var tenant = await TenantClient.StartAsync();

        var page = await tenant.GetAsync(Fill(path, tenant.Truth) + "?take=50&include_totals=true");

        Assert.Equal(JsonValueKind.Array, page.GetProperty(key).ValueKind);
        Assert.False(page.TryGetProperty("total", out _));
    }

    [Theory]
    [InlineData("groups?connection_id=con_1")]
    [InlineData("groups?search=a")]
    [InlineData("groups?name=a")]
    [InlineData("clients?q=name:a")]
    [InlineData("clients?is_first_party=true")]
    [InlineData("clients?is_global=perhaps")]
    [InlineData("client-grants?allow_any_organization=true")]
    [InlineData("resource-servers?identifiers=a")]
    [InlineData("roles?owner_id=org_1")]
    [InlineData("connections?domain_alias=a")]
    [InlineData("organizations/{organization}/client-grants?audience=a")]
    [InlineData("organizations?include_client_association_for=a")]
    [InlineData("users?include_totals=perhaps")]
    public async Task A_filter_that_is_not_imitated_is_refused_and_never_answered_with_everything(string path)
    {
        await using var tenant = await TenantClient.StartAsync();

        var error = await tenant.GetErrorAsync(Fill(path, tenant.Truth), HttpStatusCode.BadRequest);

        Assert.Equal("invalid_query_string", error.GetProperty("errorCode").GetString());
    }

    [Fact]
    public async Task Connections_of_organizations_come_in_the_wide_form_too()
    {
        await using var tenant = await TenantClient.StartAsync();
        foreach (var organization in tenant.Truth.Organizations.Take(8))
        {
            var narrow = await tenant.GetAsync($"organizations/{organization.Id}/enabled_connections");
            var wide = await tenant.GetAsync($"organizations/{organization.Id}/connections?include_totals=true");

            Assert.Equal(
                narrow.EnumerateArray().Select(x => x.GetProperty("connection_id").GetString()),
                wide.GetProperty("connections").EnumerateArray().Select(x => x.GetProperty("connection_id").GetString()));
            Assert.All(wide.GetProperty("connections").EnumerateArray(), x => Assert.True(x.GetProperty("is_enabled").GetBoolean()));
        }
    }

    [Fact]
    public async Task Applications_of_connections_domains_of_organizations_and_single_grants_are_answered()
    {
        await using var tenant = await TenantClient.StartAsync();
        var connection = (await tenant.GetAsync("connections"))[0].GetProperty("id").GetString();
        var known = tenant.Truth.Clients.Select(x => x.ClientId).ToHashSet(StringComparer.Ordinal);
        var grant = tenant.Truth.ClientGrants.First();

        var clients = (await tenant.GetAsync($"connections/{connection}/clients?take=1000")).GetProperty("clients");
        var domains = (await tenant.GetAsync($"organizations/{tenant.Truth.Organizations.First().Id}/discovery-domains?take=50")).GetProperty("domains");
        var single = await tenant.GetAsync($"client-grants/{grant.Id}");

        Assert.NotEmpty(clients.EnumerateArray());
        Assert.All(clients.EnumerateArray(), x => Assert.Contains(x.GetProperty("client_id").GetString()!, known));
        Assert.Equal("verified", Assert.Single(domains.EnumerateArray()).GetProperty("status").GetString());
        Assert.Equal((grant.Id, grant.Audience), (single.GetProperty("id").GetString(), single.GetProperty("audience").GetString()));
        await tenant.GetErrorAsync("client-grants/cgr_0000000000000000", HttpStatusCode.NotFound);
        await tenant.GetErrorAsync("connections/con_0000000000000000/clients", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Applications_of_organizations_are_those_that_their_members_reach()
    {
        await using var tenant = await TenantClient.StartAsync(new() { Clients = 120, Scopes = [.. MockTenantScopes.Read, "read:organization_clients"] });
        foreach (var organization in (await tenant.GetAsync("organizations")).EnumerateArray().Take(6))
        {
            var id = organization.GetProperty("id").GetString();
            var path = $"organizations/{id}/clients?include_totals=true";
            var (rows, requests) = await tenant.TakeAllAsync(path, "clients");

            Assert.Equal(
                tenant.Truth.OrganizationClients.Where(x => x.OrganizationId == id).Select(x => x.ClientId),
                rows.Select(x => x.GetProperty("client_id").GetString()));
            Assert.Equal(organization.GetProperty("is_app_entitlement_active").GetBoolean(), rows.Count > 0);
            Assert.Equal(rows.Count > 0 ? 2 : 1, requests);
            Assert.All(rows, x => Assert.True(x.GetProperty("use_for_member_access").GetBoolean() && x.GetProperty("client").GetProperty("name").GetString() is not ""));
        }

        await tenant.GetErrorAsync("organizations/org_0000000000000000/clients", HttpStatusCode.NotFound);
        await tenant.GetErrorAsync($"organizations/{tenant.Truth.Organizations.First().Id}/clients?page=0", HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Applications_of_organizations_need_a_scope_of_their_own()
    {
        await using var tenant = await TenantClient.StartAsync();

        await tenant.GetErrorAsync($"organizations/{tenant.Truth.Organizations.First().Id}/clients", HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Records_carry_the_fields_of_real_ones()
    {
        await using var tenant = await TenantClient.StartAsync();

        Assert.All((await tenant.GetAsync("organizations")).EnumerateArray(), x =>
        {
            Assert.True(x.GetProperty("is_app_entitlement_active").ValueKind is JsonValueKind.True or JsonValueKind.False);
            Assert.Contains(x.GetProperty("third_party_client_access").GetString(), (string[])["allow", "block"]);
        });
        Assert.All((await tenant.GetAsync("resource-servers")).EnumerateArray().Skip(1), x =>
            Assert.Equal("require_client_grant", x.GetProperty("subject_type_authorization").GetProperty("client").GetProperty("policy").GetString()));
        Assert.All(tenant.Truth.Groups, x => Assert.Matches("^grp_[1-9A-HJ-NP-Za-km-z]{14,22}$", x.Id));
    }

    [Fact]
    public async Task Grants_of_organizations_say_how_they_are_used()
    {
        await using var tenant = await TenantClient.StartAsync(new() { Scopes = [.. MockTenantScopes.Read, .. MockTenantScopes.Write] });
        var organization = tenant.Truth.Organizations.First().Id;
        var grant = tenant.Truth.ClientGrants.Last();
        using var body = Json($$"""{"grant_id":"{{grant.Id}}"}""");
        using var added = await tenant.Http.PostAsync(new Uri(tenant.Server.BaseUrl, $"api/v2/organizations/{organization}/client-grants"), body);

        var row = Assert.Single((await tenant.GetAsync($"organizations/{organization}/client-grants")).EnumerateArray());

        Assert.Equal(("allow", grant.SubjectType), (row.GetProperty("organization_usage").GetString(), row.GetProperty("subject_type").GetString()));
    }

    [Fact]
    public async Task A_created_account_is_answered_with_what_the_API_makes_up()
    {
        await using var tenant = await TenantClient.StartAsync(new() { Scopes = [.. MockTenantScopes.Read, .. MockTenantScopes.Write] });
        using var body = Json("""{"connection":"Username-Password-Authentication","email":"ada@new.example","password":"long enough"}""");

        using var answer = await tenant.Http.PostAsync(new Uri(tenant.Server.BaseUrl, "api/v2/users"), body);
        var user = await TenantClient.ReadAsync(answer);

        Assert.Equal(
            ("ada@new.example", "ada", false),
            (user.GetProperty("name").GetString(), user.GetProperty("nickname").GetString(), user.GetProperty("email_verified").GetBoolean()));
    }

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");

    private static string Fill(string path, TenantTruth truth) => path
        .Replace("{group}", truth.Groups.First().Id, StringComparison.Ordinal)
        .Replace("{role}", truth.Roles.First().Id, StringComparison.Ordinal)
        .Replace("{organization}", truth.Organizations.First().Id, StringComparison.Ordinal);
}
