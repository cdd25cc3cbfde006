using System.IO.Compression;
using System.Net;

namespace Auth0Connector.MockTenant.Tests.Dialects;

/// <summary>What the search, the export, the token and bodies without measure are like.</summary>
internal static class OtherChecks
{
    private const int Enough = 1024 * 1024;

    public static IEnumerable<KeyValuePair<string, Func<OddTenant, Task>>> All { get; } = new Dictionary<string, Func<OddTenant, Task>>(StringComparer.Ordinal)
    {
        ["deaf-search"] = static async x => Assert.Equal(
            1200, (await x.Odd.GetAsync("users?include_totals=true&per_page=1&q=created_at:[2024-01-01 TO 2024-01-02]")).GetProperty("total").GetInt32()),
        ["refused-sort"] = static async x =>
        {
            await x.Odd.GetErrorAsync("users?sort=created_at:1", HttpStatusCode.BadRequest);
            Assert.Equal(50, (await x.Odd.GetAsync("users")).GetArrayLength());
        },
        ["short-export"] = static async x =>
        {
            var before = x.Odd.Truth.Users.Select(u => u.Id).ToHashSet(StringComparer.Ordinal);
            var exported = (await OddTenant.ExportAsync(x.Odd)).Select(line => line.GetProperty("user_id").GetString()!).ToHashSet(StringComparer.Ordinal);
            var after = x.Odd.Truth.Users.Select(u => u.Id).ToHashSet(StringComparer.Ordinal);
            Assert.Equal((1200, 1197, 1197), (before.Count, exported.Count, after.Count));
            Assert.Equal((3, 3), (after.Except(exported).Count(), exported.Except(after).Count()));
            Assert.Equal(1197, (await x.Odd.GetAsync("users?include_totals=true&per_page=1")).GetProperty("total").GetInt32());
        },
        ["token-quota-hour"] = static async x =>
        {
            using var answer = await x.Odd.AskForTokenAsync(new() { ["audience"] = x.Odd.Server.Audience });
            Assert.Equal((HttpStatusCode.TooManyRequests, "3600"), (answer.StatusCode, Assert.Single(answer.Headers.GetValues("Retry-After"))));
            Assert.Contains("b=per_hour", Assert.Single(answer.Headers.GetValues("Auth0-Client-Quota-Limit")));
        },
        ["token-line-break"] = static async x =>
        {
            using var answer = await x.Odd.AskForTokenAsync(new() { ["audience"] = x.Odd.Server.Audience });
            Assert.Contains('\n', (await TenantClient.ReadAsync(answer)).GetProperty("access_token").GetString()!);
        },
        ["endless-body"] = static async x =>
        {
            using var answer = await SendAsync(x);
            await using var body = await answer.Content.ReadAsStreamAsync();
            var buffer = new byte[Enough];
            await body.ReadExactlyAsync(buffer);
            Assert.Equal(("application/json", (byte)'{'), (answer.Content.Headers.ContentType?.MediaType, buffer[0]));
        },
        ["blank-bomb"] = static async x =>
        {
            using var answer = await SendAsync(x);
            Assert.Equal(["gzip"], answer.Content.Headers.ContentEncoding);
            await using var body = new GZipStream(await answer.Content.ReadAsStreamAsync(), CompressionMode.Decompress);
            var buffer = new byte[Enough];
            await body.ReadExactlyAsync(buffer);
            Assert.DoesNotContain(buffer, static x => x != (byte)' ');
        },
    };

    private static Task<HttpResponseMessage> SendAsync(OddTenant tenant) =>
        tenant.Odd.Http.GetAsync(new Uri(tenant.Odd.Server.BaseUrl, "api/v2/roles"), HttpCompletionOption.ResponseHeadersRead);
}
