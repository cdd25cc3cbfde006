using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.Time.Testing;

namespace Auth0Connector.MockTenant.Tests;

public sealed class TokenTests
{
    [Fact]
    public async Task Token_says_its_life_and_its_scopes()
    {
        await using var tenant = await TenantClient.StartAsync(new() { TokenLifetime = TimeSpan.FromSeconds(90) }, signIn: false);

        using var answer = await tenant.AskForTokenAsync(new() { ["audience"] = tenant.Server.BaseUrl + "api/v2/" });
        var token = await TenantClient.ReadAsync(answer);

        Assert.Equal("Bearer", token.GetProperty("token_type").GetString());
        Assert.Equal(90, token.GetProperty("expires_in").GetInt32());
        Assert.Equal(MockTenantScopes.Read, token.GetProperty("scope").GetString()!.Split(' '));
    }

    [Fact]
    public async Task Body_may_be_JSON()
    {
        await using var tenant = await TenantClient.StartAsync(new(), signIn: false);
        var body = $$"""
            {
              "grant_type": "client_credentials",
              "client_id": "{{MockTenantOptions.DefaultClientId}}",
              "client_secret": "{{MockTenantOptions.DefaultClientSecret}}",
              "audience": "{{tenant.Server.Audience}}"
            }
            """;

        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await tenant.Http.PostAsync(new Uri("oauth/token", UriKind.Relative), content);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("client_secret", "wrong", 401, "access_denied", "Unauthorized")]
    [InlineData("client_secret", null, 401, "access_denied", "Unauthorized")]
    [InlineData("client_id", "nobody", 401, "invalid_client", "Unknown client.")]
    [InlineData("client_id", null, 401, "invalid_client", "Unknown client.")]
    [InlineData("audience", "https://other/api/v2/", 403, "access_denied", "Service not enabled within domain: https://other/api/v2/")]
    [InlineData("audience", null, 403, "access_denied", "No audience parameter was provided, and no default audience has been configured")]
    [InlineData("grant_type", "password", 403, "unsupported_grant_type", "Unsupported grant type: password")]
    public async Task Wrong_value_gets_the_error_of_the_token_endpoint(
        string name, string? value, int status, string error, string description)
    {
        await using var tenant = await TenantClient.StartAsync(new(), signIn: false);

        using var answer = await tenant.AskForTokenAsync(new() { ["audience"] = tenant.Server.Audience, [name] = value });
        var body = await TenantClient.ReadAsync(answer);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal(error, body.GetProperty("error").GetString());
        Assert.Equal(description, body.GetProperty("error_description").GetString());
        Assert.False(body.TryGetProperty("statusCode", out _));
    }

    [Fact]
    public async Task Audience_without_its_trailing_slash_is_another_service()
    {
        await using var tenant = await TenantClient.StartAsync(new(), signIn: false);

        using var answer = await tenant.AskForTokenAsync(new() { ["audience"] = tenant.Server.Audience.TrimEnd('/') });

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.StartsWith(
            "Service not enabled within domain", (await TenantClient.ReadAsync(answer)).GetProperty("error_description").GetString());
    }

    [Fact]
    public async Task Audience_may_be_another_domain_than_the_one_called()
    {
        await using var tenant = await TenantClient.StartAsync(new() { Audience = "https://mock.eu.auth0.example/api/v2/" });

        Assert.Equal("https://mock.eu.auth0.example/api/v2/", tenant.Server.Audience);
        await tenant.GetAsync("roles");
    }

    [Fact]
    public async Task Client_without_grant_or_grant_type_is_told_so()
    {
        await using var withoutGrant = await TenantClient.StartAsync(new() { ClientGrant = false }, signIn: false);
        await using var notMachine = await TenantClient.StartAsync(new() { GrantTypeAllowed = false }, signIn: false);

        using var first = await withoutGrant.AskForTokenAsync(new() { ["audience"] = withoutGrant.Server.Audience });
        using var second = await notMachine.AskForTokenAsync(new() { ["audience"] = notMachine.Server.Audience });

        Assert.Contains(
            "You need to create a \"client-grant\"",
            (await TenantClient.ReadAsync(first)).GetProperty("error_description").GetString());
        Assert.Equal("unauthorized_client", (await TenantClient.ReadAsync(second)).GetProperty("error").GetString());
        Assert.Equal(HttpStatusCode.Forbidden, first.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, second.StatusCode);
    }

    [Fact]
    public async Task Quota_is_announced_and_then_refused()
    {
        await using var tenant = await TenantClient.StartAsync(new() { TokenQuota = 1 }, signIn: false);
        var values = new Dictionary<string, string?> { ["audience"] = tenant.Server.Audience };

        using var first = await tenant.AskForTokenAsync(values);
        using var second = await tenant.AskForTokenAsync(values);

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal("b=per_hour;q=1;r=0;t=3540", first.Headers.GetValues("Auth0-Client-Quota-Limit").Single());
        Assert.Equal(HttpStatusCode.TooManyRequests, second.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(3540), second.Headers.RetryAfter!.Delta);
        Assert.Equal("Client quota exceeded", (await TenantClient.ReadAsync(second)).GetProperty("error_description").GetString());
    }

    [Fact]
    public async Task Token_dies_at_the_end_of_its_life()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 8, 1, 0, 0, 0, TimeSpan.Zero));
        await using var tenant = await TenantClient.StartAsync(new() { Clock = clock, TokenLifetime = TimeSpan.FromSeconds(3) });

        await tenant.GetAsync("roles");
        clock.Advance(TimeSpan.FromSeconds(3));
        var error = await tenant.GetErrorAsync("roles", HttpStatusCode.Unauthorized);

        Assert.Equal("Invalid token", error.GetProperty("message").GetString());
        Assert.Equal("Unauthorized", error.GetProperty("error").GetString());
        Assert.Equal(401, error.GetProperty("statusCode").GetInt32());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Bearer made-up")]
    [InlineData("Basic eDp5")]
    public async Task Request_without_a_good_token_is_401(string? authorization)
    {
        await using var tenant = await TenantClient.StartAsync(new(), signIn: false);
        tenant.Http.DefaultRequestHeaders.Authorization =
            authorization is null ? null : AuthenticationHeaderValue.Parse(authorization);

        await tenant.GetErrorAsync("users", HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("read:users", "users", "Insufficient scope, expected any of: read:users")]
    [InlineData("read:roles", "roles", "Insufficient scope, expected any of: read:roles")]
    [InlineData("read:organizations", "organizations", "Insufficient scope, expected any of: read:organizations")]
    [InlineData("read:groups", "groups", "Insufficient scope, expected any of: read:groups")]
    [InlineData("read:resource_servers", "resource-servers", "Insufficient scope, expected any of: read:resource_servers")]
    [InlineData("read:clients", "clients", "Insufficient scope, expected any of: read:clients,read:client_keys")]
    [InlineData("read:client_grants", "client-grants", "Insufficient scope, expected any of: read:client_grants")]
    [InlineData("read:connections", "connections", "Insufficient scope, expected any of: read:connections")]
    public async Task Missing_scope_is_403_and_named(string missing, string path, string message)
    {
        await using var tenant = await TenantClient.StartAsync(
            new() { Users = 60, Scopes = [.. MockTenantScopes.Read.Where(x => x != missing)] });

        var error = await tenant.GetErrorAsync(path, HttpStatusCode.Forbidden);

        Assert.Equal(message, error.GetProperty("message").GetString());
        Assert.Equal("insufficient_scope", error.GetProperty("errorCode").GetString());
        Assert.Equal("Forbidden", error.GetProperty("error").GetString());
    }

    [Fact]
    public async Task Role_members_need_both_scopes_or_their_own()
    {
        await using var one = await TenantClient.StartAsync(new() { Scopes = ["read:roles"] });
        await using var both = await TenantClient.StartAsync(new() { Scopes = ["read:roles", "read:users"] });
        await using var own = await TenantClient.StartAsync(new() { Scopes = ["read:role_members"] });
        var path = $"roles/{one.Truth.Roles.First().Id}/users";

        var error = await one.GetErrorAsync(path, HttpStatusCode.Forbidden);

        Assert.Equal("Insufficient scope, expected all of: read:users,read:roles", error.GetProperty("message").GetString());
        await both.GetAsync(path);
        await own.GetAsync(path);
    }
}
