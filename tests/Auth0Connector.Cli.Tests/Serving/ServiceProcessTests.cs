using System.Globalization;
using Auth0Connector.Cli.Tests.Support;
using Auth0Connector.ControlPlane;
using Auth0Connector.ControlPlane.Calls;
using Auth0Connector.ControlPlane.Faults;
using Auth0Connector.ControlPlane.Protocol;
using Auth0Connector.ControlPlane.Tasks;
using Auth0Connector.MockTenant;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using CloudTask = Auth0Connector.ControlPlane.Protocol.Task;
using Task = System.Threading.Tasks.Task;

namespace Auth0Connector.Cli.Tests.Serving;

/// <summary>The real program in service mode: started, asked, signalled, killed.</summary>
public sealed class ServiceProcessTests
{
    private static readonly MockTenantOptions Small = new() { Users = 80, Roles = 6, Organizations = 6, Groups = 2 };

    private static readonly MockTenantOptions Slow = Small with { Latency = TimeSpan.FromMilliseconds(40) };

    // Whole: KILLS=30.
    private static int Kills => int.Parse(Environment.GetEnvironmentVariable("KILLS") ?? "3", CultureInfo.InvariantCulture);

    private static CloudTask Sync => new() { SyncFull = new() };

    [Fact]
    public async Task It_does_what_it_is_asked_and_ends_when_it_is_told()
    {
        await using var bench = await ServingBench.StartAsync(Small, new ControlPlaneOptions { TokenLifetime = TimeSpan.FromSeconds(12) });
        var expected = await bench.ExpectedAsync();
        var user = bench.Tenant.Truth.Users.Select(static one => one.Id).First();
        var role = bench.Tenant.Truth.Roles.Select(static one => one.Id).Last();
        var access = new { Entitlement = Assigned(role), Principal = new Resource { Id = new ResourceId { ResourceType = "user", Resource = user } } };
        using var service = bench.Serve("--provisioning", "--log-level", "debug");

        var sync = bench.Enqueue(Sync, debug: true);
        Assert.True((await bench.Cloud.FinishedAsync(sync)).Succeeded);
        Assert.Equal(expected, await bench.UploadedAsync(sync));
        var asked = new Dictionary<string, StatusCode>(StringComparer.Ordinal)
        {
            [bench.Enqueue(new() { Grant = new() { Entitlement = access.Entitlement, Principal = access.Principal } })] = StatusCode.OK,
            [bench.Enqueue(new() { ActionListSchemas = new() })] = StatusCode.OK,
            [bench.Enqueue(new() { ListEventFeeds = new() })] = StatusCode.OK,
            [bench.Enqueue(new() { ListEvents = new() { EventFeedId = "auth0-log", StartAt = new Timestamp() } })] = StatusCode.OK,
            [bench.Enqueue(new() { CreateAccount = new() { AccountInfo = new() { Emails = { new AccountInfo.Types.Email { Address = "new@example.com", IsPrimary = true } } } } })] = StatusCode.OK,
            [bench.Enqueue(new() { CreateSyncDiff = new() })] = StatusCode.Unknown,
            [bench.Enqueue(new() { ListTicketSchemas = new() })] = StatusCode.Unknown,
        };
        foreach (var (task, code) in asked)
        {
            var finish = await bench.Cloud.FinishedAsync(task);
            Assert.True(code == finish.Code, finish.Message);
        }

        Assert.Contains(bench.Tenant.Truth.RoleAssignments, one => one.UserId == user && one.RoleId == role);
        service.Signal("TERM");
        var end = await service.EndAsync();

        Assert.Equal(143, end.ExitCode);
        Assert.Empty(bench.Cloud.Violations);
        var debugLog = await File.ReadAllTextAsync((await bench.Cloud.UploadedAsync(sync, n: 2)).Path);
        Assert.Contains("is whole", debugLog, StringComparison.Ordinal);
        Assert.All(
            bench.Cloud.Secret.Split(':').Skip(3).Append(bench.Tenant.Options.ClientSecret),
            secret => Assert.DoesNotContain(secret, end.Error + debugLog, StringComparison.Ordinal));
        Assert.Empty(Directory.GetFiles(bench.PathOf("work"), "*.c1z*", SearchOption.AllDirectories));
    }

    [Theory]
    [InlineData(3)]
    public async Task One_call_in_seven_that_fails_on_both_sides_leaves_nothing_undone(int seed)
    {
        await using var bench = await ServingBench.StartAsync(Small with { FaultRate = 0.15, Seed = seed });
        var expected = await bench.ExpectedAsync();
        var people = bench.Tenant.Truth.Users.Select(static one => one.Id).Where(static id => id.StartsWith("auth0|", StringComparison.Ordinal)).Take(6).ToList();
        var role = bench.Tenant.Truth.Roles.Select(static one => one.Id).Last();
        bench.Cloud.Faults.Share(seed, 0.15);
        using var service = bench.Serve("--provisioning");

        var sync = new TaskScript(Sync) { Retries = 9 };
        bench.Cloud.Enqueue(sync);
        Assert.True((await bench.Cloud.FinishedAsync(sync.Id)).Succeeded);
        Assert.Equal(expected, await bench.UploadedAsync(sync.Id));
        var grants = people.ConvertAll(person => bench.Enqueue(new()
        {
            Grant = new() { Entitlement = Assigned(role), Principal = new Resource { Id = new ResourceId { ResourceType = "user", Resource = person } } },
        }));
        var finishes = await Task.WhenAll(grants.Select(grant => bench.Cloud.FinishedAsync(grant)));

        Assert.All(finishes, static finish => Assert.True(finish.Succeeded, finish.Message));
        Assert.All(people, person => Assert.Contains(bench.Tenant.Truth.RoleAssignments, one => one.UserId == person && one.RoleId == role));
        Assert.Empty(bench.Cloud.Violations);
    }

    [Theory]
    [InlineData("TERM", 143)]
    [InlineData("INT", 130)]
    public async Task A_signal_leaves_a_sync_that_goes_on_at_the_next_start(string signal, int code)
    {
        await using var bench = await ServingBench.StartAsync(Slow);
        var expected = await bench.ExpectedAsync();
        var whole = bench.Tenant.Requests.Total;
        var task = bench.Enqueue(Sync);
        using (var service = bench.Serve())
        {
            await AskedAsync(bench, whole + (whole / 2));
            service.Signal(signal);
            Assert.Equal(code, (await service.EndAsync()).ExitCode);
        }

        var stopped = await bench.Cloud.FinishedAsync(task);
        Assert.Equal((StatusCode.Cancelled, true), (stopped.Code, stopped.Retryable));
        Assert.Contains("goes on where it stopped", stopped.Message, StringComparison.Ordinal);
        var before = bench.Tenant.Requests.Total;
        var other = TaskIds.Create();
        bench.Cloud.HandOutAgain(task, other);
        using var next = bench.Serve();

        Assert.True((await bench.Cloud.FinishedAsync(other)).Succeeded);
        Assert.Equal(expected, await bench.UploadedAsync(other));
        Assert.True(bench.Tenant.Requests.Total - before < whole, "it began anew");
        Assert.Empty(bench.Cloud.Violations);
    }

    [Fact]
    public async Task Killed_at_any_instant_it_goes_on_and_uploads_once()
    {
        await using var bench = await ServingBench.StartAsync(Slow);
        var expected = await bench.ExpectedAsync();
        var whole = (int)bench.Tenant.Requests.Total;
        var random = new Random(16);
        for (var kill = 0; kill < Kills; kill++)
        {
            var began = bench.Tenant.Requests.Total;
            var task = bench.Enqueue(Sync);
            using (var service = bench.Serve())
            {
                await AskedAsync(bench, began + random.Next(1, whole - 1));
                service.Kill();
                await service.EndAsync();
            }

            if (bench.Cloud.FinishesOf(task).Count == 0)
            {
                bench.Cloud.HandOutAgain(task);
            }

            using var next = bench.Serve();
            Assert.True((await bench.Cloud.FinishedAsync(task)).Succeeded);
            Assert.Equal(expected, await bench.UploadedAsync(task));
            Assert.Single(bench.Cloud.UploadsOf(task), static upload => upload.Whole);
            next.Signal("TERM");
            Assert.Equal(143, (await next.EndAsync()).ExitCode);
        }

        Assert.Empty(bench.Cloud.Violations);
    }

    [Fact]
    public async Task A_large_file_takes_little_memory()
    {
        // Whole: UPLOAD_MEGABYTES=1024.
        var megabytes = int.Parse(Environment.GetEnvironmentVariable("UPLOAD_MEGABYTES") ?? "24", CultureInfo.InvariantCulture);
        await using var bench = await ServingBench.StartAsync(Small);
        bench.Cloud.Faults.Always(CloudCall.Upload, CloudFault.Status(StatusCode.Unavailable));
        var first = bench.Enqueue(Sync);
        using (var service = bench.Serve())
        {
            Assert.False((await bench.Cloud.FinishedAsync(first)).Succeeded);
            service.Signal("TERM");
            await service.EndAsync();
        }

        var kept = Assert.Single(Directory.GetFiles(bench.PathOf("work"), "sync-*.c1z", SearchOption.AllDirectories));
        FileContent.Grow(kept, megabytes);
        bench.Cloud.Faults.Clear();
        bench.Cloud.HandOutAgain(first);
        using var next = bench.Serve();
        var upload = await bench.Cloud.UploadedAsync(first);
        var most = (await File.ReadAllLinesAsync($"/proc/{next.Id}/status")).First(static line => line.StartsWith("VmHWM", StringComparison.Ordinal));

        Assert.InRange(upload.Length, (long)megabytes << 20, long.MaxValue);
        Assert.InRange(long.Parse(most.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture), 1, 200 << 10);
    }

    [Fact]
    public async Task A_cloud_that_refuses_the_credentials_for_good_ends_it_and_one_that_is_away_does_not()
    {
        await using var bench = await ServingBench.StartAsync(Small);
        bench.Cloud.Faults.Next(CloudCall.Token, CloudFault.Page(503), times: 2);
        using (var service = bench.Serve("--log-format", "json"))
        {
            await bench.Cloud.HelloAsync();
            service.Signal("TERM");
            Assert.Equal(143, (await service.EndAsync()).ExitCode);
        }

        bench.Cloud.Faults.Always(CloudCall.Token, CloudFault.Page(401, """{"error":"invalid_client"}""", "application/json"));
        using var refused = bench.Serve();
        var end = await refused.EndAsync();

        Assert.Equal(10, end.ExitCode);
        Assert.DoesNotContain(bench.Cloud.Secret, end.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("BATON_CLIENT_SECRET", "", "client-secret")]
    [InlineData("BATON_CLIENT_SECRET", "secret-token:conductorone.com:v1:AAAA", "the client secret is not one")]
    [InlineData("BATON_CLIENT_ID", "nobody", "client id")]
    public async Task What_is_no_credential_is_a_mistake_of_the_settings(string variable, string value, string why)
    {
        await using var bench = await ServingBench.StartAsync(Small);
        bench.Variables[variable] = value;

        using var service = bench.Serve();
        var end = await service.EndAsync();

        Assert.Equal(2, end.ExitCode);
        Assert.Contains(why, end.ErrorLine, StringComparison.Ordinal);
        Assert.DoesNotContain("AAAA", end.Error, StringComparison.Ordinal);
    }

    private static Entitlement Assigned(string role) => new()
    {
        Id = $"role:{role}:assigned",
        Slug = "assigned",
        Resource = new Resource { Id = new ResourceId { ResourceType = "role", Resource = role } },
    };

    private static async Task AskedAsync(ServingBench bench, long requests)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (bench.Tenant.Requests.Total < requests)
        {
            await Task.Delay(5, patience.Token);
        }
    }
}
