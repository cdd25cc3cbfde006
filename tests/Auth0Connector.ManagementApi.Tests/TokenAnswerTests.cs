using Auth0Connector.ManagementApi.Failures;
using Microsoft.Extensions.Time.Testing;
using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;

namespace Auth0Connector.ManagementApi.Tests;

/// <summary>Odd answers of the token endpoint: named errors, never a bug of ours and never a long silence.</summary>
public sealed class TokenAnswerTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 11, 25, 14, 0, 0, TimeSpan.Zero);

    private readonly StubbedTenant _tenant = new();

    public static TheoryData<string, string> OddTokens() => new()
    {
        { "{}", "holds no token" },
        { """{"access_token":null}""", "holds no token" },
        { """{"access_token":""}""", "holds no token" },
        { """{"access_token":{}}""", "holds no token" },
        { """{"access_token":["a"]}""", "holds no token" },
        { """{"access_token":"a\nb"}""", "no request can carry" },
        { """{"access_token":"a\r\nX-Other: b"}""", "no request can carry" },
        { """{"access_token":"a b"}""", "no request can carry" },
        { """{"access_token":" a"}""", "no request can carry" },
        { """{"access_token":"a\u0000"}""", "no request can carry" },
        { """{"access_token":"\u00fc"}""", "no request can carry" },
        { $$"""{"access_token":"{{new string('a', 1 << 20)}}"}""", "more than 64 kB" },
        { """{"access_token":"a","token_type":"mac"}""", "not of the type Bearer" },
        { "[]", "not what the API documents" },
        { "null", "holds no token" },
    };

    [Theory]
    [MemberData(nameof(OddTokens))]
    public async Task A_token_that_cannot_be_used_is_named_and_asked_for_twice(string body, string words)
    {
        Answer(200, body);

        var failure = await Assert.ThrowsAsync<ManagementApiException>(() => _tenant.Client.AuthenticateAsync(CancellationToken.None));

        Assert.Equal(ManagementApiErrorKind.BadAnswer, failure.Kind);
        Assert.Contains(words, failure.Message, StringComparison.Ordinal);
        Assert.InRange(failure.Message.Length, 10, 200);
        Assert.Equal(2, _tenant.CountOf("/oauth/token"));
    }

    [Theory]
    [InlineData("")]
    [InlineData(",\"token_type\":\"bearer\"")]
    [InlineData(",\"token_type\":null,\"scope\":null")]
    [InlineData(",\"expires_in\":null")]
    [InlineData(",\"expires_in\":0")]
    [InlineData(",\"expires_in\":-5")]
    [InlineData(",\"expires_in\":99999999999999999999")]
    [InlineData(",\"expires_in\":\"soon\"")]
    [InlineData(",\"expires_in\":{},\"scope\":[]")]
    public async Task A_lifetime_that_makes_no_sense_is_as_good_as_none(string rest)
    {
        Answer(200, $$"""{"access_token":"token-1"{{rest}}}""");
        _tenant.Answer("/users/*", 200, """{"user_id":"x"}""");

        for (var i = 0; i < 3; i++)
        {
            Assert.NotNull(await _tenant.Client.FindUserAsync("auth0|1", CancellationToken.None));
        }

        Assert.Equal(1, _tenant.CountOf("/oauth/token"));
    }

    [Theory]
    [InlineData("Retry-After", "3600", "2026-11-25 15:00:00 UTC", null)]
    [InlineData("Retry-After", "61", "2026-11-25 14:01:01 UTC", null)]
    [InlineData("Auth0-Client-Quota-Limit", "b=per_hour;q=10;r=0;t=3540,b=per_day;q=50;r=40;t=43200", "2026-11-25 14:59:00 UTC", "quota per_hour of 10")]
    [InlineData("Auth0-Client-Quota-Limit", "b=per_hour;q=10;r=0;t=3540,b=per_day;q=50;r=0;t=43200", "2026-11-26 02:00:00 UTC", "quota per_day of 50")]
    [InlineData("Auth0-Organization-Quota-Limit", "b=per_day;q=5;r=0;t=7200", "2026-11-25 16:00:00 UTC", "quota per_day of 5")]
    [InlineData("Auth0-Client-Quota-Limit", "b=per_hour;q=10;r=0;t=999999999999999999", "2036-", "quota per_hour of 10")]
    public async Task A_quota_that_is_used_up_for_long_ends_it_at_once(string header, string value, string until, string? quota)
    {
        Answer(429, """{"error":"too_many_requests","error_description":"Client quota exceeded"}""", (header, value));
        using var client = new ManagementApiClient(_tenant.Options, new RecordingLog(), new FakeTimeProvider(Now));

        var failure = await Assert.ThrowsAsync<ManagementApiException>(() => client.AuthenticateAsync(CancellationToken.None));

        Assert.Equal(ManagementApiErrorKind.TokensLimited, failure.Kind);
        Assert.NotNull(failure.Until);
        Assert.Contains(until, failure.Message, StringComparison.Ordinal);
        Assert.Contains(quota ?? "no more tokens", failure.Message, StringComparison.Ordinal);
        Assert.Equal(1, _tenant.CountOf("/oauth/token"));
    }

    [Theory]
    [InlineData("Retry-After", "60")]
    [InlineData("Retry-After", "1")]
    [InlineData("Retry-After", "soon")]
    [InlineData("Auth0-Client-Quota-Limit", "b=per_hour;q=10;r=3;t=3540")]
    [InlineData("Auth0-Client-Quota-Limit", ";;b=;q=x;r=0;t=-,=,b")]
    public async Task What_passes_within_a_minute_is_waited_for(string header, string value)
    {
        Answer(429, "{}", (header, value));

        var failure = await Assert.ThrowsAsync<ManagementApiException>(() => _tenant.Client.AuthenticateAsync(CancellationToken.None));

        Assert.Equal(ManagementApiErrorKind.TokensLimited, failure.Kind);
        Assert.Null(failure.Until);
        Assert.Equal(4, _tenant.CountOf("/oauth/token"));
    }

    [Fact]
    public async Task A_token_endpoint_that_is_down_for_an_hour_ends_it_too()
    {
        Answer(503, "", ("Retry-After", "3600"));

        var failure = await Assert.ThrowsAsync<ManagementApiException>(() => _tenant.Client.AuthenticateAsync(CancellationToken.None));

        Assert.Equal((ManagementApiErrorKind.Unavailable, 1), (failure.Kind, _tenant.CountOf("/oauth/token")));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{"error":7,"error_description":{"a":1}}""")]
    [InlineData("""{"error":null,"error_description":null}""")]
    [InlineData("""{"error":["a"],"message":false,"errorCode":{}}""")]
    public async Task A_refusal_of_any_form_is_a_refusal(string body)
    {
        Answer(403, body);

        var failure = await Assert.ThrowsAsync<ManagementApiException>(() => _tenant.Client.AuthenticateAsync(CancellationToken.None));

        Assert.Equal(ManagementApiErrorKind.CredentialsRefused, failure.Kind);
    }

    public void Dispose() => _tenant.Dispose();

    private void Answer(int status, string body, params (string Name, string Value)[] headers)
    {
        var response = Response.Create().WithStatusCode(status).WithBody(body);
        foreach (var (name, value) in headers)
        {
            response = response.WithHeader(name, value);
        }

        _tenant.Server.Given(Request.Create().WithPath("/oauth/token")).RespondWith(response);
    }
}
