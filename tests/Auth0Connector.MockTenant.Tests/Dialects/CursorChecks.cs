using System.Net;
using System.Text.Json;

namespace Auth0Connector.MockTenant.Tests.Dialects;

/// <summary>What checkpoint paging is like.</summary>
internal static class CursorChecks
{
    public static IEnumerable<KeyValuePair<string, Func<OddTenant, Task>>> All { get; } = new Dictionary<string, Func<OddTenant, Task>>(StringComparer.Ordinal)
    {
        ["no-checkpoint"] = static async x =>
        {
            var page = await x.Odd.GetAsync(x.Members + "?take=100");
            Assert.Equal((JsonValueKind.Array, 50), (page.ValueKind, page.GetArrayLength()));
        },
        ["offset-envelope"] = static async x =>
        {
            var page = await x.Odd.GetAsync(x.Members + "?take=100");
            Assert.Equal(["start", "limit", "users", "total"], page.EnumerateObject().Select(p => p.Name));
            Assert.Equal(100, page.GetProperty("users").GetArrayLength());
        },
        ["late-rows"] = static async x =>
        {
            Assert.Equal([100, 0, 0, 100, 0, 0, 50], (await x.WalkAsync(x.Members, "users", 20)).Select(p => p.Rows));
            var (rows, _) = await x.Odd.TakeAllAsync(x.Members, "users");
            Assert.Equal(250, rows.Select(r => r.GetProperty("user_id").GetString()).Distinct().Count());
        },
        ["next-on-last"] = static async x => Assert.Equal([100, 30, 0], (await x.WalkAsync("roles", "roles", 20)).Select(p => p.Rows)),
        ["no-next-on-last"] = static async x =>
            Assert.Equal([100, 100, 50], (await x.WalkAsync($"organizations/{x.LargeOrganization}/members", "members", 20)).Select(p => p.Rows)),
        ["expired-cursors"] = static async x =>
        {
            var next = Uri.EscapeDataString((await x.Odd.GetAsync(x.Members + "?take=100")).GetProperty("next").GetString()!);
            var error = await x.Odd.GetErrorAsync($"{x.Members}?take=100&from={next}", HttpStatusCode.BadRequest);
            Assert.Equal("invalid_paging", error.GetProperty("errorCode").GetString());
            Assert.Equal(250, (await x.Odd.TakeAllAsync(x.Members, "users")).Rows.Count);
        },
        ["cursor-circle"] = static async x =>
        {
            var pages = await x.WalkAsync(x.Members, "users", 7);
            Assert.Equal(7, pages.Count);
            Assert.Equal(2, pages.Select(p => p.Next).Distinct().Count());
            Assert.Equal(pages.Skip(2), pages.SkipLast(2));
        },
        ["same-cursor"] = static async x =>
        {
            var pages = await x.WalkAsync(x.Members, "users", 5);
            Assert.Equal((5, 1), (pages.Count, pages.Select(p => p.Next).Distinct().Count()));
        },
        ["endless-pages"] = static async x =>
        {
            var pages = await x.WalkAsync(x.Members, "users", 30);
            Assert.Equal((30, 0, 30), (pages.Count, pages.Sum(p => p.Rows), pages.Select(p => p.Next).Distinct().Count()));
        },
    };
}
