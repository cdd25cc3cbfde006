using System.Text.Json;

namespace Auth0Connector.MockTenant.Tests.Dialects;

/// <summary>What pages by number and their totals are like.</summary>
internal static class PageChecks
{
    private const string Totals = "?per_page=100&include_totals=true&page=";

    public static IEnumerable<KeyValuePair<string, Func<OddTenant, Task>>> All { get; } = new Dictionary<string, Func<OddTenant, Task>>(StringComparer.Ordinal)
    {
        ["bare-pages"] = static async x =>
        {
            var page = await x.Odd.GetAsync("roles" + Totals + "1");
            Assert.Equal(JsonValueKind.Array, page.ValueKind);
            Assert.Equal(x.Plain.Truth.Roles.Skip(50).Take(50).Select(r => r.Id), OddTenant.Ids(page));
        },
        ["small-pages"] = static async x =>
        {
            var page = await x.Odd.GetAsync("users" + Totals + "0");
            Assert.Equal((50, 50, 1200), (page.GetProperty("users").GetArrayLength(), page.GetProperty("limit").GetInt32(), page.GetProperty("total").GetInt32()));
        },
        ["overlapping-pages"] = static async x =>
        {
            var page = await x.Odd.GetAsync("roles" + Totals + "1");
            Assert.Equal(x.Plain.Truth.Roles.Skip(90).Select(r => r.Id), OddTenant.Ids(page.GetProperty("roles")));
            Assert.Equal((100, 130), (page.GetProperty("start").GetInt32(), page.GetProperty("total").GetInt32()));
        },
        ["short-pages"] = static async x =>
        {
            var first = await x.Odd.GetAsync("roles" + Totals + "0");
            Assert.Equal(x.Plain.Truth.Roles.Take(99).Select(r => r.Id), OddTenant.Ids(first.GetProperty("roles")));
            Assert.Equal(130, first.GetProperty("total").GetInt32());
            Assert.Equal(50, (await x.Odd.GetAsync("roles?per_page=50&page=0")).GetArrayLength());
        },
        ["partial-content"] = static async x =>
        {
            var (status, _, body) = await x.AskAsync("roles" + Totals + "0");
            Assert.Equal(206, (int)status);
            Assert.Equal(50, JsonDocument.Parse(body).RootElement.GetProperty("roles").GetArrayLength());
        },
        ["null-lists"] = static async x => Assert.Equal(
            JsonValueKind.Null, (await x.Odd.GetAsync($"organizations/{x.Plain.Truth.Organizations.First().Id}/members?take=5")).GetProperty("members").ValueKind),
        ["absent-lists"] = static async x => Assert.False(
            (await x.Odd.GetAsync($"organizations/{x.Plain.Truth.Organizations.First().Id}/members?take=5")).TryGetProperty("members", out _)),
        ["no-totals"] = static async x => Assert.Equal(["start", "limit", "roles"], (await x.Odd.GetAsync("roles" + Totals + "0")).EnumerateObject().Select(p => p.Name)),
        ["zero-totals"] = static async x => await TotalIsAsync(x, "0"),
        ["capped-totals"] = static async x =>
        {
            await TotalIsAsync(x, "1000");
            Assert.Equal(130, (await x.Odd.GetAsync("roles" + Totals + "0")).GetProperty("total").GetInt32());
        },
        ["huge-totals"] = static async x => await TotalIsAsync(x, "1000000000000000000"),
        ["text-totals"] = static async x => await TotalIsAsync(x, "\"1200\""),
    };

    private static async Task TotalIsAsync(OddTenant tenant, string json)
    {
        var page = await tenant.Odd.GetAsync("users" + Totals + "0");
        Assert.Equal((100, json), (page.GetProperty("users").GetArrayLength(), page.GetProperty("total").GetRawText()));
    }
}
