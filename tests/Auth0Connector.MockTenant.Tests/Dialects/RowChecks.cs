using System.Net;
using System.Text.Json;

namespace Auth0Connector.MockTenant.Tests.Dialects;

/// <summary>What roles, members' roles and fields are like.</summary>
internal static class RowChecks
{
    public static IEnumerable<KeyValuePair<string, Func<OddTenant, Task>>> All { get; } = new Dictionary<string, Func<OddTenant, Task>>(StringComparer.Ordinal)
    {
        ["ignored-type"] = static async x => Assert.All(
            (await x.Odd.GetAsync("roles?type=tenant")).EnumerateArray(), row => Assert.False(row.TryGetProperty("type", out _))),
        ["refused-type"] = static async x =>
        {
            var error = await x.Odd.GetErrorAsync("roles?type=tenant&take=100", HttpStatusCode.BadRequest);
            Assert.Equal("invalid_query_string", error.GetProperty("errorCode").GetString());
            Assert.Contains("type", error.GetProperty("message").GetString());
            Assert.Equal(50, (await x.Odd.GetAsync("roles")).GetArrayLength());
        },
        ["mixed-roles"] = static async x =>
        {
            var (rows, _) = await x.Odd.TakeAllAsync("roles", "roles");
            Assert.Equal(
                x.Plain.Truth.Roles.Concat(x.Plain.Truth.OrganizationOwnedRoles).Select(r => (r.Id, Owner: r.OwnerOrganizationId)).Order(),
                rows.Select(r => (Id: r.GetProperty("id").GetString()!, Owner: r.TryGetProperty("owner_id", out var owner) ? owner.GetString() : null)).Order());
            Assert.All(rows, row => Assert.Equal(row.TryGetProperty("owner_id", out _) ? "organization" : "tenant", row.GetProperty("type").GetString()));
            Assert.Equal("organization", rows[1].GetProperty("type").GetString());
            Assert.Equal(130, (await x.Odd.TakeAllAsync("roles?type=tenant", "roles")).Rows.Count);
        },
        ["system-roles"] = static async x =>
        {
            var last = (await x.Odd.TakeAllAsync("roles?type=tenant", "roles")).Rows[^1];
            Assert.Equal(("system", "auth0"), (last.GetProperty("type").GetString(), last.GetProperty("owner_id").GetString()));
        },
        ["untyped-roles"] = static async x => Assert.All(
            (await x.Odd.GetAsync("roles?type=tenant")).EnumerateArray(), row => Assert.False(row.TryGetProperty("type", out _))),
        ["no-inline-roles"] = static async x => Assert.Equal((0, 0), await InlineAsync(x)),
        ["null-inline-roles"] = static async x => Assert.Equal((100, 0), await InlineAsync(x)),
        ["some-inline-roles"] = static async x => Assert.Equal((50, 50), await InlineAsync(x)),
        ["absent-fields"] = static async x => await FieldsAreAsync(x, static (_, isThere, _) => !isThere),
        ["null-fields"] = static async x => await FieldsAreAsync(x, static (_, isThere, odd) => isThere && odd == JsonValueKind.Null),
        ["odd-fields"] = static async x => await FieldsAreAsync(x, static (plain, isThere, odd) => isThere && odd != plain && odd != JsonValueKind.Null),
    };

    private static async Task<(int Present, int Lists)> InlineAsync(OddTenant tenant)
    {
        var rows = (await tenant.Odd.GetAsync($"organizations/{tenant.LargeOrganization}/members?take=100&fields=user_id,roles")).GetProperty("members");
        var roles = rows.EnumerateArray().Where(static x => x.TryGetProperty("roles", out _)).Select(static x => x.GetProperty("roles").ValueKind).ToList();
        return (roles.Count, roles.Count(static x => x == JsonValueKind.Array));
    }

    private static async Task FieldsAreAsync(OddTenant tenant, Func<JsonValueKind, bool, JsonValueKind, bool> isOdd)
    {
        foreach (var (path, name) in new[] { ("users", "email"), ("users", "identities"), ("roles", "name"), ("organizations", "name"), ("groups?take=50", "name"), ("clients", "grant_types"), ("resource-servers", "name") })
        {
            var plain = Rows(await tenant.Plain.GetAsync(path));
            var odd = Rows(await tenant.Odd.GetAsync(path));
            Assert.Equal(plain.Count, odd.Count);
            Assert.All(plain.Zip(odd).Where(x => x.First.TryGetProperty(name, out _)), pair => Check(pair.First, pair.Second, name));
        }

        var lines = (await OddTenant.ExportAsync(tenant.Plain)).Zip(await OddTenant.ExportAsync(tenant.Odd)).ToList();
        Assert.Equal(1200, lines.Count);
        Assert.All(lines, pair => Assert.Equal(pair.First.GetProperty("user_id").GetString(), pair.Second.GetProperty("user_id").GetString()));
        Assert.All(lines.Where(x => x.First.TryGetProperty("email", out _)), pair => Check(pair.First, pair.Second, "email"));
        var held = await tenant.Odd.GetAsync($"roles/{tenant.LargeRole}/permissions");
        Assert.All(held.EnumerateArray(), x => Assert.Equal(JsonValueKind.String, x.GetProperty("permission_name").ValueKind));

        void Check(JsonElement plain, JsonElement odd, string name)
        {
            var isThere = odd.TryGetProperty(name, out var value);
            Assert.True(isOdd(plain.GetProperty(name).ValueKind, isThere, value.ValueKind), $"{name}: {odd.GetRawText()}");
        }
    }

    private static List<JsonElement> Rows(JsonElement page) =>
        [.. (page.ValueKind == JsonValueKind.Array ? page : page.EnumerateObject().First().Value).EnumerateArray()];
}
