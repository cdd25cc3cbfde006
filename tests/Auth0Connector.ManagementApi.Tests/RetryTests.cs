using Auth0Connector.ManagementApi.Failures;
using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;

namespace Auth0Connector.ManagementApi.Tests;

public sealed class RetryTests : IDisposable
{
    private readonly StubbedTenant _tenant = new StubbedTenant().GivingTokens();

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    [InlineData(408)]
    [InlineData(429)]
    public async Task A_fault_that_may_pass_is_asked_again(int status)
    {
        _tenant.AnswerInTurn("/api/v2/users/*", (status, "<html>"), (200, """{"user_id":"auth0|1"}"""));

        var user = await _tenant.Client.FindUserAsync("auth0|1", CancellationToken.None);

        Assert.Equal("auth0|1", user!.UserId);
        Assert.Equal((2, 1), (_tenant.Client.Counts.Requests, _tenant.Client.Counts.Retries));
    }

    [Fact]
    public async Task Half_a_JSON_with_status_200_is_asked_again()
    {
        _tenant.AnswerInTurn("/api/v2/users/*", (200, """{"user_id":"au"""), (200, """{"user_id":"auth0|1"}"""));

        Assert.Equal("auth0|1", (await _tenant.Client.FindUserAsync("auth0|1", CancellationToken.None))!.UserId);
    }

    [Theory]
    [InlineData(FaultType.EMPTY_RESPONSE)]
    [InlineData(FaultType.MALFORMED_RESPONSE_CHUNK)]
    public async Task A_broken_connection_is_retried_and_then_told(FaultType fault)
    {
        _tenant.Server.Given(Request.Create().WithPath("/api/v2/users/*")).RespondWith(Response.Create().WithFault(fault));

        var failure = await Assert.ThrowsAsync<ManagementApiException>(
            () => _tenant.Client.FindUserAsync("auth0|1", CancellationToken.None));

        Assert.Contains(failure.Kind, (IEnumerable<ManagementApiErrorKind>)[ManagementApiErrorKind.Unavailable, ManagementApiErrorKind.BadAnswer]);
        Assert.Equal(4, _tenant.Client.Counts.Requests);
    }

    [Theory]
    [InlineData(500, ManagementApiErrorKind.Unavailable)]
    [InlineData(429, ManagementApiErrorKind.RateLimited)]
    public async Task Patience_ends_after_the_attempts_that_were_agreed(int status, ManagementApiErrorKind kind)
    {
        _tenant.Answer("/users/*", status, "{}");

        var failure = await Assert.ThrowsAsync<ManagementApiException>(
            () => _tenant.Client.FindUserAsync("auth0|1", CancellationToken.None));

        Assert.Equal(kind, failure.Kind);
        Assert.Equal(4, _tenant.Client.Counts.Requests);
    }

    [Theory]
    [InlineData(400, """{"errorCode":"invalid_paging","message":"x"}""", ManagementApiErrorKind.BadRequest)]
    [InlineData(403, """{"errorCode":"insufficient_scope","message":"Insufficient scope, expected any of: read:users"}""", ManagementApiErrorKind.MissingScope)]
    [InlineData(403, """{"errorCode":"insufficient_entitlement","message":"x"}""", ManagementApiErrorKind.FeatureMissing)]
    [InlineData(403, "<html>", ManagementApiErrorKind.FeatureMissing)]
    public async Task What_will_not_pass_is_told_at_once(int status, string body, ManagementApiErrorKind kind)
    {
        _tenant.Answer("/users/*", status, body);

        var failure = await Assert.ThrowsAsync<ManagementApiException>(
            () => _tenant.Client.FindUserAsync("auth0|1", CancellationToken.None));

        Assert.Equal(kind, failure.Kind);
        Assert.Equal(kind == ManagementApiErrorKind.MissingScope ? ["read:users"] : [], failure.ExpectedScopes);
        Assert.Equal(1, _tenant.Client.Counts.Requests);
    }

    [Fact]
    public async Task A_missing_scope_without_a_word_about_it_is_one_all_the_same()
    {
        _tenant.Answer("/users/*", 403, """{"errorCode":"insufficient_scope"}""");

        var failure = await Assert.ThrowsAsync<ManagementApiException>(
            () => _tenant.Client.FindUserAsync("auth0|1", CancellationToken.None));

        Assert.Equal(ManagementApiErrorKind.MissingScope, failure.Kind);
        Assert.Empty(failure.ExpectedScopes);
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        _tenant.Answer("/users/*", 302, "", ("Location", "/elsewhere"));

        var failure = await Assert.ThrowsAsync<ManagementApiException>(
            () => _tenant.Client.FindUserAsync("auth0|1", CancellationToken.None));

        Assert.Equal(ManagementApiErrorKind.BadRequest, failure.Kind);
        Assert.Equal(0, _tenant.CountOf("/elsewhere"));
    }

    public void Dispose() => _tenant.Dispose();
}
