using System.Globalization;
using Auth0Connector.ManagementApi.Paging;
using Auth0Connector.ManagementApi.Records;

namespace Auth0Connector.ManagementApi.Tests;

public sealed class ListingTests : IDisposable
{
    private readonly StubbedTenant _tenant = new StubbedTenant().GivingTokens();

    [Fact]
    public async Task Offset_listing_ends_at_the_first_page_that_is_not_full()
    {
        Page(0, 100, total: 130);
        Page(1, 30, total: 130);

        var pages = await ReadUsers();

        Assert.Equal([100, 30], pages.Select(page => page.Items.Count));
        Assert.Equal([true, false], pages.Select(page => page.NextCursor is not null));
        Assert.All(pages, page => Assert.False(page.CutByCap));
        Assert.Equal(2, _tenant.CountOf("/api/v2/users"));
    }

    [Fact]
    public async Task A_total_that_lies_low_does_not_end_a_listing()
    {
        Page(0, 100, total: 0);
        Page(1, 100, total: 100);
        Page(2, 1, total: 7);

        Assert.Equal(201, (await ReadUsers()).SelectMany(page => page.Items).Select(user => user.UserId).Distinct().Count());
    }

    [Fact]
    public async Task A_listing_whose_total_moved_is_read_once_more()
    {
        Page(0, 100, total: 130);
        Page(1, 29, total: 129);

        var pages = await ReadUsers();

        Assert.Equal([100, 29, 100, 29], pages.Select(page => page.Items.Count));
        Assert.All(pages, page => Assert.Equal(0, page.Missing));
    }

    [Fact]
    public async Task A_listing_that_comes_short_of_its_total_is_read_once_more_and_then_says_what_is_missing()
    {
        Page(0, 100, total: 130);
        Page(1, 20, total: 130);

        var pages = await ReadUsers();

        Assert.Equal(4, pages.Count);
        Assert.Equal([0, 0, 0, 10], pages.Select(page => page.Missing));
    }

    [Fact]
    public async Task A_listing_that_goes_on_in_its_second_reading_is_not_read_a_third_time()
    {
        Page(0, 100, total: 130);
        Page(1, 20, total: 130);
        var second = (await ReadUsers())[2].NextCursor;

        var rest = await ReadUsers(second);

        Assert.Equal(20, rest.Single().Items.Count);
        Assert.Equal(10, rest.Single().Missing);
    }

    [Fact]
    public async Task A_full_last_page_is_followed_by_an_empty_one()
    {
        Page(0, 100, total: 100);
        Page(1, 0, total: 100);

        Assert.Equal([100, 0], (await ReadUsers()).Select(page => page.Items.Count));
    }

    [Theory]
    [InlineData(1000, false)]
    [InlineData(1001, true)]
    [InlineData(400_000, true)]
    public async Task The_page_beyond_a_thousand_records_is_never_asked_for(int total, bool cut)
    {
        for (var page = 0; page < 10; page++)
        {
            Page(page, 100, total);
        }

        var pages = await ReadUsers();

        Assert.Equal(1000, pages.Sum(page => page.Items.Count));
        Assert.Equal(cut, pages[^1].CutByCap);
        Assert.Null(pages[^1].NextCursor);
        Assert.Equal(10, _tenant.CountOf("/api/v2/users"));
    }

    [Fact]
    public async Task A_server_that_caps_the_page_size_is_read_to_its_end()
    {
        for (var page = 0; page < 3; page++)
        {
            _tenant.AnswerQuery("/users", "page", Text(page), Body("users", page * 50, page < 2 ? 50 : 20, total: 120, limit: 50));
        }

        Assert.Equal(120, (await ReadUsers()).SelectMany(page => page.Items).Select(user => user.UserId).Distinct().Count());
    }

    [Fact]
    public async Task Reading_goes_on_at_the_cursor_of_a_page()
    {
        Page(0, 100, total: 105);
        Page(1, 5, total: 105);
        var cursor = (await ReadUsers())[0].NextCursor;

        var pages = await ReadUsers(cursor);

        Assert.Equal(["auth0|100", "auth0|101", "auth0|102", "auth0|103", "auth0|104"], pages.Single().Items.Select(user => user.UserId));
    }

    [Theory]
    [InlineData("""{"users":[]}""")]
    [InlineData("""{"users":[],"next":null}""")]
    [InlineData("""{"users":[],"next":""}""")]
    public async Task Checkpoint_listing_ends_when_next_is_absent_null_or_empty(string last)
    {
        _tenant.Answer("/roles/rol_1/users", 200, """{"users":[{"user_id":"auth0|1"}],"next":"c1"}""");
        _tenant.AnswerQuery("/roles/rol_1/users", "from", "c1", last);

        Assert.Equal(["c1", null], (await ReadRole()).Select(page => page.NextCursor));
    }

    [Fact]
    public async Task An_empty_page_with_a_cursor_does_not_end_a_listing()
    {
        _tenant.Answer("/roles/rol_1/users", 200, """{"users":[],"next":"c1"}""");
        _tenant.AnswerQuery("/roles/rol_1/users", "from", "c1", """{"next":"c2","users":[]}""");
        _tenant.AnswerQuery("/roles/rol_1/users", "from", "c2", """{"users":[{"user_id":"auth0|1"}]}""");

        Assert.Equal("auth0|1", (await ReadRole()).SelectMany(page => page.Items).Single().UserId);
    }

    [Fact]
    public async Task A_cursor_that_comes_again_is_an_error_and_no_endless_loop()
    {
        _tenant.Answer("/roles/rol_1/users", 200, """{"users":[{"user_id":"auth0|1"}],"next":"same"}""");

        var failure = await Assert.ThrowsAsync<ManagementApiException>(() => ReadRole());

        Assert.Equal(ManagementApiErrorKind.BadAnswer, failure.Kind);
        Assert.Equal(2, _tenant.CountOf("/api/v2/roles/rol_1/users"));
    }

    [Theory]
    [InlineData("auth0|a/b")]
    [InlineData("auth0|a%2Fb")]
    [InlineData("samlp|con|DOMAIN\\jane doe+x#y?z=1&w")]
    [InlineData("auth0|日本語🎉")]
    [InlineData("auth0|../../clients")]
    public async Task An_id_reaches_the_tenant_as_it_is(string id)
    {
        _tenant.Answer("/*", 200, """{"user_id":"x"}""");

        await _tenant.Client.FindUserAsync(id, CancellationToken.None);

        var address = _tenant.Server.LogEntries.Last().RequestMessage!.AbsoluteUrl;
        var segment = address[(address.IndexOf("/users/", StringComparison.Ordinal) + 7)..];
        Assert.DoesNotContain('/', segment);
        Assert.DoesNotContain('?', segment);
    }

    public void Dispose() => _tenant.Dispose();

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Body(string key, int start, int count, int total, int limit)
    {
        var rows = Enumerable.Range(start, count).Select(number => $$"""{"user_id":"auth0|{{number}}"}""");
        return $$"""{"start":{{start}},"limit":{{limit}},"length":{{count}},"{{key}}":[{{string.Join(',', rows)}}],"total":{{total}}}""";
    }

    private void Page(int page, int count, int total) =>
        _tenant.AnswerQuery("/users", "page", Text(page), Body("users", page * 100, count, total, limit: 100));

    private async Task<List<ApiPage<UserRecord>>> ReadUsers(string? cursor = null) =>
        await _tenant.Client.SearchUsersAsync(null, null, cursor, CancellationToken.None).ToListAsync();

    private async Task<List<ApiPage<MemberRecord>>> ReadRole() =>
        await _tenant.Client.ListRoleUsersAsync("rol_1", null, CancellationToken.None).ToListAsync();
}
