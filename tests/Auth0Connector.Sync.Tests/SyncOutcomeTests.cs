using Auth0Connector.AccessFile.Failures;
using Auth0Connector.ManagementApi.Failures;
using Auth0Connector.ManagementApi.Options;
using Auth0Connector.MockTenant;
using Auth0Connector.Sync.Settings;

namespace Auth0Connector.Sync.Tests;

public sealed class SyncOutcomeTests
{
    private static readonly MockTenantOptions Small = new() { Users = 120, Roles = 5, Organizations = 6 };

    [Fact]
    public async Task Faulty_answers_and_short_tokens_change_nothing_in_the_file()
    {
        await using var bench = await SyncBench.StartAsync(Small with { FaultRate = 0.15, TokenLifetime = TimeSpan.FromSeconds(3) });

        var summary = await bench.SyncAsync();

        Truths.Whole(bench);
        Assert.True(bench.Tenant.Requests.Faults > 0, "no fault was injected");
        Assert.True(summary.Retries > 0);
    }

    [Fact]
    public async Task A_rate_limit_slows_the_sync_and_costs_nothing_else()
    {
        await using var bench = await SyncBench.StartAsync(Small with { RateLimitPerSecond = 20, Burst = 5 });

        await bench.SyncAsync();

        Truths.Equal(
            bench.Tenant.Truth.Memberships.Select(membership => (membership.OrganizationId, membership.UserId)),
            bench.Read().GrantsOf("organization", "member"),
            "memberships");
    }

    [Fact]
    public async Task People_who_are_in_roles_but_not_listed_are_fetched_and_people_who_are_gone_lose_their_grants()
    {
        await using var bench = await SyncBench.StartAsync(Small with { UnlistedUsers = 4, DeletedUsers = 3, EveryoneOrganization = true });

        var summary = await bench.SyncAsync();

        var content = bench.Read();
        Truths.Equal(bench.Tenant.Truth.Users.Select(user => user.Id), content.IdsOf("user"), "users");
        Assert.Equal(4, bench.Tenant.Truth.Users.Count(user => !user.Listed));
        var people = content.IdsOf("user").ToHashSet();
        Assert.All(content.Grants.Where(grant => grant.PrincipalTypeId == "user"), grant => Assert.Contains(grant.PrincipalId, people));
        Assert.True(summary.DroppedGrants > 0, "nobody was gone");
    }

    [Theory]
    [InlineData("read:users")]
    [InlineData("read:roles")]
    [InlineData("read:organizations")]
    [InlineData("read:organization_members")]
    public async Task A_missing_scope_is_told_before_the_first_page_and_leaves_no_file(string scope)
    {
        await using var bench = await SyncBench.StartAsync(Small with { Scopes = [.. MockTenantScopes.Read.Where(one => one != scope)] });

        var failure = await Assert.ThrowsAsync<SyncException>(() => bench.SyncAsync());

        Assert.Equal(SyncErrorKind.MissingScopes, failure.Kind);
        Assert.Contains(scope, failure.Message);
        Assert.Equal(1, bench.Tenant.Requests.Total);
        Assert.Empty(bench.Folder.Names);
    }

    [Fact]
    public async Task A_failed_sync_leaves_the_former_file_as_it_was()
    {
        var broken = false;
        await using var bench = await SyncBench.StartAsync(Small with
        {
            Script = request => broken && request.Path.Contains("/members", StringComparison.Ordinal) ? MockFault.ServerError() : null,
        });
        await bench.SyncAsync();
        var former = await File.ReadAllBytesAsync(bench.Settings.TargetPath);
        broken = true;

        var failure = await Assert.ThrowsAsync<ManagementApiException>(() => new TenantSync(
            bench.Api with { MaxAttempts = 3, RetryBaseDelay = TimeSpan.FromMilliseconds(1) },
            bench.Settings,
            bench.Reporter,
            Microsoft.Extensions.Logging.Abstractions.NullLoggerFactory.Instance,
            TimeProvider.System).RunAsync(CancellationToken.None));

        Assert.Equal(ManagementApiErrorKind.Unavailable, failure.Kind);
        Assert.Equal(former, await File.ReadAllBytesAsync(bench.Settings.TargetPath));
    }

    [Theory]
    [InlineData("notes of somebody else", AccessFileErrorKind.NotAnAccessFile)]
    [InlineData("C1Z3 and more", AccessFileErrorKind.UnsupportedFormat)]
    public async Task What_is_no_access_file_is_not_overwritten(string text, AccessFileErrorKind kind)
    {
        await using var bench = await SyncBench.StartAsync(Small);
        await File.WriteAllTextAsync(bench.Settings.TargetPath, text);

        var failure = await Assert.ThrowsAsync<AccessFileException>(() => bench.SyncAsync());

        Assert.Equal(kind, failure.Kind);
        Assert.Equal(text, await File.ReadAllTextAsync(bench.Settings.TargetPath));
        Assert.Equal(["sync.c1z"], bench.Folder.Names);
    }

    [Fact]
    public async Task Cancelling_stops_and_leaves_no_target()
    {
        await using var bench = await SyncBench.StartAsync(Small with { Latency = TimeSpan.FromMilliseconds(200) });
        using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => bench.SyncAsync(cancellationToken: cancel.Token));

        Assert.False(File.Exists(bench.Settings.TargetPath));
    }

    [Fact]
    public async Task Only_the_resource_types_asked_for_are_read()
    {
        await using var bench = await SyncBench.StartAsync(Small);

        await bench.SyncAsync(settings => settings with { ResourceTypes = ["user", "role"] });

        var content = bench.Read();
        Assert.Equal(["user", "role"], content.ResourceTypes.Select(type => type.Id));
        Assert.Equal(0, bench.Tenant.Requests.CountOf("GET /organizations"));
        Assert.NotEmpty(content.GrantsOf("role", "assigned"));
    }

    [Fact]
    public async Task Without_users_there_are_no_grants_that_would_dangle()
    {
        await using var bench = await SyncBench.StartAsync(Small);

        await bench.SyncAsync(settings => settings with { ResourceTypes = ["role"] });

        var content = bench.Read();
        Assert.NotEmpty(content.Entitlements);
        Assert.Empty(content.Grants);
    }

    [Fact]
    public async Task A_plain_database_is_left_where_the_name_asks_for_one()
    {
        await using var bench = await SyncBench.StartAsync(Small);
        var path = bench.Folder.File("sync.db");

        await bench.SyncAsync(settings => settings with { TargetPath = path });

        Assert.Equal("SQLite format 3\0"u8.ToArray(), (await File.ReadAllBytesAsync(path))[..16]);
        Truths.Equal(bench.Tenant.Truth.Users.Select(user => user.Id), SyncContent.Read(path).IdsOf("user"), "users");
        Assert.Equal(["sync.db"], bench.Folder.Names);
    }

    [Fact]
    public async Task A_private_key_does_as_well_as_a_secret()
    {
        using var rsa = System.Security.Cryptography.RSA.Create(2048);
        await using var bench = await SyncBench.StartAsync(Small with { ClientPublicKeyPem = rsa.ExportSubjectPublicKeyInfoPem() });

        await new TenantSync(
            bench.Api with { Credential = new ClientCredential.PrivateKey(rsa.ExportPkcs8PrivateKeyPem(), null, "RS256") },
            bench.Settings,
            bench.Reporter,
            Microsoft.Extensions.Logging.Abstractions.NullLoggerFactory.Instance,
            TimeProvider.System).RunAsync(CancellationToken.None);

        Assert.True(File.Exists(bench.Settings.TargetPath));
    }
}
