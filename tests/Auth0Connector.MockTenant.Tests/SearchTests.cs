using System.Globalization;
using System.Net;
using System.Text.Json;

namespace Auth0Connector.MockTenant.Tests;

public sealed class SearchTests : IAsyncLifetime
{
    private TenantClient _tenant = null!;
    private List<TruthUser> _users = null!;

    public async Task InitializeAsync()
    {
        _tenant = await TenantClient.StartAsync(new() { Users = 3000, BulkImport = 1200 });
        _users = [.. _tenant.Truth.Users];
    }

    public Task DisposeAsync() => _tenant.DisposeAsync().AsTask();

    [Theory]
    [InlineData("[", "]")]
    [InlineData("[", "}")]
    [InlineData("{", "]")]
    [InlineData("{", "}")]
    public async Task Range_of_created_at_respects_both_kinds_of_bracket(string open, string close)
    {
        var low = _users[500].CreatedAt!.Value;
        var high = _users[700].CreatedAt!.Value;

        var total = await CountAsync($"created_at:{open}{Iso(low)} TO {Iso(high)}{close}");

        Assert.Equal(
            _users.Count(x => (open == "[" ? x.CreatedAt >= low : x.CreatedAt > low)
                && (close == "]" ? x.CreatedAt <= high : x.CreatedAt < high)),
            total);
        Assert.Equal(199 + (open == "[" ? 1 : 0) + (close == "]" ? 1 : 0), total);
    }

    [Fact]
    public async Task Bulk_import_shares_one_millisecond_and_is_split_by_prefix_connection_and_signs_of_life()
    {
        var instant = _users.GroupBy(x => x.CreatedAt).MaxBy(x => x.Count())!;
        Assert.Equal(1200, instant.Count());
        var window = $"created_at:[{Iso(instant.Key!.Value)} TO {Iso(instant.Key!.Value)}]";

        Assert.Equal(1200, await CountAsync(window));
        var byPrefix = 0;
        foreach (var digit in "0123456789abcdef")
        {
            var part = await CountAsync($"{window} AND user_id:auth0|{digit}*");
            Assert.Equal(instant.Count(x => x.Id[6] == digit), part);
            Assert.Equal(part, await CountAsync($"{window} AND user_id:auth0\\|{digit}*"));
            Assert.Equal(part, await CountAsync($"{window} AND user_id:\"auth0|{digit}*\""));
            byPrefix += part;
        }

        Assert.Equal(1200, byPrefix);
        Assert.Equal(
            1200,
            await CountAsync($"{window} AND identities.connection:\"Imported-Customers\"")
                + await CountAsync($"{window} AND identities.connection:\"Username-Password-Authentication\""));
        Assert.Equal(
            instant.Count(x => x.LoginsCount <= 5), await CountAsync($"{window} AND logins_count:[0 TO 5]"));
        Assert.Equal(
            instant.Count(x => x.LastLogin is null), await CountAsync($"{window} AND NOT _exists_:last_login"));
    }

    [Theory]
    [InlineData("NOT _exists_:created_at")]
    [InlineData("-_exists_:created_at")]
    [InlineData("NOT created_at:*")]
    [InlineData("NOT created_at:[* TO *]")]
    public async Task People_without_created_at_match_no_range_but_a_sweep(string query)
    {
        var result = await _tenant.GetAsync("users?include_totals=true&q=" + Uri.EscapeDataString(query));

        Assert.Equal(
            ["auth0|no-created-at", "auth0|no-created-at-2", "sms|no-created-at-3"],
            result.GetProperty("users").EnumerateArray().Select(x => x.GetProperty("user_id").GetString()));
        Assert.Equal(2997, await CountAsync("created_at:[* TO *]"));
    }

    [Fact]
    public async Task Other_forms_find_exactly_the_people_they_describe()
    {
        var some = _users[1500].UpdatedAt!.Value;

        Assert.Equal(_users.Count(x => x.UpdatedAt >= some), await CountAsync($"updated_at:[{Iso(some)} TO *]"));
        Assert.Equal(_users.Count(x => x.LastLogin < some), await CountAsync($"last_login:[* TO {Iso(some)}}}"));
        Assert.Equal(
            _users.Count(x => x.Email?.StartsWith("ma", StringComparison.OrdinalIgnoreCase) == true), await CountAsync("email:MA*"));
        Assert.Equal(3, await CountAsync("email:\"shared@corp.example\""));
        Assert.Equal(_users.Count(x => x.Blocked), await CountAsync("blocked:true"));
        Assert.Equal(
            _users.Count(x => x.Blocked || x.Connection == "sms"),
            await CountAsync("(blocked:true OR identities.connection:\"sms\")"));
        Assert.Equal(
            _users.Count(x => x.Connection == "sms" && !x.Blocked),
            await CountAsync("identities.connection:sms AND NOT (blocked:true)"));
        Assert.Equal(1, await CountAsync("user_id:\"auth0|a b\"") + await CountAsync("user_id:\"auth0|a+b c\""));
        Assert.Equal(0, await CountAsync("user_id:\"auth0|CASESENSITIVE\""));
        Assert.Equal(3000, await CountAsync("*"));
    }

    [Theory]
    [InlineData("created_at:[2020 TO")]
    [InlineData("created_at:[x TO *]")]
    [InlineData("nonsense")]
    [InlineData("user_metadata.plan:gold")]
    [InlineData("email:*abc")]
    [InlineData("blocked:true blocked:false")]
    [InlineData("(blocked:true")]
    [InlineData("email:\"a")]
    [InlineData("NOT")]
    public async Task Query_that_is_not_understood_is_400(string query)
    {
        var error = await _tenant.GetErrorAsync("users?q=" + Uri.EscapeDataString(query), HttpStatusCode.BadRequest);

        Assert.Equal("invalid_query_string", error.GetProperty("errorCode").GetString());
    }

    [Fact]
    public async Task Deep_nesting_is_refused_and_does_not_end_the_process()
    {
        var query = new string('(', 2000) + "blocked:true" + new string(')', 2000);

        await _tenant.GetErrorAsync("users?q=" + query, HttpStatusCode.BadRequest);
        await _tenant.GetErrorAsync("users?q=" + new string('!', 2000) + "blocked:true", HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Sorting_both_ways_reaches_both_ends()
    {
        var query = "users?per_page=100&fields=user_id&sort=";
        var up = Ids(await _tenant.GetAsync(query + "user_id:1"));
        var down = Ids(await _tenant.GetAsync(query + "user_id:-1"));
        var newest = Ids(await _tenant.GetAsync(query + "created_at:-1"));

        var ordered = _users.Select(x => x.Id).Order(StringComparer.Ordinal).ToList();
        Assert.Equal(ordered.Take(100), up);
        Assert.Equal(ordered.AsEnumerable().Reverse().Take(100), down);
        Assert.Equal(_users.AsEnumerable().Reverse().Take(100).Select(x => x.Id), newest);
        await _tenant.GetErrorAsync("users?sort=name", HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Total_of_a_search_exceeds_what_can_be_paged()
    {
        var page = await _tenant.GetAsync("users?page=9&per_page=100&include_totals=true&q=_exists_:user_id");

        Assert.Equal(3000, page.GetProperty("total").GetInt32());
        Assert.Equal(100, page.GetProperty("users").GetArrayLength());
        Assert.Equal(_users[999].Id, page.GetProperty("users")[99].GetProperty("user_id").GetString());
    }

    [Fact]
    public async Task Fields_are_chosen_or_left_out()
    {
        var only = (await _tenant.GetAsync("users?per_page=1&page=200&fields=user_id,name"))[0];
        var without = (await _tenant.GetAsync("users?per_page=1&page=200&fields=identities,name&include_fields=false"))[0];

        Assert.All(only.EnumerateObject(), x => Assert.Contains(x.Name, new[] { "user_id", "name" }));
        Assert.False(without.TryGetProperty("identities", out _));
        Assert.False(without.TryGetProperty("name", out _));
        Assert.True(without.TryGetProperty("created_at", out _));
    }

    private async Task<int> CountAsync(string query)
    {
        var result = await _tenant.GetAsync("users?per_page=1&include_totals=true&q=" + Uri.EscapeDataString(query));
        return result.GetProperty("total").GetInt32();
    }

    private static IEnumerable<string?> Ids(JsonElement users) =>
        users.EnumerateArray().Select(x => x.GetProperty("user_id").GetString());

    private static string Iso(DateTimeOffset time) => time.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
