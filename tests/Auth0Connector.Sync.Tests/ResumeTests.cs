using Auth0Connector.AccessFile.Failures;
using Auth0Connector.AccessFile.Staging;
using Auth0Connector.MockTenant;
using Auth0Connector.Sync.Settings;
using Microsoft.Extensions.Logging.Abstractions;

namespace Auth0Connector.Sync.Tests;

/// <summary>A sync that is cut short and goes on; the harness with the real program and SIGKILL is in the tests of the command line.</summary>
public sealed class ResumeTests
{
    private static readonly MockTenantOptions Small = new() { Users = 240, Roles = 5, Organizations = 8, EveryoneOrganization = true };

    [Fact]
    public async Task An_export_goes_on_with_the_same_job_and_a_fresh_link()
    {
        using var cancel = new CancellationTokenSource();
        await using var bench = await SyncBench.StartAsync(Small with
        {
            Users = 1_500,
            Script = request =>
            {
                if (request.Endpoint == "GET /jobs/{id}" && request.EndpointOrdinal == 0)
                {
                    cancel.Cancel();
                }

                return null;
            },
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => bench.SyncAsync(cancellationToken: cancel.Token));

        var summary = await bench.SyncAsync();

        Assert.True(summary.Resumed);
        Assert.Equal(1, bench.Tenant.Requests.CountOf("POST /jobs/users-exports"));
        Truths.Equal(bench.Tenant.Truth.Users.Select(user => user.Id), bench.Read().IdsOf("user"), "users");
    }

    [Fact]
    public async Task What_is_in_flight_when_it_is_asked_to_stop_is_kept()
    {
        using var cancel = new CancellationTokenSource();
        await using var bench = await SyncBench.StartAsync(Small with
        {
            Latency = TimeSpan.FromMilliseconds(40),
            Script = request =>
            {
                if (request.Endpoint == "GET /organizations/{id}/members" && request.EndpointOrdinal == 3)
                {
                    cancel.Cancel();
                }

                return null;
            },
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => bench.SyncAsync(cancellationToken: cancel.Token));

        await bench.SyncAsync();

        var asked = bench.Tenant.Requests.Recent.Where(request => request.Endpoint.StartsWith("GET ", StringComparison.Ordinal)).ToList();
        Assert.Equal(asked.Count, asked.DistinctBy(request => request.Target).Count());
    }

    [Theory]
    [InlineData(4)]
    [InlineData(14)]
    public async Task Users_whom_no_search_divides_go_on_from_the_page_and_the_end_that_were_reached(int stopAfter)
    {
        using var cancel = new CancellationTokenSource();
        var pages = 0;
        await using var bench = await SyncBench.StartAsync(Small with
        {
            Users = 1_500,
            Script = request =>
            {
                if (request.Endpoint == "GET /users" && request.Query.ContainsKey("q"))
                {
                    return MockFault.Json("""{"statusCode":400,"error":"Bad Request","message":"Query validation error"}""", 400);
                }

                if (request.Query.ContainsKey("sort") && ++pages == stopAfter)
                {
                    cancel.Cancel();
                }

                return null;
            },
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => bench.SyncAsync(s => s with { UsersVia = UsersVia.Search }, cancel.Token));

        await bench.SyncAsync(s => s with { UsersVia = UsersVia.Search });

        var asked = bench.Tenant.Requests.Recent.Where(static request => request.Target.Contains("sort=user_id", StringComparison.Ordinal)).ToList();
        Assert.Equal(40, asked.Count);
        Assert.All(asked.GroupBy(static request => request.Target), static page => Assert.Equal(2, page.Count()));
        Truths.Equal(bench.Tenant.Truth.Users.Select(user => user.Id), bench.Read().IdsOf("user"), "users");
    }

    [Fact]
    public async Task The_summary_of_a_resumed_run_counts_the_requests_of_both_parts()
    {
        using var cancel = new CancellationTokenSource();
        await using var bench = await SyncBench.StartAsync(Small with
        {
            Script = request =>
            {
                if (request.Ordinal == 9)
                {
                    cancel.Cancel();
                }

                return null;
            },
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => bench.SyncAsync(cancellationToken: cancel.Token));

        var summary = await bench.SyncAsync();

        Assert.InRange(summary.Requests, summary.ResourceTypes.Sum(type => type.Requests), bench.Tenant.Requests.Total);
        Assert.Equal(["started", "resumed"], bench.Reporter.Steps.Where(step => step is "started" or "resumed"));
        Assert.Equal(bench.Read().IdsOf("user").Count, bench.Reporter.Last["user"].Resources);
    }

    [Fact]
    public async Task Another_concurrency_does_not_make_another_sync_of_it()
    {
        using var cancel = new CancellationTokenSource();
        await using var bench = await SyncBench.StartAsync(Small with
        {
            Script = request =>
            {
                if (request.Ordinal == 6)
                {
                    cancel.Cancel();
                }

                return null;
            },
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => bench.SyncAsync(cancellationToken: cancel.Token));

        var narrow = bench.Api with { Pace = bench.Api.Pace with { MaxConcurrency = 3 } };

        var summary = await new TenantSync(narrow, bench.Settings, bench.Reporter, NullLoggerFactory.Instance, TimeProvider.System).RunAsync(CancellationToken.None);

        Assert.True(summary.Resumed);
    }

    [Fact]
    public async Task Other_settings_make_another_sync_of_it()
    {
        using var cancel = new CancellationTokenSource();
        await using var bench = await SyncBench.StartAsync(Small with
        {
            Script = request =>
            {
                if (request.Ordinal == 6)
                {
                    cancel.Cancel();
                }

                return null;
            },
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => bench.SyncAsync(cancellationToken: cancel.Token));

        Assert.False((await bench.SyncAsync(settings => settings with { ResourceTypes = ["user"] })).Resumed);
    }

    [Fact]
    public async Task A_directory_that_vanishes_is_said_so_and_leaves_nothing_elsewhere()
    {
        string? vanishing = null;
        await using var bench = await SyncBench.StartAsync(Small with
        {
            Script = request =>
            {
                if (request.Ordinal == 8)
                {
                    Directory.Delete(vanishing!, recursive: true);
                }

                return null;
            },
        });
        vanishing = bench.Folder.File("gone");
        Directory.CreateDirectory(vanishing);
        var temporary = TemporaryFiles();

        var failure = await Assert.ThrowsAsync<AccessFileException>(() => bench.SyncAsync(settings => settings with { TargetPath = Path.Combine(vanishing, "sync.c1z") }));

        Assert.Contains(failure.Kind, (AccessFileErrorKind[])[AccessFileErrorKind.NotFound, AccessFileErrorKind.NotWritable]);
        Assert.DoesNotContain('\n', failure.Message);
        Assert.Empty(bench.Folder.Names);
        Assert.Equal(temporary, TemporaryFiles());
    }

    [Fact]
    public async Task A_second_sync_of_one_file_asks_the_tenant_nothing()
    {
        await using var bench = await SyncBench.StartAsync(Small);
        using var held = TargetLock.Take(bench.Settings.TargetPath, TimeProvider.System);

        var failure = await Assert.ThrowsAsync<AccessFileException>(() => bench.SyncAsync());

        Assert.Equal(AccessFileErrorKind.Locked, failure.Kind);
        Assert.Equal(0, bench.Tenant.Requests.Total);
    }

    // Folders that unpacking makes; other tests and programs have theirs in the same place.
    private static IEnumerable<string> TemporaryFiles() =>
        Directory.GetFileSystemEntries(Path.GetTempPath(), "*.partial*").Order(StringComparer.Ordinal);
}
