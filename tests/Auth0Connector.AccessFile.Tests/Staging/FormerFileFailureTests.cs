using Auth0Connector.AccessFile.Container;
using Auth0Connector.AccessFile.Failures;
using Auth0Connector.AccessFile.Schema;
using Auth0Connector.AccessFile.Staging;
using Auth0Connector.AccessFile.Tests.Fixtures;

namespace Auth0Connector.AccessFile.Tests.Staging;

/// <summary>What is said of a former file, before anything is read, that cannot be carried.</summary>
public sealed class FormerFileFailureTests : IDisposable
{
    private readonly StagingBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void A_former_file_that_is_cut_off_is_left_alone()
    {
        var sample = SampleFiles.Sample();

        AssertLeftAlone(sample[..(sample.Length / 2)], AccessFileErrorKind.Corrupt, "move it away");
    }

    [Fact]
    public void A_former_file_with_a_wrong_checksum_is_left_alone()
    {
        var sample = SampleFiles.Sample();
        sample[^1] ^= 0xFF;

        AssertLeftAlone(sample, AccessFileErrorKind.Corrupt, "move it away");
    }

    [Fact]
    public void A_former_file_that_holds_no_database_is_left_alone()
    {
        using var folder = new TempFolder();
        var path = folder.Write("text", new byte[5000]);

        AssertLeftAlone(SampleFiles.Encode(path), AccessFileErrorKind.Corrupt, "move it away");
    }

    [Fact]
    public void A_former_file_with_a_corrupt_page_is_left_alone()
    {
        using var folder = new TempFolder();
        var path = SampleFiles.WriteDatabase(folder);
        var bytes = File.ReadAllBytes(path);
        bytes.AsSpan(4096).Fill(0xA5);
        File.WriteAllBytes(path, bytes);

        AssertLeftAlone(SampleFiles.Encode(path), AccessFileErrorKind.Corrupt, "move it away");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_former_file_that_unpacks_beyond_the_limit_is_left_alone(bool isDeclared)
    {
        var bomb = Bomb(isDeclared);

        AssertLeftAlone(
            bomb,
            AccessFileErrorKind.TooLarge,
            "BATON_DECODER_MAX_DECODED_SIZE_MB",
            new StagingOptions { Limits = DecoderLimits.FromMegabytes(1, null) });
        Assert.True(bomb.Length < 10_000);
    }

    [Fact]
    public void Too_little_room_is_said_before_the_first_page()
    {
        _bench.Run(["auth0|a"]);
        var before = File.ReadAllBytes(_bench.TargetPath);

        var failure = Assert.Throws<AccessFileException>(() => _bench.Open(disk: new FailingDisk(int.MaxValue) { Free = 1000 }));

        Assert.Equal(AccessFileErrorKind.DiskFull, failure.Kind);
        Assert.Contains("MB are free", failure.Message, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(_bench.TargetPath));
        Assert.Equal(["sync.c1z"], _bench.Names);
    }

    [Fact]
    public void Too_little_room_is_said_again_before_the_finish_and_the_run_goes_on_later()
    {
        using (var file = _bench.Open(disk: new FailingDisk(int.MaxValue) { Free = 1000 }))
        {
            StagingBench.Fill(file, "auth0|a");
            file.End(SyncTypes.Full, "outcome", CancellationToken.None);

            var failure = Assert.Throws<AccessFileException>(() => file.Publish(CancellationToken.None));
            Assert.Equal(AccessFileErrorKind.DiskFull, failure.Kind);
        }

        using (var file = _bench.Open())
        {
            file.Publish(CancellationToken.None);
        }

        Assert.Equal(["auth0|a"], _bench.People());
    }

    private void AssertLeftAlone(byte[] bytes, AccessFileErrorKind kind, string remedy, StagingOptions? options = null)
    {
        File.WriteAllBytes(_bench.TargetPath, bytes);

        var failure = Assert.Throws<AccessFileException>(() => _bench.Open(options));

        Assert.Equal(kind, failure.Kind);
        Assert.Contains(remedy, failure.Message, StringComparison.Ordinal);
        Assert.Equal(bytes, File.ReadAllBytes(_bench.TargetPath));
        Assert.DoesNotContain(_bench.Names, name => name.EndsWith(".former", StringComparison.Ordinal));
    }

    private static byte[] Bomb(bool isDeclared)
    {
        using var target = new MemoryStream();
        target.Write("C1ZF\0"u8);
        using var compressor = new ZstdSharp.Compressor(3);
        var zeros = new byte[8 << 20];
        if (isDeclared)
        {
            target.Write(compressor.Wrap(zeros));
            return target.ToArray();
        }

        using (var stream = new ZstdSharp.CompressionStream(target, 3, leaveOpen: true))
        {
            stream.Write(zeros);
        }

        return target.ToArray();
    }
}
