using System.Security.Cryptography;
using Auth0Connector.ControlPlane.Calls;
using Auth0Connector.ControlPlane.Faults;
using Auth0Connector.Service.Cloud;
using Grpc.Core;

namespace Auth0Connector.Service.Tests.Cloud;

/// <summary>Files on their way to the cloud (service-mode.md, section 5.5).</summary>
public sealed class UploadTests : IDisposable
{
    private const int Chunk = 524_288;

    private readonly TempFolder _folder = new();
    private readonly HurriedTime _clock = new();

    public static TheoryData<string, CloudFault> Faults() => new()
    {
        { "answered before the data", CloudFault.Status(StatusCode.Unavailable) },
        { "refused before the data", CloudFault.Status(StatusCode.PermissionDenied) },
        { "ended early", CloudFault.EarlyStatus(StatusCode.Internal, Chunk) },
        { "cut", CloudFault.CutAfter(Chunk) },
        { "a token revoked in the middle", CloudFault.RevokedAfter(Chunk) },
        { "a page of a proxy", CloudFault.Page(502) },
        { "torn", CloudFault.Reset() },
    };

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(0, new int[0])]
    [InlineData(1, new[] { 1 })]
    [InlineData(Chunk - 1, new[] { Chunk - 1 })]
    [InlineData(Chunk, new[] { Chunk })]
    [InlineData(Chunk + 1, new[] { Chunk, 1 })]
    [InlineData(1_165_976, new[] { Chunk, Chunk, 117_400 })]
    public async Task A_file_goes_in_chunks_with_its_sum(int bytes, int[] chunks)
    {
        await using var scene = await CloudScene.StartAsync();
        var id = await scene.TakeSyncAsync();
        var content = RandomNumberGenerator.GetBytes(bytes);

        await scene.Client.UploadAsync(id, _folder.Write("sync.c1z", content), CancellationToken.None);

        var upload = Assert.Single(scene.Server.UploadsOf(id));
        Assert.Equal(chunks, upload.Chunks);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(content)), upload.Sha256);
        Assert.Empty(scene.Server.Violations);
        Assert.True(scene.Client.State.IsWell);
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task It_is_tried_again_whatever_went_wrong_up_to_three_times(string form, CloudFault fault)
    {
        await using var scene = await CloudScene.StartAsync(clock: _clock);
        var id = await scene.TakeSyncAsync();
        var content = RandomNumberGenerator.GetBytes(5 * Chunk);
        scene.Server.Faults.Next(CloudCall.Upload, fault, times: 2);

        await scene.Client.UploadAsync(id, _folder.Write("sync.c1z", content), CancellationToken.None);

        var upload = Assert.Single(scene.Server.UploadsOf(id), static upload => upload.Whole);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(content)), upload.Sha256);
        Assert.Empty(scene.Server.Violations);
        Assert.Equal(3, scene.Server.CallsSeen.Count(static call => call.Call == CloudCall.Upload));
        Assert.True(_clock.Waits.Count == 2 && _clock.Waits.All(static wait => wait >= TimeSpan.FromSeconds(0.5) && wait <= TimeSpan.FromSeconds(1)), $"{form}: {string.Join(", ", _clock.Waits)}");
        Assert.Equal(2, scene.Log.Lines.Count(line => line.Text.StartsWith($"task {id}: the upload failed and is tried again in ", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(StatusCode.Internal, "answered UploadAsset with Internal (13): made to fail: answered with Internal after 1 bytes")]
    [InlineData(StatusCode.NotFound, "answered UploadAsset with NotFound (5): made to fail: answered with NotFound after 1 bytes")]
    public async Task The_third_failure_is_the_end_with_the_clouds_own_status(StatusCode code, string words)
    {
        await using var scene = await CloudScene.StartAsync(clock: _clock);
        var id = await scene.TakeSyncAsync();
        scene.Server.Faults.Always(CloudCall.Upload, CloudFault.EarlyStatus(code, 1));

        var failure = await Assert.ThrowsAsync<CloudException>(
            () => scene.Client.UploadAsync(id, _folder.Write("sync.c1z", new byte[20 * Chunk]), CancellationToken.None));

        Assert.Equal(code, failure.Code);
        Assert.Equal($"{scene.Server.Host} {words}", failure.Message);
        Assert.Equal(3, scene.Server.CallsSeen.Count(static call => call.Call == CloudCall.Upload));
    }

    [Fact]
    public async Task A_file_that_changes_between_its_sum_and_its_sending_is_a_failure_and_has_no_end()
    {
        await using var scene = await CloudScene.StartAsync();
        var id = await scene.TakeSyncAsync();
        var path = _folder.Write("sync.c1z", new byte[3 * Chunk]);
        using var upload = await AssetUpload.OpenAsync(path, CancellationToken.None);
        await using (var writer = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
        {
            writer.Position = 2 * Chunk;
            writer.WriteByte(1);
        }

        using var connection = new CloudConnection(scene.Options);
        var token = await new TokenQuestion(connection, scene.Options, new CloudFaults(connection.Root, connection.Settings), TimeProvider.System).AskAsync(CancellationToken.None);
        using var time = new CallTime(TimeSpan.FromMinutes(1), TimeProvider.System, CancellationToken.None);
        var failure = await Assert.ThrowsAsync<IOException>(() => upload.SendAsync(
            connection.Calls,
            new CallOptions(new Metadata { { "authorization", token.Header() } }, cancellationToken: time.Token),
            time,
            new() { HostId = scene.Options.HostId, TaskId = id }));

        Assert.Contains("sync.c1z changed while it was sent", failure.Message, StringComparison.Ordinal);
        await scene.Server.CallAsync(static call => call is { Call: CloudCall.Upload, Answered: not null }, "the upload's end");
        Assert.DoesNotContain(scene.Server.UploadsOf(id), static whole => whole.Whole);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_said_before_anything_is_asked()
    {
        await using var scene = await CloudScene.StartAsync();

        await Assert.ThrowsAsync<FileNotFoundException>(() => scene.Client.UploadAsync(new string('a', 27), _folder.File("none"), CancellationToken.None));

        Assert.Empty(scene.Server.CallsSeen);
    }

    [Fact]
    public async Task Who_stops_an_upload_is_obeyed_at_once()
    {
        await using var scene = await CloudScene.StartAsync();
        var id = await scene.TakeSyncAsync();
        scene.Server.Faults.Always(CloudCall.Upload, CloudFault.Hang());
        using var stop = new CancellationTokenSource();
        var uploading = scene.Client.UploadAsync(id, _folder.Write("sync.c1z", new byte[50 * Chunk]), stop.Token);
        await scene.Server.CallAsync(static call => call is { Call: CloudCall.Upload, Answered: null }, "an upload that hangs");

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => uploading.WaitAsync(TimeSpan.FromSeconds(30)));
    }
}
