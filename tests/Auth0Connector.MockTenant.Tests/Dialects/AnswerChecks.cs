using System.Net;

namespace Auth0Connector.MockTenant.Tests.Dialects;

/// <summary>What refusals and answers that are none are like.</summary>
internal static class AnswerChecks
{
    public static IEnumerable<KeyValuePair<string, Func<OddTenant, Task>>> All { get; } = new Dictionary<string, Func<OddTenant, Task>>(StringComparer.Ordinal)
    {
        ["feature-off-400"] = static x => FailsAsync(x, 400, "feature_not_enabled"),
        ["feature-off-403"] = static x => FailsAsync(x, 403, "insufficient_entitlement"),
        ["feature-off-404"] = static x => FailsAsync(x, 404, "feature_not_enabled"),
        ["feature-off-405"] = static x => FailsAsync(x, 405, null),
        ["feature-off-410"] = static x => FailsAsync(x, 410, null),
        ["feature-off-422"] = static x => FailsAsync(x, 422, null),
        ["feature-off-501"] = static x => FailsAsync(x, 501, null),
        ["json-404"] = static async x =>
        {
            await FailsAsync(x, 404, null);
            var user = Uri.EscapeDataString(x.Plain.Truth.Users.Last().Id);
            Assert.Equal("inexistent_user", (await x.Odd.GetErrorAsync($"users/{user}", HttpStatusCode.NotFound)).GetProperty("errorCode").GetString());
        },
        ["bare-403"] = static async x =>
        {
            var statuses = new List<HttpStatusCode>();
            foreach (var role in x.Plain.Truth.Roles.Take(6))
            {
                using var answer = await x.Odd.SendAsync($"roles/{role.Id}/permissions");
                statuses.Add(answer.StatusCode);
            }

            Assert.Equal([200, 403, 200, 403, 200, 403], statuses.Select(status => (int)status));
        },
        ["html-404"] = static x => IsAsync(x, 404, "text/html", "<!DOCTYPE html>"),
        ["bodyless-404"] = static x => IsAsync(x, 404, null, null),
        ["wrong-status-404"] = static x => IsAsync(x, 404, "application/json", "{\"statusCode\":400"),
        ["html-200"] = static x => IsAsync(x, 200, "text/html", "<!DOCTYPE html>"),
        ["empty-200"] = static x => IsAsync(x, 200, "application/json", null),
        ["no-content"] = static x => IsAsync(x, 204, null, null),
        ["not-modified"] = static x => IsAsync(x, 304, null, null),
    };

    private static async Task FailsAsync(OddTenant tenant, int status, string? errorCode)
    {
        var error = await tenant.Odd.GetErrorAsync("roles?per_page=100", (HttpStatusCode)status);
        Assert.Equal(status, error.GetProperty("statusCode").GetInt32());
        Assert.Equal(errorCode, error.TryGetProperty("errorCode", out var code) ? code.GetString() : null);
    }

    private static async Task IsAsync(OddTenant tenant, int status, string? type, string? start)
    {
        foreach (var path in new[] { "roles?per_page=100", $"roles/{tenant.LargeRole}" })
        {
            var answer = await tenant.AskAsync(path);
            Assert.Equal((status, type), ((int)answer.Status, answer.Type));
            Assert.StartsWith(start ?? "", answer.Body, StringComparison.Ordinal);
            Assert.Equal(start is null, answer.Body.Length == 0);
        }
    }
}
