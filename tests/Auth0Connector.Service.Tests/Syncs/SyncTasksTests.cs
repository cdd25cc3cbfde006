using Auth0Connector.AccessFile.Messages;
using Auth0Connector.MockTenant;
using Auth0Connector.Service.Cloud;
using Auth0Connector.Service.Syncs;
using Auth0Connector.Sync.Settings;
using Grpc.Core;
using Microsoft.Extensions.Logging;
using SyncFullTask = Auth0Connector.Service.Protocol.Task.Types.SyncFullTask;

namespace Auth0Connector.Service.Tests.Syncs;

public sealed class SyncTasksTests
{
    private const string Members = "GET /organizations/{id}/members";

    [Fact]
    public async Task A_sync_is_uploaded_whole_and_leaves_nothing()
    {
        await using var bench = await SyncBench.StartAsync();

        var outcome = await bench.RunAsync();

        Assert.True(outcome.Succeeded, outcome.Message);
        Assert.Null(outcome.Response);
        var upload = Assert.Single(bench.Uploads);
        Assert.Equal(("full", true), (upload.Sync!.SyncType, upload.Sync.IsFinished));
        Assert.Equal(bench.Tenant.Truth.Users.Count(), upload.Resources.Count(static row => row.StartsWith("user:", StringComparison.Ordinal)));
        Assert.Equal(["service.lock"], Directory.EnumerateFileSystemEntries(bench.Folder.Path).Select(Path.GetFileName));
    }

    [Fact]
    public async Task Options_of_the_task_make_what_they_say()
    {
        await using var bench = await SyncBench.StartAsync();
        bench.Tools = bench.Tools with { Settings = bench.Tools.Settings with { ResourceTypes = ["role"] } };

        foreach (var asked in new SyncFullTask[] { new(), new() { SyncResourceTypeIds = { "user" } }, new() { SkipEntitlementsAndGrants = true }, new() { SkipGrants = true }, new() { StorageEngine = "pebble", SkipExpandGrants = true } })
        {
            var outcome = await bench.RunAsync(asked);
            Assert.True(outcome.Succeeded, outcome.Message);
        }

        Assert.Equal(["full", "full", "resources_only", "full", "full"], bench.Uploads.Select(static upload => upload.Sync!.SyncType));
        Assert.All(bench.Uploads[1].Resources, static row => Assert.StartsWith("user:", row, StringComparison.Ordinal));
        Assert.Contains(bench.Uploads[0].Resources, static row => row.StartsWith("role:", StringComparison.Ordinal));
        Assert.Single(bench.Log.Lines, static line => line.Text.Contains("pebble", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Targeted_resources_that_are_gone_are_left_out()
    {
        await using var bench = await SyncBench.StartAsync();
        var role = bench.Tenant.Truth.Roles.First().Id;

        var outcome = await bench.RunAsync(new SyncFullTask { TargetedSyncResources = { Of("role", role), Of("role", "rol_gone"), Of("user", "auth0|gone") } });

        Assert.True(outcome.Succeeded, outcome.Message);
        var upload = Assert.Single(bench.Uploads);
        Assert.Equal("partial", upload.Sync!.SyncType);
        Assert.Contains($"role:{role}", upload.Resources);
        Assert.DoesNotContain(upload.Resources, static row => row.EndsWith("gone", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("scope", "x")]
    [InlineData("planet", "x")]
    [InlineData("role", "")]
    public async Task What_is_no_resource_is_refused_before_anything_is_asked(string type, string id)
    {
        await using var bench = await SyncBench.StartAsync();

        var outcome = await bench.RunAsync(new SyncFullTask { TargetedSyncResources = { Of(type, id) } });

        Assert.Equal((StatusCode.InvalidArgument, false), (outcome.Code, outcome.Retryable));
        Assert.Equal(0, bench.Tenant.Requests.Total);
    }

    [Fact]
    public async Task Full_syncs_that_are_switched_off_end_as_errors()
    {
        await using var bench = await SyncBench.StartAsync();
        bench.Tools = bench.Tools with { RefusesFull = true };

        var outcome = await bench.RunAsync();

        Assert.Equal((StatusCode.FailedPrecondition, false, 0), (outcome.Code, outcome.Retryable, bench.Uploads.Count));
        Assert.Equal(0, bench.Tenant.Requests.Total);
    }

    [Fact]
    public async Task A_sync_that_was_stopped_goes_on_under_another_id()
    {
        using var stop = new CancellationTokenSource();
        var hangs = true;
        await using var bench = await SyncBench.StartAsync(new MockTenantOptions
        {
            Users = 60,
            Script = request =>
            {
                if (hangs && request.Endpoint == Members)
                {
                    stop.Cancel();
                    return MockFault.Delay(TimeSpan.FromMinutes(10));
                }

                return null;
            },
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => bench.RunAsync(cancellationToken: stop.Token));
        hangs = false;
        var users = bench.Tenant.Requests.CountOf("GET /users");
        Assert.True(users > 0);

        var other = await bench.RunAsync(new SyncFullTask { SyncResourceTypeIds = { "role" } });
        var outcome = await bench.RunAsync();

        Assert.True(other.Succeeded, other.Message);
        Assert.True(outcome.Succeeded, outcome.Message);
        Assert.Equal(["task2", "task3"], bench.Uploads.Select(static upload => upload.TaskId));
        Assert.Equal(bench.Tenant.Truth.Users.Count(), bench.Uploads[1].Resources.Count(static row => row.StartsWith("user:", StringComparison.Ordinal)));
        Assert.Contains(bench.Log.Lines, static line => line.Text.Contains("resumed: True", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_whole_file_that_never_arrived_is_sent_without_a_new_reading_and_only_once()
    {
        await using var bench = await SyncBench.StartAsync();
        bench.UploadFaults.Enqueue(new CloudException(CloudFailure.Unavailable, StatusCode.Unavailable, "away"));
        var failed = await bench.RunAsync();
        Assert.Equal((StatusCode.Unavailable, true), (failed.Code, failed.Retryable));
        var asked = bench.Tenant.Requests.Total;

        var sent = await bench.RunAsync();
        Assert.True(sent.Succeeded, sent.Message);
        Assert.Equal(asked, bench.Tenant.Requests.Total);
        var fresh = await bench.RunAsync();

        Assert.True(fresh.Succeeded, fresh.Message);
        Assert.True(bench.Tenant.Requests.Total > asked);
        Assert.NotEqual(bench.Uploads[0].Sync!.SyncId, bench.Uploads[1].Sync!.SyncId);
    }

    [Fact]
    public async Task A_whole_file_that_is_too_old_is_read_again()
    {
        await using var bench = await SyncBench.StartAsync();
        bench.UploadFaults.Enqueue(new CloudException(CloudFailure.Unavailable, StatusCode.Unavailable, "away"));
        await bench.RunAsync();
        var asked = bench.Tenant.Requests.Total;
        bench.Tools = bench.Tools with { Settings = bench.Tools.Settings with { Keeping = new() { ResumeWithin = TimeSpan.FromTicks(1) } } };

        var outcome = await bench.RunAsync();

        Assert.True(outcome.Succeeded, outcome.Message);
        Assert.True(bench.Tenant.Requests.Total > asked);
    }

    [Theory]
    [InlineData(SyncErrorKind.Incomplete, StatusCode.Aborted, true)]
    [InlineData(SyncErrorKind.MissingScopes, StatusCode.PermissionDenied, true)]
    [InlineData(SyncErrorKind.Settings, StatusCode.InvalidArgument, false)]
    public async Task What_is_not_whole_is_told_and_not_uploaded(SyncErrorKind kind, StatusCode code, bool retryable)
    {
        await using var bench = await SyncBench.StartAsync();
        bench.Tools = bench.Tools with { Read = (_, _, _) => throw new SyncException(kind, "users: the tenant has 5, 4 were listed") };

        var outcome = await bench.RunAsync();

        Assert.Equal((code, retryable), (outcome.Code, outcome.Retryable));
        Assert.Contains("the tenant has 5, 4 were listed", outcome.Message, StringComparison.Ordinal);
        Assert.Empty(bench.Uploads);
    }

    [Fact]
    public async Task A_tenant_that_fails_leaves_the_task_retryable()
    {
        await using var bench = await SyncBench.StartAsync(new MockTenantOptions { Users = 60, Scopes = ["read:users"] });

        var outcome = await bench.RunAsync();

        Assert.Equal((StatusCode.PermissionDenied, true), (outcome.Code, outcome.Retryable));
        Assert.Contains("read:roles", outcome.Message, StringComparison.Ordinal);
        Assert.Empty(bench.Uploads);
    }

    [Fact]
    public async Task A_debug_log_is_of_its_task_alone_and_follows_the_sync()
    {
        await using var bench = await SyncBench.StartAsync();
        await File.WriteAllTextAsync(Path.Combine(bench.Folder.Path, "debug.log"), "somebody else's");
        bench.Tools = bench.Tools with { OpenDebugLog = static stream => new StreamLog(stream) };

        await bench.RunAsync();
        await bench.RunAsync(debug: true);

        Assert.Equal(["task1", "task2", "task2"], bench.Uploads.Select(static upload => upload.TaskId));
        Assert.Contains("is whole", bench.Uploads[2].Text, StringComparison.Ordinal);
        Assert.DoesNotContain("task1", bench.Uploads[2].Text, StringComparison.Ordinal);
        Assert.Equal(["debug.log", "service.lock"], Directory.GetFiles(bench.Folder.Path).Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal));
    }

    private static Resource Of(string type, string id) => new() { Id = new ResourceId { ResourceType = type, Resource = id } };

    private sealed class StreamLog : ITaskLog
    {
        private readonly StreamWriter _writer;
        private readonly RecordingLog _log;

        public StreamLog(Stream stream)
        {
            _writer = new StreamWriter(stream, leaveOpen: true);
            _log = new RecordingLog();
        }

        public ILoggerFactory Loggers => _log;

        public void Dispose()
        {
            foreach (var (_, text) in _log.Lines)
            {
                _writer.WriteLine(text);
            }

            _writer.Dispose();
            _log.Dispose();
        }
    }
}
