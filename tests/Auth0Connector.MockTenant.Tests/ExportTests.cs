using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;

namespace Auth0Connector.MockTenant.Tests;

public sealed class ExportTests
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 8, 1, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task Job_is_pending_then_processing_then_done_with_everybody_in_the_file()
    {
        await using var tenant = await StartAsync(new() { Users = 3000, ExportDuration = TimeSpan.FromSeconds(9) });
        var id = await CreateAsync(tenant, """{"format":"json","fields":[{"name":"user_id"},{"name":"email"},{"name":"blocked"}]}""");

        Assert.Equal("pending", await StatusAsync(tenant, id));
        _clock.Advance(TimeSpan.FromSeconds(4));
        Assert.Equal("processing", await StatusAsync(tenant, id));
        _clock.Advance(TimeSpan.FromSeconds(5));
        var lines = await DownloadAsync(tenant, await LinkAsync(tenant, id));

        Assert.Equal(tenant.Truth.Users.Select(x => x.Id), lines.Select(x => x.GetProperty("user_id").GetString()));
        Assert.Equal(tenant.Truth.Users.Count(x => x.Blocked), lines.Count(x => x.TryGetProperty("blocked", out var y) && y.ValueKind == JsonValueKind.True));
        Assert.All(
            lines.SelectMany(x => x.EnumerateObject()), x => Assert.Contains(x.Name, new[] { "user_id", "email", "blocked" }));
    }

    [Fact]
    public async Task The_file_of_nobody_is_a_whole_gzip_file_with_nothing_in_it()
    {
        await using var tenant = await StartAsync(new() { Users = 0 });
        var id = await CreateAsync(tenant, """{"format":"json"}""");
        _clock.Advance(TimeSpan.FromSeconds(1));
        using var plain = new HttpClient();

        var file = await plain.GetByteArrayAsync(await LinkAsync(tenant, id));

        // Header, an empty block, and the check and length of nothing.
        Assert.Equal("1F8B0800000000000003" + "0300" + "00000000" + "00000000", Convert.ToHexString(file));
        Assert.Empty(await DownloadAsync(tenant, await LinkAsync(tenant, id)));
    }

    [Fact]
    public async Task Every_poll_has_a_fresh_link_and_an_old_one_dies()
    {
        await using var tenant = await StartAsync(new() { Users = 100 });
        var id = await CreateAsync(tenant, """{"format":"json"}""");
        _clock.Advance(TimeSpan.FromSeconds(1));

        var first = await LinkAsync(tenant, id);
        var second = await LinkAsync(tenant, id);
        _clock.Advance(TimeSpan.FromSeconds(61));
        using var plain = new HttpClient();
        using var dead = await plain.GetAsync(first);

        Assert.NotEqual(first, second);
        Assert.Equal(HttpStatusCode.Forbidden, dead.StatusCode);
        Assert.Contains("<Message>Request has expired</Message>", await dead.Content.ReadAsStringAsync());
        Assert.Equal(100, (await DownloadAsync(tenant, await LinkAsync(tenant, id))).Count);
    }

    [Fact]
    public async Task Link_refuses_an_Authorization_header()
    {
        await using var tenant = await StartAsync(new() { Users = 100 });
        var id = await CreateAsync(tenant, """{"format":"json"}""");
        _clock.Advance(TimeSpan.FromSeconds(1));

        using var answer = await tenant.Http.GetAsync(await LinkAsync(tenant, id));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/xml", answer.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task Forged_link_is_403()
    {
        await using var tenant = await StartAsync(new() { Users = 100 });
        var id = await CreateAsync(tenant, """{"format":"json"}""");
        _clock.Advance(TimeSpan.FromSeconds(1));
        var link = (await LinkAsync(tenant, id)).AbsoluteUri;
        using var plain = new HttpClient();

        using var answer = await plain.GetAsync(new Uri(link[..^4] + (link.EndsWith("0000", StringComparison.Ordinal) ? "1111" : "0000")));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task Fields_may_be_renamed_dotted_and_unknown()
    {
        await using var tenant = await StartAsync(new() { Users = 100 });
        var id = await CreateAsync(
            tenant,
            """{"format":"json","limit":70,"fields":[{"name":"user_id","export_as":"id"},{"name":"identities[0].connection"},{"name":"no_such"}]}""");
        _clock.Advance(TimeSpan.FromSeconds(1));

        var lines = await DownloadAsync(tenant, await LinkAsync(tenant, id));

        Assert.Equal(70, lines.Count);
        Assert.Equal(tenant.Truth.Users.Take(70).Select(x => x.Id), lines.Select(x => x.GetProperty("id").GetString()));
        Assert.Equal(
            tenant.Truth.Users.Take(70).Select(x => x.Connection).Last(),
            lines[^1].GetProperty("identities[0].connection").GetString());
        Assert.All(lines, x => Assert.False(x.TryGetProperty("no_such", out _)));
    }

    [Fact]
    public async Task Export_of_one_connection_has_its_people_only()
    {
        await using var tenant = await StartAsync(new() { Users = 500 });
        var connection = (await tenant.GetAsync("connections?name=acme-saml"))[0].GetProperty("id").GetString();
        var id = await CreateAsync(tenant, $$"""{"format":"json","connection_id":"{{connection}}"}""");
        _clock.Advance(TimeSpan.FromSeconds(1));

        var lines = await DownloadAsync(tenant, await LinkAsync(tenant, id));

        Assert.Equal(
            tenant.Truth.Users.Where(x => x.Connection == "acme-saml").Select(x => x.Id),
            lines.Select(x => x.GetProperty("user_id").GetString()));
    }

    [Fact]
    public async Task Jobs_fail_and_are_refused_on_demand()
    {
        await using var failing = await StartAsync(new() { Users = 100, FailingExportJobs = 1 });
        await using var refusing = await StartAsync(new() { Users = 100, ExportJobs = false });

        var first = await CreateAsync(failing, """{"format":"json"}""");
        var second = await CreateAsync(failing, """{"format":"json"}""");
        _clock.Advance(TimeSpan.FromSeconds(1));
        using var refused = await PostAsync(refusing, """{"format":"json"}""");

        Assert.Equal("failed", await StatusAsync(failing, first));
        Assert.Equal("completed", await StatusAsync(failing, second));
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        await failing.GetErrorAsync("jobs/job_0000000000000000", HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData(MockFaultKind.TruncatedBody)]
    [InlineData(MockFaultKind.HalfBody)]
    public async Task Download_can_be_cut_off_with_and_without_a_word(MockFaultKind kind)
    {
        var fault = kind == MockFaultKind.HalfBody ? MockFault.HalfBody() : MockFault.TruncatedBody();
        await using var tenant = await StartAsync(new()
        {
            Users = 2000,
            Script = x => x.Endpoint.StartsWith("GET /export-files", StringComparison.Ordinal) && x.EndpointOrdinal == 0 ? fault : null,
        });
        var id = await CreateAsync(tenant, """{"format":"json"}""");
        _clock.Advance(TimeSpan.FromSeconds(1));
        var link = await LinkAsync(tenant, id);
        using var plain = new HttpClient();

        var cut = await Record.ExceptionAsync(() => plain.GetByteArrayAsync(link));
        var whole = await plain.GetByteArrayAsync(link);

        Assert.Equal(kind == MockFaultKind.TruncatedBody, cut is HttpRequestException);
        Assert.True(whole.Length > 2000);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("""{"format":"csv"}""")]
    [InlineData("""{"format":"json","fields":[{}]}""")]
    public async Task Body_that_is_not_understood_is_400(string body)
    {
        await using var tenant = await StartAsync(new() { Users = 100 });

        using var answer = await PostAsync(tenant, body);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task People_whom_the_index_does_not_know_are_missing_from_search_and_export_but_have_a_page()
    {
        await using var tenant = await StartAsync(new() { Users = 500, UnlistedUsers = 10, DeletedUsers = 5, RoleMembers = 505 });
        var id = await CreateAsync(tenant, """{"format":"json"}""");
        _clock.Advance(TimeSpan.FromSeconds(1));
        var exported = await DownloadAsync(tenant, await LinkAsync(tenant, id));
        var total = (await tenant.GetAsync("users?include_totals=true")).GetProperty("total").GetInt32();
        var (members, _) = await tenant.TakeAllAsync($"roles/{tenant.Truth.Roles.Last().Id}/users", "users");
        var known = tenant.Truth.Users.Select(x => x.Id).ToHashSet();
        var deleted = members.Select(x => x.GetProperty("user_id").GetString()!).Where(x => !known.Contains(x)).ToList();

        Assert.Equal(490, exported.Count);
        Assert.Equal(490, total);
        Assert.Equal(505, members.Count);
        Assert.Equal(5, deleted.Count);
        foreach (var unlisted in tenant.Truth.Users.Where(x => !x.Listed))
        {
            await tenant.GetAsync("users/" + Uri.EscapeDataString(unlisted.Id));
        }

        foreach (var gone in deleted)
        {
            await tenant.GetErrorAsync("users/" + Uri.EscapeDataString(gone), HttpStatusCode.NotFound);
        }

        Assert.DoesNotContain(tenant.Truth.RoleAssignments, x => deleted.Contains(x.UserId));
        Assert.Equal(10, tenant.Truth.Users.Count(x => !x.Listed));
    }

    private Task<TenantClient> StartAsync(MockTenantOptions options) => TenantClient.StartAsync(options with { Clock = _clock });

    private static async Task<HttpResponseMessage> PostAsync(TenantClient tenant, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        return await tenant.Http.PostAsync(new Uri("api/v2/jobs/users-exports", UriKind.Relative), content);
    }

    private static async Task<string> CreateAsync(TenantClient tenant, string body)
    {
        using var answer = await PostAsync(tenant, body);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var job = await TenantClient.ReadAsync(answer);
        Assert.Equal("users_export", job.GetProperty("type").GetString());
        return job.GetProperty("id").GetString()!;
    }

    private static async Task<string?> StatusAsync(TenantClient tenant, string id) =>
        (await tenant.GetAsync("jobs/" + id)).GetProperty("status").GetString();

    private static async Task<Uri> LinkAsync(TenantClient tenant, string id) =>
        new((await tenant.GetAsync("jobs/" + id)).GetProperty("location").GetString()!);

    private static async Task<List<JsonElement>> DownloadAsync(TenantClient tenant, Uri link)
    {
        Assert.Equal(tenant.Server.BaseUrl.Authority, link.Authority);
        using var plain = new HttpClient();
        await using var stream = await plain.GetStreamAsync(link);
        await using var gunzip = new GZipStream(stream, CompressionMode.Decompress);
        using var reader = new StreamReader(gunzip);
        var lines = new List<JsonElement>();
        while (await reader.ReadLineAsync() is { } line)
        {
            using var document = JsonDocument.Parse(line);
            lines.Add(document.RootElement.Clone());
        }

        return lines;
    }
}
