using Auth0Connector.Service.Cloud;
using Auth0Connector.Service.Credentials;
using Auth0Connector.Service.Tests.Credentials;
using Grpc.Core;
using Microsoft.Extensions.Time.Testing;

namespace Auth0Connector.Service.Tests.Cloud;

/// <summary>What the token endpoint may answer, and what each answer means.</summary>
public sealed class TokenAnswerTests
{
    private const string Good = """{"access_token":"token-1","token_type":"bearer","expires_in":3600}""";

    public static TheoryData<string, string, CloudFailure, string> Failures() => new()
    {
        { "503 Unavailable", "<html>Maintenance</html>", CloudFailure.Unavailable, "the token endpoint of localhost:PORT answered 503" },
        { "502 Bad Gateway", "", CloudFailure.Unavailable, "answered 502" },
        { "429 Too Many Requests", """{"error":"slow_down"}""", CloudFailure.Unavailable, "answered 429: slow_down" },
        { "400 Bad Request", "<html>proxy</html>", CloudFailure.Unavailable, "answered 400" },
        { "400 Bad Request", """{"error":"temporarily_unavailable"}""", CloudFailure.Unavailable, "answered 400: temporarily_unavailable" },
        { "400 Bad Request", """{"error":{"a":1}}""", CloudFailure.Unavailable, "answered 400" },
        { "403 Forbidden", "<html>proxy</html>", CloudFailure.Unavailable, "answered 403" },
        { "404 Not Found", """{"error":"not_found"}""", CloudFailure.Unavailable, "answered 404: not_found" },
        { "405 Method Not Allowed", "", CloudFailure.Unavailable, "answered 405" },
        { "201 Created", Good, CloudFailure.Unavailable, "answered 201" },
        { "204 No Content", "", CloudFailure.Unavailable, "answered 204" },
        { "307 Temporary Redirect\r\nLocation: https://localhost:PORT/elsewhere", "", CloudFailure.Unavailable, "answered 307" },
        { "302 Found\r\nLocation: https://example.com/", "", CloudFailure.Unavailable, "answered 302" },
        { "200 OK", "", CloudFailure.Unavailable, "something that is no JSON object" },
        { "200 OK", "<html>Sign in</html>", CloudFailure.Unavailable, "something that is no JSON object" },
        { "200 OK", "[]", CloudFailure.Unavailable, "something that is no JSON object" },
        { "200 OK", Good[..^3], CloudFailure.Unavailable, "something that is no JSON object" },
        { "200 OK", "{}", CloudFailure.Unavailable, "without a token that a call can carry" },
        { "200 OK", """{"access_token":""}""", CloudFailure.Unavailable, "without a token that a call can carry" },
        { "200 OK", """{"access_token":7}""", CloudFailure.Unavailable, "without a token that a call can carry" },
        { "200 OK", """{"access_token":"a b"}""", CloudFailure.Unavailable, "without a token that a call can carry" },
        { "200 OK", """{"access_token":"a\r\nx: y"}""", CloudFailure.Unavailable, "without a token that a call can carry" },
        { "200 OK", """{"access_token":"\ud800"}""", CloudFailure.Unavailable, "without a token that a call can carry" },
        { "200 OK", """{"access_token":"a","token_type":"a b"}""", CloudFailure.Unavailable, "a token of no known type" },
        { "200 OK", $$"""{"access_token":"{{new string('a', 1 << 17)}}"}""", CloudFailure.Unavailable, "without a token that a call can carry" },
        { "200 OK", new string(' ', 1 << 19) + Good, CloudFailure.Unavailable, "answers with more than 256 kB" },
        { "200 OK\r\nX-Long: " + new string('a', 80_000), Good, CloudFailure.Unavailable, "headers larger than 64 kB" },
        { "401 Unauthorized", """{"error":"invalid_client","error_description":"no such\nclient"}""", CloudFailure.CredentialsRefused, "localhost:PORT refused the client id with this secret (401): invalid_client: no such\\u000aclient; check that" },
        { "401 Unauthorized", "", CloudFailure.CredentialsRefused, "refused the client id with this secret (401); check that" },
        { "403 Forbidden", """{"code":7,"message":"revoked"}""", CloudFailure.CredentialsRefused, "(403): revoked; check that" },
        { "400 Bad Request", """{"error":"invalid_client"}""", CloudFailure.CredentialsRefused, "(400): invalid_client; check that" },
        { "400 Bad Request", """{"error":"unauthorized_client"}""", CloudFailure.CredentialsRefused, "(400): unauthorized_client; check that" },
        { "401 Unauthorized\r\nDate: Sat, 01 Jan 2000 00:10:00 GMT", """{"error":"invalid_client"}""", CloudFailure.CredentialsRefused, "clock is behind the server's by 600 s" },
        { "401 Unauthorized\r\nDate: Fri, 31 Dec 1999 23:50:00 GMT", """{"error":"invalid_client"}""", CloudFailure.CredentialsRefused, "clock is ahead of the server's by 600 s" },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task An_answer_without_a_token_is_an_outage_or_a_refusal(string head, string body, CloudFailure expected, string words)
    {
        var port = 0;
        await using var cloud = new RawCloud((stream, stop) => RawCloud.WriteAsync(stream, head.Replace("PORT", $"{port}", StringComparison.Ordinal), body, stop));
        port = cloud.Port;

        var failure = await EndAsync(cloud.Options, new FakeTimeProvider());

        Assert.Equal((expected, expected == CloudFailure.CredentialsRefused), (failure.Failure, !failure.MayPass));
        Assert.Equal(expected == CloudFailure.CredentialsRefused ? StatusCode.Unauthenticated : StatusCode.Unavailable, failure.Code);
        Assert.Contains(words.Replace("PORT", $"{port}", StringComparison.Ordinal), failure.Message, StringComparison.Ordinal);
        Assert.InRange(failure.Message.Length, 10, 700);
        Assert.Equal(1, cloud.Requests);
    }

    [Theory]
    [InlineData("""{"access_token":"t","token_type":"Bearer","expires_in":60}""", "Bearer t", 60)]
    [InlineData("""{"access_token":"t","token_type":"BEARER","expires_in":"60"}""", "Bearer t", 60)]
    [InlineData("""{"access_token":"t","token_type":"","expires_in":60.5}""", "Bearer t", 60.5)]
    [InlineData("""{"access_token":"t","token_type":"DPoP","expires_in":60}""", "DPoP t", 60)]
    [InlineData("""{"access_token":"t","token_type":7,"expires_in":6e1}""", "Bearer t", 60)]
    [InlineData("""{"access_token":"t"}""", "Bearer t", 3600)]
    [InlineData("""{"access_token":"t","expires_in":null}""", "Bearer t", 3600)]
    [InlineData("""{"access_token":"t","expires_in":0}""", "Bearer t", 3600)]
    [InlineData("""{"access_token":"t","expires_in":-1}""", "Bearer t", 3600)]
    [InlineData("""{"access_token":"t","expires_in":"soon"}""", "Bearer t", 3600)]
    [InlineData("""{"access_token":"t","expires_in":"NaN"}""", "Bearer t", 3600)]
    [InlineData("""{"access_token":"t","expires_in":{"a":1}}""", "Bearer t", 3600)]
    [InlineData("""{"access_token":"t","expires_in":1e300}""", "Bearer t", 86400)]
    [InlineData("""{"more":[{"a":[]}],"access_token":"t","expires_in":1e999}""", "Bearer t", 86400)]
    public async Task A_token_is_taken_with_whatever_life_it_says(string body, string header, double seconds)
    {
        var clock = new FakeTimeProvider();
        await using var cloud = RawCloud.Answering("200 OK", body);

        var token = await AskAsync(cloud.Options, clock);

        Assert.Equal(header, token.Header());
        clock.Advance(TimeSpan.FromSeconds(seconds - 10));
        Assert.False(token.IsOld(clock));
        clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.True(token.IsOld(clock));
    }

    [Fact]
    public async Task A_refusal_that_repeats_the_assertion_does_not_show_it()
    {
        var assertion = "";
        await using var cloud = new RawCloud(async (stream, stop) =>
        {
            await RawCloud.WriteAsync(stream, "401 Unauthorized", $$"""{"error":"invalid_client","error_description":"bad assertion {{assertion}} (first part: {{assertion[..45]}})"}""", stop);
        });
        assertion = CloudAssertion.Create(cloud.Options.Id, cloud.Options.Secret, TimeProvider.System.GetUtcNow());

        var failure = await EndAsync(cloud.Options, TimeProvider.System);

        Assert.Contains("bad assertion *** (first part: ***)", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_is_cut_is_a_fault_of_the_line()
    {
        await using var cloud = new RawCloud((stream, stop) => stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 999\r\n\r\n{"u8.ToArray(), stop).AsTask());

        var failure = await EndAsync(cloud.Options, TimeProvider.System);

        Assert.Equal((CloudFailure.Unreachable, $"cannot reach localhost:{cloud.Port}: the connection was cut before the question for a token was answered"), (failure.Failure, failure.Message));
    }

    [Fact]
    public async Task An_endpoint_that_never_answers_is_given_up()
    {
        var clock = new FakeTimeProvider();
        var asked = new TaskCompletionSource();
        await using var cloud = new RawCloud(async (_, stop) =>
        {
            asked.TrySetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, stop);
        });
        var ending = EndAsync(cloud.Options with { HttpTimeout = TimeSpan.FromSeconds(7) }, clock);
        await asked.Task.WaitAsync(TimeSpan.FromSeconds(30));

        clock.Advance(TimeSpan.FromSeconds(7));

        var failure = await ending;
        Assert.Equal((CloudFailure.Unavailable, $"localhost:{cloud.Port} did not answer the question for a token within 7 s"), (failure.Failure, failure.Message));
    }

    [Theory]
    [InlineData("localhost", 1, false, "is not trusted here (unknown authority); if it comes from a private authority, name its certificate by --ca-file")]
    [InlineData("localhost", -1, true, "only (expired, or this machine's clock is wrong)")]
    [InlineData("other.example", 1, true, "is for another name")]
    public async Task A_certificate_that_is_not_trusted_is_said_as_such(string name, int hours, bool isNamed, string words)
    {
        await using var cloud = new RawCloud((stream, stop) => RawCloud.WriteAsync(stream, "200 OK", Good, stop), name, hours);

        var failure = await EndAsync(cloud.Options with { Authorities = isNamed ? [cloud.Authority] : [] }, TimeProvider.System);

        Assert.Equal((CloudFailure.Untrusted, true), (failure.Failure, failure.MayPass));
        Assert.StartsWith($"cannot reach localhost:{cloud.Port}: localhost presents a certificate that ", failure.Message, StringComparison.Ordinal);
        Assert.EndsWith(words, failure.Message, StringComparison.Ordinal);
        Assert.Equal(0, cloud.Requests);
    }

    [Fact]
    public async Task Nobody_at_the_port_and_no_TLS_are_said_as_such()
    {
        var port = LoopbackServer.FreePort();
        await using var plain = new LoopbackServer(async (client, stop) => await client.GetStream().WriteAsync("HTTP/1.1 400 Bad Request\r\n\r\n"u8.ToArray(), stop));
        await using var cloud = RawCloud.Answering("200 OK", Good);

        var refused = await EndAsync(cloud.Options with { ApiHost = $"localhost:{port}" }, TimeProvider.System);
        var torn = await EndAsync(cloud.Options with { ApiHost = $"127.0.0.1:{plain.Port}" }, TimeProvider.System);
        var unknown = await EndAsync(cloud.Options with { ApiHost = "no-such-cloud.invalid" }, TimeProvider.System);

        Assert.Equal((CloudFailure.Unreachable, $"cannot reach localhost:{port}: connection refused"), (refused.Failure, refused.Message));
        Assert.Equal(CloudFailure.Unreachable, torn.Failure);
        Assert.Contains("TLS", torn.Message, StringComparison.Ordinal);
        Assert.Equal((CloudFailure.Unreachable, "cannot reach no-such-cloud.invalid: no such host"), (unknown.Failure, unknown.Message));
    }

    [Fact]
    public async Task A_server_that_does_not_speak_HTTP_2_gives_tokens_and_takes_no_call()
    {
        await using var cloud = RawCloud.Answering("200 OK", Good);
        await using var client = new CloudClient(cloud.Options, TimeProvider.System, new RecordingLog());

        var failure = await Assert.ThrowsAsync<CloudException>(() => client.GetTaskAsync(CancellationToken.None));

        Assert.Equal(CloudFailure.Unreachable, failure.Failure);
        Assert.Contains("does not speak HTTP/2", failure.Message, StringComparison.Ordinal);
        Assert.Equal(1, cloud.Requests);
    }

    private static async Task<CloudException> EndAsync(CloudOptions options, TimeProvider clock)
    {
        var failure = await Assert.ThrowsAsync<CloudException>(() => AskAsync(options, clock));
        Assert.DoesNotContain(TestKeys.D, failure.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("eyJ", failure.ToString(), StringComparison.Ordinal);
        return failure;
    }

    private static async Task<CloudToken> AskAsync(CloudOptions options, TimeProvider clock)
    {
        using var connection = new CloudConnection(options);
        return await new TokenQuestion(connection, options, new CloudFaults(connection.Root, connection.Settings), clock).AskAsync(CancellationToken.None);
    }
}
