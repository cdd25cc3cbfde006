using Auth0Connector.ManagementApi.Failures;

namespace Auth0Connector.ManagementApi.Tests;

/// <summary>What will be the same next time is asked for twice in all; what may pass as often as always.</summary>
public sealed class LastingAnswerTests : IDisposable
{
    private readonly StubbedTenant _tenant = new StubbedTenant().GivingTokens();

    [Theory]
    [InlineData("{}", "the answer has no list 'members'")]
    [InlineData("""{"start":0,"limit":50,"total":2}""", "the answer has no list 'members'")]
    [InlineData("""{"members":{"a":1}}""", "in the answer 'members' is no list")]
    [InlineData("""{"members":[{"user_id":"auth0|1","roles":{"a":1}}]}""", "a list that carries access is no list ('roles')")]
    [InlineData("17", "the answer is neither a list nor an object")]
    public async Task Another_form_is_asked_for_twice_and_the_error_names_endpoint_and_field(string body, string message)
    {
        _tenant.Answer("/organizations/*/members", 200, body);

        var failure = await Assert.ThrowsAsync<ManagementApiException>(
            async () => await _tenant.Client.ListOrganizationMembersAsync("org_1", withRoles: false, null, CancellationToken.None).ToListAsync());

        Assert.Equal(ManagementApiErrorKind.BadAnswer, failure.Kind);
        Assert.Equal($"/organizations/{{id}}/members: {message}, after 2 attempts", failure.Message);
        Assert.Equal(2, _tenant.Client.Counts.Requests);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("7")]
    public async Task A_thing_by_id_that_is_no_record_is_asked_for_twice(string body)
    {
        _tenant.Answer("/users/*", 200, body);

        var failure = await Assert.ThrowsAsync<ManagementApiException>(() => _tenant.Client.FindUserAsync("auth0|1", CancellationToken.None));

        Assert.Equal((ManagementApiErrorKind.BadAnswer, 2L), (failure.Kind, _tenant.Client.Counts.Requests));
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html><body>a proxy</body></html>")]
    [InlineData("""{"user_id":"au""")]
    [InlineData("""{"user_id":"auth0|1"}{"user_id":"auth0|1"}""")]
    public async Task What_is_cut_or_is_no_JSON_may_pass(string body)
    {
        _tenant.Answer("/users/*", 200, body);

        var failure = await Assert.ThrowsAsync<ManagementApiException>(() => _tenant.Client.FindUserAsync("auth0|1", CancellationToken.None));

        Assert.Equal((ManagementApiErrorKind.BadAnswer, 4L), (failure.Kind, _tenant.Client.Counts.Requests));
        Assert.Equal("/users/{id}: the answer is cut, or is no JSON, after 4 attempts", failure.Message);
    }

    [Fact]
    public async Task Another_form_between_faults_that_pass_does_not_end_it()
    {
        _tenant.AnswerInTurn("/api/v2/users/*", (503, ""), (200, "[]"), (503, ""), (200, """{"user_id":"auth0|1"}"""));

        Assert.Equal("auth0|1", (await _tenant.Client.FindUserAsync("auth0|1", CancellationToken.None))!.UserId);
    }

    [Theory]
    [InlineData(501, 1)]
    [InlineData(505, 1)]
    [InlineData(506, 1)]
    [InlineData(508, 1)]
    [InlineData(510, 1)]
    [InlineData(511, 1)]
    [InlineData(500, 4)]
    [InlineData(507, 4)]
    [InlineData(520, 4)]
    [InlineData(599, 4)]
    public async Task What_a_server_cannot_do_at_all_is_asked_for_once(int status, int requests)
    {
        _tenant.Answer("/users/*", status, "{}");

        await Assert.ThrowsAsync<ManagementApiException>(() => _tenant.Client.FindUserAsync("auth0|1", CancellationToken.None));

        Assert.Equal(requests, _tenant.Client.Counts.Requests);
    }

    [Theory]
    [InlineData(203)]
    [InlineData(206)]
    public async Task Part_of_an_answer_or_a_changed_one_is_none(int status)
    {
        _tenant.Answer("/users/*", status, """{"user_id":"auth0|1"}""");

        var failure = await Assert.ThrowsAsync<ManagementApiException>(() => _tenant.Client.FindUserAsync("auth0|1", CancellationToken.None));

        Assert.Equal((ManagementApiErrorKind.BadAnswer, 2L), (failure.Kind, _tenant.Client.Counts.Requests));
    }

    [Fact]
    public async Task A_person_with_deep_attributes_is_read_by_id_too()
    {
        _tenant.Answer("/users/*", 200, $$"""{"user_id":"auth0|1","deep":{{new string('[', 500)}}{{new string(']', 500)}},"name":"Ada"}""");

        Assert.Equal("Ada", (await _tenant.Client.FindUserAsync("auth0|1", CancellationToken.None))!.Name);
    }

    [Theory]
    [InlineData("""[{"user_id":"auth0|1"},null]""")]
    [InlineData("""[{"user_id":"auth0|1"},7]""")]
    [InlineData("""{"a":1}""")]
    public async Task Somebody_who_cannot_be_read_is_not_left_out_of_those_with_an_address(string body)
    {
        _tenant.Answer("/users-by-email", 200, body);

        var failure = await Assert.ThrowsAsync<ManagementApiException>(() => _tenant.Client.FindUsersByEmailAsync("ada@example.com", CancellationToken.None));

        Assert.Equal(ManagementApiErrorKind.BadAnswer, failure.Kind);
        Assert.DoesNotContain("ada", failure.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _tenant.Dispose();
}
