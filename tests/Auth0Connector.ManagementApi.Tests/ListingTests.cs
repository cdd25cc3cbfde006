using System.Globalization;
using Auth0Connector.ManagementApi.Paging;
using Auth0Connector.ManagementApi.Records;

namespace Auth0Connector.ManagementApi.Tests;

public sealed class ListingTests : IDisposable
{
    private readonly StubbedTenant _tenant = new StubbedTenant().GivingTokens();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(99)]
    [InlineData(100)]
    public async Task One_page_that_holds_as_many_as_it_states_is_the_whole(int count)
    {
        Page(0, count, total: count);

        var page = Assert.Single(await ReadUsersAsync());

        Assert.Equal(EndEvidence.SinglePage, page.End?.Evidence);
        Assert.Equal(1, _tenant.CountOf("/api/v2/users"));
    }

    [Fact]
    public async Task Several_pages_are_whole_when_two_readings_name_the_same()
    {
        Page(0, 100, total: 130);
        Page(1, 30, total: 130);

        var pages = await ReadUsersAsync();

        Assert.Equal([100, 30, 100, 30], pages.Select(page => page.Items.Count));
        Assert.Equal([true, true, true, false], pages.Select(page => page.NextCursor is not null));
        Assert.Equal([null, null, null, EndEvidence.TwoReadings], pages.Select(page => page.End?.Evidence));
    }

    [Fact]
    public async Task What_one_reading_lost_another_brings()
    {
        // A row of the first page went and one came at the end: the hundredth moved to where it was not asked for any more.
        var first = Rows(0, 100);
        var shifted = Rows(1, 100);
        Sequence((0, Body(first, 0, 130)), (1, Body(Rows(101, 30), 100, 130)), (0, Body(shifted, 0, 130)), (1, Body(Rows(101, 30), 100, 130)), (0, Body(shifted, 0, 130)), (1, Body(Rows(101, 30), 100, 130)));

        var pages = await ReadUsersAsync();

        Assert.Equal(6, pages.Count);
        Assert.Equal(EndEvidence.TwoReadings, pages[^1].End?.Evidence);
        Assert.Contains("auth0|100", pages.SelectMany(page => page.Items).Select(user => user.UserId));
    }

    [Fact]
    public async Task Readings_that_never_agree_are_given_up_after_ten()
    {
        var at = 0;
        _tenant.AnswerBy("/users", request => Body(Rows(at++ * 7, request == 0 ? 100 : 30), request * 100, 130));

        var pages = await ReadUsersAsync();

        Assert.Equal(20, pages.Count);
        Assert.Contains("10 readings", pages[^1].End?.Doubt, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(130, 120)]
    [InlineData(1_000_000_000_000_000_000, 130)]
    public async Task A_listing_that_stays_short_of_its_total_is_not_proven(long total, int there)
    {
        Page(0, 100, total);
        Page(1, there - 100, total);

        var end = (await ReadUsersAsync())[^1].End;

        Assert.Null(end?.Evidence);
        Assert.Contains("fewer than the tenant states", end?.Doubt, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_that_come_twice_do_not_stand_for_rows_that_do_not_come()
    {
        // 120 rows in all, 110 of them distinct, 120 stated.
        _tenant.AnswerBy("/users", page => page == 0 ? Body(Rows(0, 100), 0, 120) : Body(Rows(90, 20), 100, 120));

        Assert.Null((await ReadUsersAsync())[^1].End?.Evidence);
    }

    [Fact]
    public async Task A_total_that_lies_low_does_not_end_a_listing()
    {
        Page(0, 100, total: 0);
        Page(1, 100, total: 100);
        Page(2, 1, total: 7);

        var pages = await ReadUsersAsync();

        Assert.Equal(201, pages.SelectMany(page => page.Items).Select(user => user.UserId).Distinct().Count());
        Assert.Equal(EndEvidence.TwoReadings, pages[^1].End?.Evidence);
    }

    [Theory]
    [InlineData("""[{"user_id":"auth0|1"}]""")]
    [InlineData("""[]""")]
    [InlineData("""{"users":[{"user_id":"auth0|1"}]}""")]
    [InlineData("""{"users":[{"user_id":"auth0|1"}],"next":"abc"}""")]
    public async Task An_answer_of_another_form_than_pages_with_totals_proves_nothing(string body)
    {
        _tenant.Answer("/users", 200, body);

        var page = Assert.Single(await ReadUsersAsync());

        Assert.Null(page.End?.Evidence);
        Assert.NotNull(page.End?.Doubt);
        Assert.Empty(page.Items);
    }

    [Theory]
    [InlineData("""[{"user_id":"auth0|1"}]""")]
    [InlineData("""[]""")]
    [InlineData("""{"users":[{"user_id":"auth0|1"}],"start":0,"limit":100,"total":1}""")]
    [InlineData("""{"users":[],"total":0}""")]
    public async Task An_answer_of_another_form_than_take_is_read_by_number(string body)
    {
        _tenant.AnswerQuery("/roles/rol_1/users", "take", "100", body);
        _tenant.AnswerQuery("/roles/rol_1/users", "page", "0", Body(Rows(0, 7), 0, 7));

        var page = Assert.Single(await ReadRoleAsync());

        Assert.Equal(7, page.Items.Count);
        Assert.Equal(EndEvidence.SinglePage, page.End?.Evidence);
        Assert.Equal(2, page.Requests);
    }

    [Fact]
    public async Task A_listing_that_no_way_reads_to_an_end_says_so()
    {
        _tenant.Answer("/groups/grp_1/members", 200, """[{"id":"grp_2","member_type":"group"}]""");

        var pages = await _tenant.Client.ListGroupMembersAsync("grp_1", null, CancellationToken.None).ToListAsync();

        Assert.Contains("checkpoint pagination", pages.Single().End?.Doubt, StringComparison.Ordinal);
        Assert.Empty(pages.Single().Items);
    }

    [Fact]
    public async Task A_listing_goes_on_in_the_reading_that_it_was_in()
    {
        Page(0, 100, total: 130);
        Page(1, 30, total: 130);
        var second = (await ReadUsersAsync())[2].NextCursor;

        var rest = await ReadUsersAsync(second);

        Assert.Equal(30, rest.Single().Items.Count);
        Assert.Equal(EndEvidence.TwoReadings, rest.Single().End?.Evidence);
    }

    [Theory]
    [InlineData(1000)]
    [InlineData(1001)]
    [InlineData(400_000)]
    public async Task The_page_beyond_a_thousand_records_is_never_asked_for_and_a_thousand_people_prove_nothing(int total)
    {
        for (var page = 0; page < 10; page++)
        {
            Page(page, 100, total);
        }

        var pages = await ReadUsersAsync();

        Assert.Equal(1000, pages.Sum(page => page.Items.Count));
        Assert.Contains("no more than 1000", pages[^1].End?.Doubt, StringComparison.Ordinal);
        Assert.Null(pages[^1].NextCursor);
        Assert.Equal(10, _tenant.CountOf("/api/v2/users"));
    }

    [Fact]
    public async Task A_thousand_permissions_are_all_that_a_role_can_have()
    {
        _tenant.AnswerBy("/roles/rol_1/permissions", page => Body("permissions", Permissions(page * 100, 100), page * 100, 1000));

        var pages = await _tenant.Client.ListRolePermissionsAsync("rol_1", null, CancellationToken.None).ToListAsync();

        Assert.Equal(EndEvidence.TwoReadings, pages[^1].End?.Evidence);
        Assert.Equal(20, pages.Count);
    }

    [Fact]
    public async Task A_server_that_caps_the_page_size_is_read_to_its_end()
    {
        _tenant.AnswerBy("/users", page => Body("users", Rows(page * 50, page < 2 ? 50 : 20), page * 50, 120, limit: 50));

        var pages = await ReadUsersAsync();

        Assert.Equal(120, pages.SelectMany(page => page.Items).Select(user => user.UserId).Distinct().Count());
        Assert.Equal(EndEvidence.TwoReadings, pages[^1].End?.Evidence);
    }

    [Fact]
    public async Task Another_page_than_the_one_that_was_asked_for_proves_nothing()
    {
        _tenant.AnswerBy("/users", _ => Body(Rows(0, 100), 0, 130));

        Assert.Contains("another page", (await ReadUsersAsync())[^1].End?.Doubt, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reading_goes_on_at_the_cursor_of_a_page()
    {
        Page(0, 100, total: 105);
        Page(1, 5, total: 105);
        var cursor = (await ReadUsersAsync())[0].NextCursor;

        var pages = await ReadUsersAsync(cursor);

        Assert.Equal(["auth0|100", "auth0|101", "auth0|102", "auth0|103", "auth0|104"], pages[0].Items.Select(user => user.UserId));
    }

    [Fact]
    public async Task Members_of_a_small_organization_are_one_request()
    {
        _tenant.AnswerQuery("/organizations/org_1/members", "page", "0", Members("""{"user_id":"auth0|1","roles":[]}""", total: 1));

        var page = Assert.Single(await ReadMembersAsync());

        Assert.Equal(EndEvidence.SinglePage, page.End?.Evidence);
        Assert.Equal(1, page.Requests);
    }

    [Theory]
    [InlineData("""{"user_id":"auth0|1","roles":[]}""", 2)]
    [InlineData("""{"user_id":"auth0|1"}""", 1)]
    public async Task Members_of_whom_one_page_does_not_say_all_go_by_checkpoint(string member, int total)
    {
        _tenant.AnswerQuery("/organizations/org_1/members", "page", "0", Members(member, total));
        _tenant.AnswerQuery("/organizations/org_1/members", "take", "100", """{"members":[{"user_id":"auth0|1","roles":[]},{"user_id":"auth0|2","roles":[]}]}""");

        var page = Assert.Single(await ReadMembersAsync());

        Assert.Equal(EndEvidence.EndMark, page.End?.Evidence);
        Assert.Equal(2, page.Items.Count);
    }

    [Fact]
    public async Task The_tenants_roles_are_asked_for_by_type_and_without_it_where_that_is_refused()
    {
        _tenant.AnswerQuery("/roles", "type", "tenant", 400, """{"statusCode":400,"error":"Bad Request","message":"Query validation error: 'Additional properties not allowed: type'","errorCode":"invalid_query_string"}""");
        _tenant.Answer("/roles", 200, """{"roles":[{"id":"rol_1"}]}""");

        var page = Assert.Single(await _tenant.Client.ListRolesAsync(null, CancellationToken.None).ToListAsync());

        Assert.Equal("rol_1", page.Items.Single().Id);
        Assert.Equal(EndEvidence.EndMark, page.End?.Evidence);
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

    private static IEnumerable<string> Rows(int start, int count) =>
        Enumerable.Range(start, count).Select(number => $$"""{"user_id":"auth0|{{number}}"}""");

    private static IEnumerable<string> Permissions(int start, int count) =>
        Enumerable.Range(start, count).Select(number => $$"""{"resource_server_identifier":"https://api/","permission_name":"p:{{number}}"}""");

    private static string Members(string row, int total) => Body("members", [row], 0, total);

    private static string Body(IEnumerable<string> rows, int start, long total) => Body("users", rows, start, total);

    private static string Body(string key, IEnumerable<string> rows, int start, long total, int limit = 100) =>
        $$"""{"start":{{start}},"limit":{{limit}},"{{key}}":[{{string.Join(',', rows)}}],"total":{{total}}}""";

    private void Page(int page, int count, long total) =>
        _tenant.AnswerQuery("/users", "page", Text(page), Body(Rows(page * 100, count), page * 100, total));

    // One answer after the other, each for the page that it is meant for.
    private void Sequence(params (int Page, string Body)[] answers)
    {
        var next = 0;
        _tenant.AnswerBy("/users", page =>
        {
            var (asked, body) = answers[next++];
            Assert.Equal(asked, page);
            return body;
        });
    }

    private async Task<List<ApiPage<UserRecord>>> ReadUsersAsync(string? cursor = null) =>
        await _tenant.Client.SearchUsersAsync(null, null, cursor, CancellationToken.None).ToListAsync();

    private async Task<List<ApiPage<MemberRecord>>> ReadRoleAsync() =>
        await _tenant.Client.ListRoleUsersAsync("rol_1", null, CancellationToken.None).ToListAsync();

    private async Task<List<ApiPage<MemberRecord>>> ReadMembersAsync() =>
        await _tenant.Client.ListOrganizationMembersAsync("org_1", withRoles: true, null, CancellationToken.None).ToListAsync();
}
