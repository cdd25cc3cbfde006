using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Auth0Connector.AccessFile.Staging;
using Auth0Connector.Cli.Tests.Safety;
using Auth0Connector.Cli.Tests.Support;
using Auth0Connector.MockTenant;

namespace Auth0Connector.Cli.Tests.Configure;

/// <summary>Each thing that can be wrong before a first run, and that doctor finds it, says what to do, and says what it does not know.</summary>
public sealed class DoctorTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task Where_all_is_well_each_thing_says_what_it_is_known_from()
    {
        await using var tenant = await StartAsync(new MockTenantOptions { RateLimitPerSecond = 50, Burst = 20 });

        var found = await ExamineAsync(0);

        Assert.Equal(
            ["settings", "name", "proxy", "answer", "clock", "token", "scopes", "limits", "size", "library", "file", "lock", "space"],
            found.Where(static one => one.Value.Health == "good").Select(static one => one.Key));
        Assert.Equal(["TLS", "ConductorOne"], found.Where(static one => one.Value.Health == "notAsked").Select(static one => one.Key));
        Assert.Contains("20 at once", found["limits"].Found, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_workspace.Directory));
    }

    [Fact]
    public async Task A_refused_secret_is_10_and_what_needs_a_token_is_not_known()
    {
        await using var tenant = await StartAsync(new MockTenantOptions());
        _workspace.Variables["BATON_AUTH0_CLIENT_SECRET"] = "another-secret-canary";

        var found = await ExamineAsync(10);

        Assert.Equal("bad", found["token"].Health);
        Assert.Equal("notAsked", found["scopes"].Health);
        Assert.Equal("notAsked", found["limits"].Health);
    }

    [Fact]
    public async Task A_missing_scope_is_11_where_a_sync_would_fail_and_a_remark_where_it_would_skip()
    {
        await using (var tenant = await StartAsync(new MockTenantOptions { Scopes = [.. MockTenantScopes.Read.Except(["read:roles"])] }))
        {
            var found = await ExamineAsync(11);
            Assert.Contains("read:roles", found["scopes"].Found, StringComparison.Ordinal);
        }

        await using (var tenant = await StartAsync(new MockTenantOptions { Scopes = [.. MockTenantScopes.Read.Except(["read:group_roles"])] }))
        {
            Assert.Equal("remark", (await ExamineAsync(0))["scopes"].Health);
            Assert.Equal("bad", (await ExamineAsync(11, "--strict"))["scopes"].Health);
        }
    }

    [Fact]
    public async Task Settings_that_are_missing_are_2_and_this_machine_is_looked_at_all_the_same()
    {
        var found = await ExamineAsync(2);

        Assert.Equal("bad", found["settings"].Health);
        Assert.Equal("notAsked", found["tenant"].Health);
        Assert.Equal("good", found["lock"].Health);
    }

    [Theory]
    [InlineData("https://no-such-tenant.invalid", "name")]
    [InlineData("http://127.0.0.1:{free}", "answer")]
    public async Task A_tenant_that_cannot_be_reached_is_12(string address, string name)
    {
        _workspace.LeadTo(address.Replace("{free}", $"{LoopbackServer.FreePort()}", StringComparison.Ordinal), "abc", "a-secret");

        var found = await ExamineAsync(12);

        Assert.Equal("bad", found[name].Health);
        Assert.Equal("notAsked", found["token"].Health);
    }

    [Fact]
    public async Task A_tenant_that_never_answers_is_12_within_five_seconds_and_a_little()
    {
        await using var silent = new LoopbackServer(static (_, stop) => Task.Delay(Timeout.Infinite, stop));
        _workspace.LeadTo($"http://127.0.0.1:{silent.Port}", "abc", "a-secret");
        var watch = Stopwatch.StartNew();

        var found = await ExamineAsync(12);

        Assert.Equal("bad", found["answer"].Health);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), $"it took {watch.Elapsed}, so it has no end of its own");
    }

    [Fact]
    public async Task A_certificate_of_an_unknown_authority_is_12_and_right_once_the_authority_is_named()
    {
        await using var tenant = await StartAsync(new MockTenantOptions());
        await using var front = new TlsFront(tenant.BaseUrl.Port);
        _workspace.Variables["BATON_AUTH0_BASE_URL"] = front.Url;
        _workspace.Variables["BATON_AUTH0_AUDIENCE"] = tenant.Audience;

        var untrusted = await ExamineAsync(12);
        Assert.Equal("bad", untrusted["TLS"].Health);
        Assert.Contains("by Private Authority", untrusted["TLS"].Found, StringComparison.Ordinal);
        Assert.Contains("--ca-file", untrusted["TLS"].Remedy, StringComparison.Ordinal);

        _workspace.Write("authority.pem", front.AuthorityPem);
        var trusted = await ExamineAsync(0, "--ca-file", "authority.pem");

        // It is good for an hour.
        Assert.Equal("remark", trusted["TLS"].Health);
        Assert.Contains("2 in its chain", trusted["TLS"].Found, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-3600, "behind")]
    [InlineData(3600, "ahead of")]
    public async Task A_clock_that_is_wrong_is_told_by_the_answer(int seconds, string words)
    {
        await using var server = new LoopbackServer(async (client, stop) =>
        {
            var date = TimeProvider.System.GetUtcNow().AddSeconds(-seconds).ToString("R", CultureInfo.InvariantCulture);
            Assert.NotEqual(0, await client.GetStream().ReadAtLeastAsync(new byte[4096], 16, throwOnEndOfStream: false, stop));
            await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 404 Not Found\r\nDate: {date}\r\nContent-Length: 0\r\n\r\n"), stop);
        });
        _workspace.LeadTo($"http://127.0.0.1:{server.Port}", "abc", "a-secret");

        var found = await ExamineAsync(10);

        Assert.Equal("remark", found["clock"].Health);
        Assert.Contains(words, found["clock"].Found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_cannot_be_is_13_or_2_and_one_that_is_being_written_15()
    {
        await using var tenant = await StartAsync(new MockTenantOptions());
        _workspace.Write("foreign.c1z", "not an access file");
        using var held = TargetLock.Take(_workspace.PathOf("held.c1z"), TimeProvider.System, CancellationToken.None);

        Assert.Equal("bad", (await ExamineAsync(15, "-f", "held.c1z"))["lock"].Health);
        Assert.Equal("bad", (await ExamineAsync(13, "-f", "foreign.c1z"))["lock"].Health);
        Assert.Equal("bad", (await ExamineAsync(2, "-f", "nowhere/x.c1z"))["folder"].Health);
        Assert.Equal("not an access file", await File.ReadAllTextAsync(_workspace.PathOf("foreign.c1z")));
    }

    [Fact]
    public async Task ConductorOne_is_asked_where_it_is_served_and_a_half_set_one_is_2()
    {
        await using var tenant = await StartAsync(new MockTenantOptions());

        var found = await ExamineAsync(2, "--client-id", "clever-otter-1@acme.conductor.one/spc");

        Assert.Equal("bad", found["ConductorOne"].Health);
    }

    private async Task<Dictionary<string, (string Health, string Found, string Remedy)>> ExamineAsync(int code, params string[] arguments)
    {
        var table = await _workspace.RunAsync(["doctor", .. arguments]);
        var result = await _workspace.RunAsync(["doctor", "-o", "json", .. arguments]);

        Assert.Equal((code, code), (table.ExitCode, result.ExitCode));
        Assert.DoesNotContain("canary", table.Out + table.Error + result.Out + result.Error, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(result.Out);
        Assert.Equal(code, json.RootElement.GetProperty("exitCode").GetInt32());
        Assert.Equal(code == 0, json.RootElement.GetProperty("well").GetBoolean());
        var found = json.RootElement.GetProperty("examinations").EnumerateArray().ToDictionary(
            static one => one.GetProperty("name").GetString()!,
            static one => (one.GetProperty("health").GetString()!, one.GetProperty("found").GetString()!, one.GetProperty("remedy").GetString() ?? ""));
        Assert.All(found, one => Assert.Contains(one.Key, table.Out, StringComparison.Ordinal));
        return found;
    }

    private async Task<MockTenantServer> StartAsync(MockTenantOptions options)
    {
        var tenant = await MockTenantServer.StartAsync(options, CancellationToken.None);
        _workspace.LeadTo(tenant);
        return tenant;
    }
}
