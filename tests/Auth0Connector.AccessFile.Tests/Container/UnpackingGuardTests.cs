using System.Buffers.Binary;
using Auth0Connector.AccessFile.Container;
using Auth0Connector.AccessFile.Failures;
using ZstdSharp;
using ZstdSharp.Unsafe;

namespace Auth0Connector.AccessFile.Tests.Container;

/// <summary>A file that asks for more than there is, or for more than it says, is refused while little is unpacked.</summary>
public sealed class UnpackingGuardTests
{
    private const int MiB = 1 << 20;

    [Fact]
    public void A_run_of_zeros_behind_a_small_database_is_refused_early()
    {
        using var source = Bomb(Header(pages: 10), zeros: 512 * MiB);
        using var target = new CountingStream();

        var failure = Assert.Throws<AccessFileException>(() => AccessFileDecoder.Decode(source, target, "some.c1z", DecoderLimits.Default, CancellationToken.None));

        Assert.Equal(AccessFileErrorKind.Corrupt, failure.Kind);
        Assert.Contains("far more than the database in it", failure.Message, StringComparison.Ordinal);
        Assert.InRange(target.Written, 1, 130L * MiB);
    }

    [Fact]
    public void What_is_no_database_is_not_unpacked_to_its_end()
    {
        using var source = Bomb(new byte[100], zeros: 512 * MiB);
        using var target = new CountingStream();

        var failure = Assert.Throws<AccessFileException>(() => AccessFileDecoder.Decode(source, target, "some.c1z", DecoderLimits.Default, CancellationToken.None));

        Assert.Equal(AccessFileErrorKind.Corrupt, failure.Kind);
        Assert.InRange(target.Written, 1, 66L * MiB);
    }

    [Theory]
    [InlineData(3_000_000u, AccessFileErrorKind.TooLarge, "over the limit of")]
    [InlineData(2_000_000u, AccessFileErrorKind.TooLarge, "as no access file does")]
    public void A_database_that_states_too_much_is_refused_before_anything_is_written(uint pages, AccessFileErrorKind kind, string message)
    {
        using var source = Bomb(Header(pages), zeros: MiB);
        using var target = new CountingStream();

        var failure = Assert.Throws<AccessFileException>(() => AccessFileDecoder.Decode(source, target, "some.c1z", DecoderLimits.Default, CancellationToken.None));

        Assert.Equal(kind, failure.Kind);
        Assert.Contains(message, failure.Message, StringComparison.Ordinal);
        Assert.Equal(0, target.Written);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void More_than_the_disk_has_is_refused_before_anything_is_written(bool isDeclared)
    {
        var content = Header(pages: 2_000).Concat(new byte[(2_000 * 4096) - 100]).ToArray();
        using var source = new MemoryStream(Packed(content, isDeclared)) { Position = 5 };
        using var target = new CountingStream();

        var failure = Assert.Throws<AccessFileException>(
            () => AccessFileDecoder.Decode(source, target, "some.c1z", DecoderLimits.Default, CancellationToken.None, static () => MiB));

        Assert.Equal(AccessFileErrorKind.DiskFull, failure.Kind);
        Assert.Contains("9 MB more and 2 MB are free", failure.Message, StringComparison.Ordinal);
        Assert.Equal(0, target.Written);
    }

    [Fact]
    public void Whoever_raises_the_limit_is_let()
    {
        using var source = Bomb(Header(pages: 2_000_000), zeros: MiB);
        using var target = new CountingStream();

        AccessFileDecoder.Decode(source, target, "some.c1z", DecoderLimits.FromMegabytes(20_000, null), CancellationToken.None, static () => long.MaxValue);

        Assert.Equal(MiB + 100, target.Written);
    }

    private static byte[] Header(uint pages)
    {
        var header = new byte[100];
        "SQLite format 3\0"u8.CopyTo(header);
        BinaryPrimitives.WriteUInt16BigEndian(header.AsSpan(16), 4096);
        BinaryPrimitives.WriteUInt32BigEndian(header.AsSpan(24), 7);
        BinaryPrimitives.WriteUInt32BigEndian(header.AsSpan(28), pages);
        BinaryPrimitives.WriteUInt32BigEndian(header.AsSpan(92), 7);
        return header;
    }

    private static MemoryStream Bomb(byte[] start, int zeros)
    {
        var target = new MemoryStream();
        target.Write("C1ZF\0"u8);
        using (var stream = new CompressionStream(target, 3, leaveOpen: true))
        {
            stream.Write(start);
            var block = new byte[MiB];
            for (var i = 0; i < zeros / MiB; i++)
            {
                stream.Write(block);
            }
        }

        target.Position = 5;
        return target;
    }

    private static byte[] Packed(byte[] content, bool isDeclared)
    {
        using var compressor = new Compressor(3);
        compressor.SetParameter(ZSTD_cParameter.ZSTD_c_contentSizeFlag, isDeclared ? 1 : 0);
        return [.. "C1ZF\0"u8, .. compressor.Wrap(content)];
    }

    /// <summary>Counts what is written, and keeps none of it.</summary>
    private sealed class CountingStream : MemoryStream
    {
        public long Written { get; private set; }

        public override void Write(byte[] buffer, int offset, int count) => Written += count;

        public override void Write(ReadOnlySpan<byte> buffer) => Written += buffer.Length;
    }
}
