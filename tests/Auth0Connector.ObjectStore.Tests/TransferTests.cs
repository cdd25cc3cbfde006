using Auth0Connector.ObjectStore.Failures;

namespace Auth0Connector.ObjectStore.Tests;

/// <summary>Whatever goes wrong on the way: the object is the former one or the new one, and what is said of it is true.</summary>
public sealed class TransferTests
{
    private static readonly byte[] Former = "the former file"u8.ToArray();

    [Theory]
    [InlineData(StandInFault.None, 1)]
    [InlineData(StandInFault.Cut, 2)]
    [InlineData(StandInFault.AnswerCut, 2)]
    [InlineData(StandInFault.SlowDown, 2)]
    [InlineData(StandInFault.Changed, 2)]
    public async Task An_object_is_read_whole(StandInFault fault, int requests)
    {
        await using var fixture = new StoreFixture(new StandInStore());
        using var client = fixture.Open();
        await client.UploadAsync(fixture.Name, fixture.Sent, null, CancellationToken.None);
        fixture.Store.Requests.Clear();
        fixture.Store.Then("GET", fault);

        var tag = await client.DownloadAsync(fixture.Name, fixture.Got, CancellationToken.None);

        Assert.Equal(fixture.Store.Tag, tag);
        Assert.Equal(fixture.Store.Content, await File.ReadAllBytesAsync(fixture.Got));
        Assert.Equal(requests, fixture.Store.Requests.Count);
    }

    [Fact]
    public async Task An_answer_that_never_gets_whole_leaves_no_file()
    {
        await using var fixture = new StoreFixture(new StandInStore { Content = Former });
        foreach (var _ in Enumerable.Range(0, 5))
        {
            fixture.Store.Then("GET", StandInFault.AnswerCut);
        }

        using var client = fixture.Open();
        var failure = await Assert.ThrowsAsync<ObjectStoreException>(() => client.DownloadAsync(fixture.Name, fixture.Got, CancellationToken.None));

        Assert.Equal(ObjectStoreErrorKind.Unreachable, failure.Kind);
        Assert.False(File.Exists(fixture.Got));
        Assert.Equal(5, fixture.Store.Requests.Count);
    }

    [Fact]
    public async Task No_object_is_no_failure()
    {
        await using var fixture = new StoreFixture(new StandInStore());
        using var client = fixture.Open();

        Assert.Null(await client.DownloadAsync(fixture.Name, fixture.Got, CancellationToken.None));
    }

    // After a write whose end is unknown the object is looked at, and only written again where it is not there.
    public static TheoryData<StandInFault, bool, int> PassingFaults
    {
        get
        {
            var data = new TheoryData<StandInFault, bool, int>();
            foreach (var isThere in (bool[])[false, true])
            {
                data.Add(StandInFault.None, isThere, 1);
                data.Add(StandInFault.AnswerLost, isThere, 1);
                data.Add(StandInFault.Cut, isThere, 2);
                data.Add(StandInFault.SlowDown, isThere, 2);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(PassingFaults))]
    public async Task A_file_is_written_once(StandInFault fault, bool isThere, int writes)
    {
        await using var fixture = new StoreFixture(new StandInStore { Content = isThere ? Former : null });
        using var client = fixture.Open();
        var tag = await client.DownloadAsync(fixture.Name, fixture.Got, CancellationToken.None);
        fixture.Store.Then("PUT", fault);

        await client.UploadAsync(fixture.Name, fixture.Sent, tag, CancellationToken.None);

        Assert.Equal(await File.ReadAllBytesAsync(fixture.Sent), fixture.Store.Content);
        var puts = fixture.Store.Requests.Where(static request => request.Method == "PUT").ToList();
        Assert.Equal(writes, puts.Count);
        Assert.All(puts, put => Assert.Equal(isThere ? tag : "*", put.Headers[isThere ? "If-Match" : "If-None-Match"]));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Somebody_elses_object_is_left_as_it_is(bool isThere)
    {
        await using var fixture = new StoreFixture(new StandInStore { Content = isThere ? Former : null });
        using var client = fixture.Open();
        var tag = await client.DownloadAsync(fixture.Name, fixture.Got, CancellationToken.None);
        fixture.Store.Then("PUT", StandInFault.OtherWriter);

        var failure = await Assert.ThrowsAsync<ObjectStoreException>(() => client.UploadAsync(fixture.Name, fixture.Sent, tag, CancellationToken.None));

        Assert.Equal(ObjectStoreErrorKind.Conflict, failure.Kind);
        Assert.Equal("somebody else's"u8.ToArray(), fixture.Store.Content);
    }

    [Fact]
    public async Task An_object_that_was_removed_meanwhile_is_not_made_again()
    {
        await using var fixture = new StoreFixture(new StandInStore { Content = Former });
        using var client = fixture.Open();
        var tag = await client.DownloadAsync(fixture.Name, fixture.Got, CancellationToken.None);
        fixture.Store.Content = null;

        var failure = await Assert.ThrowsAsync<ObjectStoreException>(() => client.UploadAsync(fixture.Name, fixture.Sent, tag, CancellationToken.None));

        Assert.Equal(ObjectStoreErrorKind.Conflict, failure.Kind);
        Assert.Null(fixture.Store.Content);
    }

    [Fact]
    public async Task A_store_that_compares_bare_tags_is_written_under_the_same_condition()
    {
        await using var fixture = new StoreFixture(new StandInStore { Content = Former, ComparesBareTags = true });
        using var client = fixture.Open();
        var tag = await client.DownloadAsync(fixture.Name, fixture.Got, CancellationToken.None);

        await client.UploadAsync(fixture.Name, fixture.Sent, tag, CancellationToken.None);

        Assert.Equal([tag!, tag!.Trim('"')], fixture.Store.Requests.Where(static request => request.Method == "PUT").Select(static request => request.Headers["If-Match"]));
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("PUT")]
    public async Task A_refusal_is_not_tried_again_and_says_what_to_do(string method)
    {
        await using var fixture = new StoreFixture(new StandInStore { Content = Former }.Then(method, StandInFault.Denied));
        using var client = fixture.Open();

        var failure = await Assert.ThrowsAsync<ObjectStoreException>(() => method == "GET"
            ? client.DownloadAsync(fixture.Name, fixture.Got, CancellationToken.None)
            : client.UploadAsync(fixture.Name, fixture.Sent, fixture.Store.Tag, CancellationToken.None));

        Assert.Equal(ObjectStoreErrorKind.Refused, failure.Kind);
        Assert.Contains(method == "GET" ? "s3:GetObject" : "s3:PutObject", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("a-secret-of-nobody", failure.ToString(), StringComparison.Ordinal);
        Assert.Single(fixture.Store.Requests);
    }
}
