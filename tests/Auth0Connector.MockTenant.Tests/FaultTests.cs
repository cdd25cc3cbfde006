using System.Net;
using System.Text.Json;

namespace Auth0Connector.MockTenant.Tests;

public sealed class FaultTests
{
    [Fact]
    public async Task Scripted_answers_have_their_status_and_headers()
    {
        var faults = new Queue<MockFault>(
        [
            MockFault.ServerError(),
            MockFault.Unavailable(),
            MockFault.Unavailable("7"),
            MockFault.TooManyRequests(retryAfter: "Wed, 21 Oct 2026 07:28:00 GMT"),
            MockFault.TooManyRequests(reset: "1790000000", limit: 10),
            MockFault.Unauthorized(),
            MockFault.Forbidden("read:x"),
            MockFault.NotFound(),
            MockFault.Html(502),
            MockFault.Html(200),
            MockFault.Json("""{"own":true}"""),
        ]);
        await using var tenant = await StartAsync(request => request.Endpoint == "GET /roles" ? faults.Dequeue() : null);
        int[] expected = [500, 503, 503, 429, 429, 401, 403, 404, 502, 200, 200];

        for (var index = 0; index < expected.Length; index++)
        {
            using var answer = await tenant.SendAsync("roles");
            var body = await answer.Content.ReadAsStringAsync();
            Assert.Equal(expected[index], (int)answer.StatusCode);
            Assert.Equal(index is 8 or 9, body.StartsWith("<html>", StringComparison.Ordinal));
            Assert.Equal(index is 2 or 3, answer.Headers.RetryAfter is not null);
            Assert.Equal(index is 4, answer.Headers.Contains("x-ratelimit-reset"));
        }

        Assert.Equal(11, tenant.Server.Requests.Faults);
        Assert.Equal(11, tenant.Server.Requests.CountOf("GET /roles"));
    }

    [Fact]
    public async Task Cut_body_ends_before_its_length()
    {
        await using var tenant = await StartAsync(_ => MockFault.TruncatedBody());

        using var answer = await tenant.Http.GetAsync(
            new Uri(tenant.Server.BaseUrl, "api/v2/roles"), HttpCompletionOption.ResponseHeadersRead);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True(answer.Content.Headers.ContentLength > 0);
        await Assert.ThrowsAnyAsync<Exception>(() => answer.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Reset_connection_has_no_answer()
    {
        await using var tenant = await StartAsync(_ => MockFault.Reset());

        await Assert.ThrowsAsync<HttpRequestException>(() => tenant.SendAsync("roles"));
    }

    [Fact]
    public async Task Half_a_JSON_comes_with_status_200_and_a_length_that_agrees()
    {
        await using var tenant = await StartAsync(_ => MockFault.HalfBody());

        using var answer = await tenant.SendAsync("roles");
        var body = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.StartsWith("[{", body, StringComparison.Ordinal);
        Assert.ThrowsAny<JsonException>(() => JsonDocument.Parse(body));
    }

    [Fact]
    public async Task True_body_may_be_changed_or_delayed()
    {
        await using var tenant = await StartAsync(request => request.EndpointOrdinal == 0
            ? MockFault.ChangedBody(body => body.Replace("\"next\"", "\"next_page\"", StringComparison.Ordinal))
            : MockFault.Delay(TimeSpan.FromMilliseconds(200)));

        var changed = await tenant.GetAsync("organizations?take=1");
        var started = TimeProvider.System.GetTimestamp();
        await tenant.GetAsync("organizations?take=1");

        Assert.True(changed.TryGetProperty("next_page", out _));
        // A timer may come a little early, by its own grain.
        Assert.True(TimeProvider.System.GetElapsedTime(started) >= TimeSpan.FromMilliseconds(150));
    }

    [Fact]
    public async Task Script_sees_the_endpoint_the_query_and_the_ordinals()
    {
        var seen = new List<MockRequest>();
        await using var tenant = await StartAsync(request =>
        {
            seen.Add(request);
            return null;
        });

        await tenant.GetAsync("users?q=email%3Aa*&page=0");
        await tenant.GetAsync("roles");
        await tenant.GetAsync("users?page=1");

        Assert.Equal(["GET /users", "GET /roles", "GET /users"], seen.Select(x => x.Endpoint));
        Assert.Equal("email:a*", seen[0].Query["q"]);
        Assert.Equal([0L, 0, 1], seen.Select(x => x.EndpointOrdinal));
        Assert.Equal(seen[0].Ordinal + 2, seen[2].Ordinal);
    }

    [Fact]
    public async Task Fault_rate_spoils_its_share_in_every_way_and_never_the_truth()
    {
        await using var tenant = await TenantClient.StartAsync(new() { Users = 60, FaultRate = 0.15 }, signIn: false);
        while (true)
        {
            try
            {
                await tenant.SignInAsync();
                break;
            }
            catch (Exception problem) when (problem is HttpRequestException or Xunit.Sdk.EqualException)
            {
                // The token endpoint has faults too.
            }
        }

        tenant.Server.Requests.Reset();
        for (var request = 0; request < 800; request++)
        {
            try
            {
                using var answer = await tenant.SendAsync("roles/x");
                Assert.Contains((int)answer.StatusCode, new[] { 200, 404, 500, 502, 503 });
            }
            catch (HttpRequestException)
            {
                // A reset or a cut.
            }
        }

        Assert.InRange(tenant.Server.Requests.Faults, 80, 160);
        var kinds = tenant.Server.Requests.Recent.Where(x => x.Fault is not null).Select(x => (x.Fault, x.Status)).ToHashSet();
        Assert.Superset(
            new HashSet<(MockFaultKind?, int)>
            {
                (MockFaultKind.Answer, 500),
                (MockFaultKind.Answer, 503),
                (MockFaultKind.Answer, 502),
                (MockFaultKind.Answer, 200),
                (MockFaultKind.TruncatedBody, 404),
                (MockFaultKind.HalfBody, 404),
                (MockFaultKind.Reset, 0),
            },
            kinds);
    }

    private static async Task<TenantClient> StartAsync(Func<MockRequest, MockFault?> script) =>
        await TenantClient.StartAsync(new()
        {
            Users = 60,
            Script = request => request.Endpoint == "POST /oauth/token" ? null : script(request),
        });
}
