namespace Auth0Connector.Service.Tests.Cloud;

/// <summary>What an upload allocates, while nothing else runs in this process.</summary>
[Collection(nameof(RunsAlone))]
public sealed class UploadMemoryTests : IDisposable
{
    private const int Chunk = 524_288;

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_large_file_takes_little_memory()
    {
        // Whole: UPLOAD_MEGABYTES=1024.
        var megabytes = int.TryParse(Environment.GetEnvironmentVariable("UPLOAD_MEGABYTES"), out var wished) ? wished : 64;
        await using var scene = await CloudScene.StartAsync();
        var id = await scene.TakeSyncAsync();
        await scene.Client.UploadAsync(id, _folder.Write("small", new byte[4 * Chunk]), CancellationToken.None);
        var path = _folder.File("large");
        await using (var file = File.Create(path))
        {
            file.SetLength((long)megabytes << 20);
        }

        scene.Server.HandOutAgain(id);
        await scene.Client.GetTaskAsync(CancellationToken.None);
        await scene.Client.HeartbeatAsync(id, CancellationToken.None);
        var before = GC.GetTotalAllocatedBytes(precise: true);
        await scene.Client.UploadAsync(id, path, CancellationToken.None);

        // Both ends live in this process, and the stand-in's messages are new memory each: once the file, and little more.
        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, ((long)megabytes << 20) * 3 / 2);
        Assert.Equal((long)megabytes << 20, scene.Server.UploadsOf(id)[^1].Length);
        Assert.InRange(Environment.WorkingSet, 0, 600L << 20);
    }
}

/// <summary>Tests that measure the whole process: none runs beside them.</summary>
[CollectionDefinition(nameof(RunsAlone), DisableParallelization = true)]
public sealed class RunsAlone;
