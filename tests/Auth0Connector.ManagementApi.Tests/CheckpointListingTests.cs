using Auth0Connector.ManagementApi.Paging;
using Auth0Connector.ManagementApi.Records;

namespace Auth0Connector.ManagementApi.Tests;

public sealed class CheckpointListingTests : IDisposable
{
    private readonly StubbedTenant _tenant = new StubbedTenant().GivingTokens();

    [Theory]
    [InlineData("""{"users":[]}""")]
    [InlineData("""{"users":[],"next":null}""")]
    [InlineData("""{"users":[],"next":""}""")]
    public async Task Checkpoint_listing_ends_when_next_is_absent_null_or_empty(string last)
    {
        _tenant.Answer("/roles/rol_1/users", 200, """{"users":[{"user_id":"auth0|1"}],"next":"c1"}""");
        _tenant.AnswerQuery("/roles/rol_1/users", "from", "c1", last);

        var pages = await ReadRoleAsync();

        Assert.Equal([true, false], pages.Select(page => page.NextCursor is not null));
        Assert.Equal([null, EndEvidence.EndMark], pages.Select(page => page.End?.Evidence));
    }

    [Fact]
    public async Task An_empty_page_with_a_cursor_does_not_end_a_listing()
    {
        _tenant.Answer("/roles/rol_1/users", 200, """{"users":[],"next":"c1"}""");
        _tenant.AnswerQuery("/roles/rol_1/users", "from", "c1", """{"next":"c2","users":[]}""");
        _tenant.AnswerQuery("/roles/rol_1/users", "from", "c2", """{"users":[{"user_id":"auth0|1"}]}""");

        Assert.Equal("auth0|1", (await ReadRoleAsync()).SelectMany(page => page.Items).Single().UserId);
    }

    [Theory]
    [InlineData("same")]
    [InlineData("a", "b")]
    [InlineData("a", "b", "c", "d", "e")]
    public async Task Cursors_that_go_in_a_circle_are_no_listing(params string[] cursors)
    {
        _tenant.Answer("/groups/grp_1/members", 200, Next(cursors[0]));
        for (var i = 0; i < cursors.Length; i++)
        {
            _tenant.AnswerQuery("/groups/grp_1/members", "from", cursors[i], Next(cursors[(i + 1) % cursors.Length]));
        }

        var pages = await _tenant.Client.ListGroupMembersAsync("grp_1", null, CancellationToken.None).ToListAsync();

        Assert.Contains("circle", pages[^1].End?.Doubt, StringComparison.Ordinal);
        Assert.Equal(cursors.Length + 1, _tenant.CountOf("/api/v2/groups/grp_1/members"));

        static string Next(string cursor) => $$"""{"members":[{"id":"auth0|{{cursor}}","member_type":"user"}],"next":"{{cursor}}"}""";
    }

    [Theory]
    [InlineData("")]
    [InlineData("""{"id":"auth0|1","member_type":"user"}""")]
    public async Task Fresh_cursors_without_anything_new_come_to_an_end(string member)
    {
        var asked = 0;
        _tenant.AnswerBy("/groups/grp_1/members", _ => $$"""{"members":[{{member}}],"next":"c{{asked++}}"}""");

        var pages = await _tenant.Client.ListGroupMembersAsync("grp_1", null, CancellationToken.None).ToListAsync();

        Assert.Contains("nothing new", pages[^1].End?.Doubt, StringComparison.Ordinal);
        Assert.InRange(asked, 2, 110);
    }

    [Fact]
    public async Task A_cursor_that_is_refused_begins_the_list_anew()
    {
        _tenant.Answer("/groups/grp_1/members", 200, """{"members":[{"id":"auth0|1","member_type":"user"}]}""");
        _tenant.AnswerQuery("/groups/grp_1/members", "from", "old", 400, """{"statusCode":400,"error":"Bad Request","message":"Invalid cursor","errorCode":"invalid_paging"}""");

        var pages = await _tenant.Client.ListGroupMembersAsync("grp_1", "0:old", CancellationToken.None).ToListAsync();

        Assert.Equal(EndEvidence.EndMark, pages.Single().End?.Evidence);
        Assert.Equal("auth0|1", pages.Single().Items.Single().Id);
    }

    public void Dispose() => _tenant.Dispose();

    private async Task<List<ApiPage<MemberRecord>>> ReadRoleAsync() =>
        await _tenant.Client.ListRoleUsersAsync("rol_1", null, CancellationToken.None).ToListAsync();
}
