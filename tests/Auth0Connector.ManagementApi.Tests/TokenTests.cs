using System.Security.Cryptography;
using Auth0Connector.ManagementApi.Failures;
using Auth0Connector.ManagementApi.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;

namespace Auth0Connector.ManagementApi.Tests;

public sealed class TokenTests : IDisposable
{
    private readonly StubbedTenant _tenant = new();

    [Fact]
    public async Task Many_at_once_share_one_token()
    {
        _tenant.GivingTokens();
        _tenant.Answer("/users/*", 200, """{"user_id":"x"}""");

        await Task.WhenAll(Enumerable.Range(0, 20).Select(number => _tenant.Client.FindUserAsync("auth0|" + number, CancellationToken.None)));

        Assert.Equal(1, _tenant.CountOf("/oauth/token"));
    }

    [Fact]
    public async Task A_token_refused_half_way_is_renewed_once_and_the_request_repeated()
    {
        _tenant.GivingTokens();
        _tenant.Server.Given(Request.Create().WithPath("/api/v2/users/*").WithHeader("Authorization", "Bearer token-1"))
            .RespondWith(Response.Create().WithStatusCode(401).WithBody("""{"message":"Invalid token"}"""));
        _tenant.Server.Given(Request.Create().WithPath("/api/v2/users/*").WithHeader("Authorization", "Bearer token-2"))
            .RespondWith(Response.Create().WithBody("""{"user_id":"x"}"""));

        Assert.NotNull(await _tenant.Client.FindUserAsync("auth0|1", CancellationToken.None));
        Assert.Equal(2, _tenant.CountOf("/oauth/token"));
    }

    [Fact]
    public async Task A_second_refusal_is_a_refusal()
    {
        _tenant.GivingTokens();
        _tenant.Answer("/users/*", 401, """{"message":"Invalid token"}""");

        var failure = await Assert.ThrowsAsync<ManagementApiException>(
            () => _tenant.Client.FindUserAsync("auth0|1", CancellationToken.None));

        Assert.Equal(ManagementApiErrorKind.CredentialsRefused, failure.Kind);
        Assert.Equal(2, _tenant.CountOf("/api/v2/users/auth0%7C1") + _tenant.CountOf("/api/v2/users/auth0|1"));
    }

    [Fact]
    public async Task The_scopes_of_a_token_are_told()
    {
        _tenant.GivingTokens("read:users read:roles");

        Assert.Equal(["read:roles", "read:users"], (await _tenant.Client.AuthenticateAsync(CancellationToken.None))!.Order());
    }

    [Theory]
    [InlineData(401, """{"error":"access_denied","error_description":"Unauthorized"}""", "--auth0-client-id")]
    [InlineData(401, """{"error":"invalid_client","error_description":"Client authentication failed"}""", "credential")]
    [InlineData(403, """{"error":"access_denied","error_description":"Client is not authorized to access \"x\". You need to create a \"client-grant\""}""", "not authorized")]
    [InlineData(400, """{"error":"access_denied","error_description":"Service not enabled within domain: x"}""", "--auth0-audience")]
    [InlineData(403, """{"error":"unauthorized_client","error_description":"Grant type"}""", "machine-to-machine")]
    [InlineData(404, "<html>", "--auth0-base-url")]
    public async Task A_refusal_says_what_to_do_and_never_the_secret(int status, string body, string part)
    {
        _tenant.Server.Given(Request.Create().WithPath("/oauth/token")).RespondWith(Response.Create().WithStatusCode(status).WithBody(body));

        var failure = await Assert.ThrowsAsync<ManagementApiException>(() => _tenant.Client.AuthenticateAsync(CancellationToken.None));

        Assert.Equal(ManagementApiErrorKind.CredentialsRefused, failure.Kind);
        Assert.Contains(part, failure.Message);
        Assert.DoesNotContain(StubbedTenant.Secret, failure.ToString());
        Assert.Equal(1, _tenant.CountOf("/oauth/token"));
    }

    [Theory]
    [InlineData("RS256")]
    [InlineData("RS384")]
    [InlineData("PS256")]
    public async Task An_assertion_proves_the_client_with_its_key(string algorithm)
    {
        using var rsa = RSA.Create(2048);
        _tenant.GivingTokens();
        using var client = StubbedTenant.NewClient(_tenant.Options with
        {
            Credential = new ClientCredential.PrivateKey(rsa.ExportPkcs8PrivateKeyPem(), "kid-1", algorithm),
        });

        await client.AuthenticateAsync(CancellationToken.None);

        var form = _tenant.Server.LogEntries.Single().RequestMessage!.Body!.Split('&').Select(pair => pair.Split('='))
            .ToDictionary(pair => pair[0], pair => Uri.UnescapeDataString(pair[1]));
        Assert.Equal("urn:ietf:params:oauth:client-assertion-type:jwt-bearer", form["client_assertion_type"]);
        Assert.False(form.ContainsKey("client_secret"));
        var result = await new JsonWebTokenHandler().ValidateTokenAsync(form["client_assertion"], new TokenValidationParameters
        {
            ValidIssuer = "client-1",
            ValidAudience = _tenant.Options.BaseUrl.AbsoluteUri,
            ValidAlgorithms = [algorithm],
            IssuerSigningKey = new RsaSecurityKey(rsa) { KeyId = "kid-1" },
        });
        Assert.True(result.IsValid, result.Exception?.Message);
        var token = (JsonWebToken)result.SecurityToken;
        Assert.Equal(("client-1", "kid-1"), (token.Subject, token.Kid));
        Assert.InRange(token.ValidTo - token.ValidFrom, TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(5));
        Assert.NotEmpty(token.Id);
    }

    [Fact]
    public void A_credential_never_shows_itself()
    {
        Assert.DoesNotContain(StubbedTenant.Secret, _tenant.Options.ToString());
        Assert.DoesNotContain("PEM", new ClientCredential.PrivateKey("PEM", null, "RS256").ToString());
    }

    public void Dispose() => _tenant.Dispose();
}
