using System.Text.Json.Nodes;
using Auth0Connector.ManagementApi.Failures;
using Auth0Connector.ManagementApi.Options;
using Auth0Connector.MockTenant;
using Microsoft.Extensions.Logging.Abstractions;

namespace Auth0Connector.Sync.Tests;

/// <summary>What goes wrong between a tenant and its reader, and what comes of it.</summary>
public sealed class FaultTests
{
    private const string Members = "GET /organizations/{id}/members";
    private const string RoleUsers = "GET /roles/{id}/users";

    private static readonly MockTenantOptions Small = new() { Users = 240, Roles = 5, Organizations = 5, EveryoneOrganization = true };

    [Fact]
    public async Task A_tenant_that_goes_down_and_stays_down_is_asked_a_bounded_number_of_times_and_the_rest_is_kept()
    {
        var down = true;
        await using var bench = await SyncBench.StartAsync(Small with
        {
            Script = request => down && request.Endpoint == Members ? MockFault.Unavailable() : null,
        });

        var failure = await Assert.ThrowsAsync<ManagementApiException>(() => SyncAsync(bench, attempts: 3));

        Assert.Equal(ManagementApiErrorKind.Unavailable, failure.Kind);
        Assert.DoesNotContain('\n', failure.Message);
        Assert.InRange(bench.Tenant.Requests.CountOf(Members), 3, 3 * bench.Api.Pace.MaxConcurrency);
        Assert.Equal(["sync.c1z.partial"], bench.Folder.Names);
        down = false;
        var users = bench.Tenant.Requests.CountOf("GET /users");

        var summary = await SyncAsync(bench, attempts: 3);

        Assert.True(summary.Resumed);
        // The one that was in flight when the others failed is asked for again.
        Assert.InRange(bench.Tenant.Requests.CountOf("GET /users"), users, users + 1);
        AssertTruth(bench);
    }

    [Fact]
    public async Task A_401_that_persists_ends_the_sync_and_one_that_passes_does_not()
    {
        var refused = 1;
        await using var bench = await SyncBench.StartAsync(Small with
        {
            Script = request => request.Endpoint == RoleUsers && Interlocked.Decrement(ref refused) >= 0 ? MockFault.Unauthorized() : null,
        });
        await bench.SyncAsync();
        AssertTruth(bench);
        refused = int.MaxValue;

        var failure = await Assert.ThrowsAsync<ManagementApiException>(() => bench.SyncAsync());

        Assert.Equal(ManagementApiErrorKind.CredentialsRefused, failure.Kind);
        Assert.True(File.Exists(bench.Settings.TargetPath + ".partial"));
    }

    [Fact]
    public async Task A_403_in_the_middle_names_the_scope_and_the_run_goes_on_once_it_is_granted()
    {
        var refuses = true;
        await using var bench = await SyncBench.StartAsync(Small with
        {
            Script = request => refuses && request.Endpoint == RoleUsers && request.EndpointOrdinal >= 1 ? MockFault.Forbidden("read:roles") : null,
        });

        var failure = await Assert.ThrowsAsync<ManagementApiException>(() => bench.SyncAsync());

        Assert.Equal(ManagementApiErrorKind.MissingScope, failure.Kind);
        Assert.Equal(["read:roles"], failure.ExpectedScopes);
        refuses = false;
        Assert.True((await bench.SyncAsync()).Resumed);
        AssertTruth(bench);
    }

    [Fact]
    public async Task A_role_deleted_meanwhile_is_left_out_and_costs_nothing_else()
    {
        string? deleted = null;
        await using var bench = await SyncBench.StartAsync(Small with
        {
            Script = request =>
            {
                if (request.Endpoint != RoleUsers)
                {
                    // The role itself is gone as well as its list.
                    return request.Endpoint == "GET /roles/{id}" && deleted?.StartsWith(request.Path + "/", StringComparison.Ordinal) == true ? MockFault.NotFound() : null;
                }

                Interlocked.CompareExchange(ref deleted, request.Path, null);
                return request.Path == deleted ? MockFault.NotFound() : null;
            },
        });

        await bench.SyncAsync();

        var content = bench.Read();
        Truths.Equal(
            bench.Tenant.Truth.RoleAssignments.Where(one => !deleted!.Contains(one.RoleId, StringComparison.Ordinal)).Select(one => (one.RoleId, one.UserId)),
            content.GrantsOf("role", "assigned"),
            "grants of the other roles");
        Truths.Equal(
            bench.Tenant.Truth.Roles.Select(role => role.Id).Where(role => !deleted!.Contains(role, StringComparison.Ordinal)),
            content.IdsOf("role"),
            "the other roles");
        Truths.Equal(bench.Tenant.Truth.Users.Select(user => user.Id), content.IdsOf("user"), "users");
    }

    [Fact]
    public async Task A_repeated_cursor_is_no_end_and_the_list_is_read_another_way()
    {
        await using var bench = await SyncBench.StartAsync(Small with
        {
            Script = request => request.Endpoint == Members && request.Query.TryGetValue("from", out var cursor)
                ? MockFault.ChangedBody(body => Change(body, page => page["next"] = cursor))
                : null,
        });

        var summary = await bench.SyncAsync();

        AssertTruth(bench);
        var members = summary.Proof.Collections.Single(line => line.Collection == "organization-members");
        Assert.Equal(1, members.Evidence["two readings"]);
        Assert.InRange(members.Requests, bench.Tenant.Options.Organizations, 20);
    }

    [Fact]
    public async Task An_empty_page_with_a_cursor_is_not_the_end()
    {
        string? rest = null;
        string? path = null;
        await using var bench = await SyncBench.StartAsync(Small with
        {
            Script = request => request.Endpoint != Members || (request.Query.ContainsKey("from") && request.Query["from"] != "empty") ? null
                : request.Query.ContainsKey("from")
                    ? MockFault.Json($$"""{"members":[],"next":"{{rest}}"}""")
                    : MockFault.ChangedBody(body => Change(body, page =>
                    {
                        if (page["next"]?.GetValue<string>() is { } next && Interlocked.CompareExchange(ref path, request.Path, null) is null)
                        {
                            rest = next;
                            page["next"] = "empty";
                        }
                    })),
        });

        await bench.SyncAsync();

        var after = bench.Tenant.Requests.Recent.Where(request => request.Target.StartsWith(path!, StringComparison.Ordinal)).Select(static request => request.Target).ToList();
        Assert.Single(after, static target => target.Contains("from=empty", StringComparison.Ordinal));
        Assert.Single(after, target => target.Contains($"from={Uri.EscapeDataString(rest!)}", StringComparison.Ordinal));
        AssertTruth(bench);
    }

    [Fact]
    public async Task Ids_that_come_on_two_pages_are_in_the_file_once()
    {
        JsonNode? former = null;
        var twice = 0;
        await using var bench = await SyncBench.StartAsync(Small with
        {
            Script = request => request.Endpoint is not (Members or "GET /users") ? null : MockFault.ChangedBody(body => Change(body, page =>
            {
                var items = (page["members"] ?? page["users"])!.AsArray();
                if (request.Endpoint == "GET /users" && items.Count > 1)
                {
                    if (former is not null)
                    {
                        items.Add(former.DeepClone());
                        twice++;
                    }

                    former = items[0];
                }
            })),
        });

        await bench.SyncAsync();

        Assert.True(twice > 0);
        AssertTruth(bench);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public async Task A_clock_that_is_an_hour_off_changes_nothing(int hours)
    {
        await using var bench = await SyncBench.StartAsync(Small with { TokenLifetime = TimeSpan.FromMinutes(2), RateLimitPerSecond = 400, Burst = 20 });

        await SyncAsync(bench, attempts: 12, new ShiftedClock(TimeSpan.FromHours(hours)));

        AssertTruth(bench);
    }

    [Fact]
    public async Task With_a_key_a_clock_that_is_an_hour_off_is_refused_as_credentials()
    {
        using var rsa = System.Security.Cryptography.RSA.Create(2048);
        await using var bench = await SyncBench.StartAsync(Small with { ClientPublicKeyPem = rsa.ExportSubjectPublicKeyInfoPem() });
        var api = bench.Api with { Credential = new ClientCredential.PrivateKey(rsa.ExportPkcs8PrivateKeyPem(), null, "RS256") };

        var failure = await Assert.ThrowsAsync<ManagementApiException>(
            () => SyncAsync(bench, attempts: 2, new ShiftedClock(TimeSpan.FromHours(-1)), api));

        Assert.Equal(ManagementApiErrorKind.CredentialsRefused, failure.Kind);
        Assert.Empty(bench.Folder.Names);
    }

    [Fact]
    public async Task An_export_link_that_dies_is_fetched_anew()
    {
        var downloads = 0;
        await using var bench = await SyncBench.StartAsync(Small with
        {
            Users = 1_500,
            Script = request => !request.Path.Contains("/export-files/", StringComparison.Ordinal) ? null
                : Interlocked.Increment(ref downloads) switch
                {
                    1 => MockFault.Json("""{"error":"expired"}""", 403),
                    2 => MockFault.TruncatedBody(),
                    3 => MockFault.Reset(),
                    _ => null,
                },
        });

        await bench.SyncAsync();

        Assert.Equal(4, downloads);
        Assert.Equal(1, bench.Tenant.Requests.CountOf("POST /jobs/users-exports"));
        AssertTruth(bench);
    }

    private static Task<Reporting.SyncSummary> SyncAsync(SyncBench bench, int attempts, TimeProvider? clock = null, ManagementApiOptions? api = null) =>
        new TenantSync(
            (api ?? bench.Api) with { MaxAttempts = attempts },
            bench.Settings,
            bench.Reporter,
            NullLoggerFactory.Instance,
            clock ?? TimeProvider.System).RunAsync(CancellationToken.None);

    private static string Change(string body, Action<JsonNode> change)
    {
        var page = JsonNode.Parse(body)!;
        change(page);
        return page.ToJsonString();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task With_few_requests_at_a_time_faults_hold_nobody_up_for_good(int concurrency)
    {
        await using var bench = await SyncBench.StartAsync(Small with { Users = 1_400, Groups = 3, FaultRate = 0.15 });

        await bench.SyncAsync(bench.Api with { Pace = bench.Api.Pace with { MaxConcurrency = concurrency } }).WaitAsync(TimeSpan.FromMinutes(1));

        AssertTruth(bench);
    }

    private static void AssertTruth(SyncBench bench)
    {
        var content = bench.Read();
        Truths.Equal(bench.Tenant.Truth.Users.Select(user => user.Id), content.IdsOf("user"), "users");
        Truths.Equal(
            bench.Tenant.Truth.RoleAssignments.Select(one => (one.RoleId, one.UserId)), content.GrantsOf("role", "assigned"), "role grants");
        Truths.Equal(
            bench.Tenant.Truth.Memberships.Select(one => (one.OrganizationId, one.UserId)), content.GrantsOf("organization", "member"), "memberships");
    }

    private sealed class ShiftedClock(TimeSpan shift) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + shift;
    }
}
