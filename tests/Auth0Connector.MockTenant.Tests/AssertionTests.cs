using System.Net;
using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.Extensions.Time.Testing;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Auth0Connector.MockTenant.Tests;

public sealed class AssertionTests : IDisposable
{
    private readonly RSA _key = RSA.Create(2048);
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 8, 1, 12, 0, 0, TimeSpan.Zero));

    public void Dispose() => _key.Dispose();

    [Theory]
    [InlineData("RS256")]
    [InlineData("RS384")]
    [InlineData("PS256")]
    public async Task Good_assertion_gets_a_token(string algorithm)
    {
        await using var tenant = await StartAsync();

        Assert.Equal(HttpStatusCode.OK, await AskAsync(tenant, Sign(tenant, algorithm: algorithm)));
    }

    [Fact]
    public async Task Assertion_is_used_once()
    {
        await using var tenant = await StartAsync();
        var assertion = Sign(tenant);

        Assert.Equal(HttpStatusCode.OK, await AskAsync(tenant, assertion));
        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(tenant, assertion));
    }

    [Fact]
    public async Task Secret_is_refused_where_a_key_is_registered()
    {
        await using var tenant = await StartAsync();

        using var answer = await tenant.AskForTokenAsync(new() { ["audience"] = tenant.Server.Audience });

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("invalid_client", (await TenantClient.ReadAsync(answer)).GetProperty("error").GetString());
    }

    [Fact]
    public async Task Every_rule_of_an_assertion_is_checked()
    {
        await using var tenant = await StartAsync();
        using var otherKey = RSA.Create(2048);
        string[] wrong =
        [
            Sign(tenant, algorithm: "RS512"),
            Sign(tenant, key: otherKey),
            Sign(tenant, issuer: "nobody"),
            Sign(tenant, subject: "nobody"),
            Sign(tenant, audience: tenant.Server.BaseUrl.AbsoluteUri.TrimEnd('/')),
            Sign(tenant, lifetime: TimeSpan.FromMinutes(6)),
            Sign(tenant, lifetime: TimeSpan.FromSeconds(-1)),
            Sign(tenant, id: ""),
            Sign(tenant, id: new string('x', 65)),
            Sign(tenant, extra: new string('x', 3000)),
            "not.a.jwt",
        ];

        for (var index = 0; index < wrong.Length; index++)
        {
            Assert.True(await AskAsync(tenant, wrong[index]) == HttpStatusCode.Unauthorized, $"assertion {index} was accepted");
        }
    }

    private Task<TenantClient> StartAsync() => TenantClient.StartAsync(
        new() { Users = 60, Clock = _clock, ClientPublicKeyPem = _key.ExportSubjectPublicKeyInfoPem() }, signIn: false);

    private static async Task<HttpStatusCode> AskAsync(TenantClient tenant, string assertion)
    {
        using var answer = await tenant.AskForTokenAsync(new()
        {
            ["audience"] = tenant.Server.Audience,
            ["client_secret"] = null,
            ["client_assertion_type"] = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
            ["client_assertion"] = assertion,
        });
        return answer.StatusCode;
    }

    private string Sign(
        TenantClient tenant,
        string algorithm = "RS256",
        RSA? key = null,
        string issuer = MockTenantOptions.DefaultClientId,
        string subject = MockTenantOptions.DefaultClientId,
        string? audience = null,
        TimeSpan? lifetime = null,
        string? id = null,
        string? extra = null)
    {
        var now = _clock.GetUtcNow().UtcDateTime;
        var claims = new Dictionary<string, object> { ["sub"] = subject, ["jti"] = id ?? Guid.NewGuid().ToString() };
        if (extra is not null)
        {
            claims["extra"] = extra;
        }

        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer,
            Audience = audience ?? tenant.Server.BaseUrl.AbsoluteUri,
            Expires = now + (lifetime ?? TimeSpan.FromMinutes(1)),
            Claims = claims,
            Subject = new ClaimsIdentity(),
            SigningCredentials = new SigningCredentials(new RsaSecurityKey(key ?? _key), algorithm),
        });
    }
}
