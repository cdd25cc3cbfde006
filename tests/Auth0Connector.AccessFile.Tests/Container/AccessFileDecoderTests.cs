using System.Buffers.Binary;
using Auth0Connector.AccessFile.Container;
using Auth0Connector.AccessFile.Failures;
using Auth0Connector.AccessFile.Tests.Fixtures;
using CsCheck;
using ZstdSharp;
using ZstdSharp.Unsafe;

namespace Auth0Connector.AccessFile.Tests.Container;

public sealed class AccessFileDecoderTests
{
    [Fact]
    public void Any_content_is_read_back()
    {
        using var folder = new TempFolder();
        Gen.Byte.Array[0, 400_000].Sample(
            content => Assert.Equal(content, Decode(SampleFiles.Encode(folder.Write("any", content)), DecoderLimits.Default)),
            iter: 30,
            threads: 1);
    }

    [Fact]
    public void Nothing_behind_the_header_is_an_empty_database()
    {
        Assert.Empty(Decode("C1ZF\0"u8.ToArray(), DecoderLimits.Default));
    }

    [Fact]
    public void Several_frames_and_skippable_ones_are_read_as_one()
    {
        byte[] file = [.. "C1ZF\0"u8, .. Skippable(7), .. Frame("ab"u8), .. Skippable(0), .. Frame("cd"u8), .. Skippable(300_000)];

        Assert.Equal("abcd"u8.ToArray(), Decode(file, DecoderLimits.Default));
    }

    [Theory]
    [InlineData(-22)]
    [InlineData(1)]
    [InlineData(19)]
    public void Any_level_without_size_and_checksum_is_read(int level)
    {
        var content = Enumerable.Range(0, 500_000).Select(i => (byte)(i * i / 7)).ToArray();

        Assert.Equal(content, Decode([.. "C1ZF\0"u8, .. Frame(content, level, hasSize: false)], DecoderLimits.Default));
    }

    [Fact]
    public void Every_cut_is_corrupt()
    {
        var file = SampleFiles.Sample();
        for (var length = 6; length < file.Length; length += 1 + (length / 40))
        {
            Assert.Equal(AccessFileErrorKind.Corrupt, Refusal(file[..length], DecoderLimits.Default));
        }
    }

    [Fact]
    public void Trailing_bytes_that_are_no_frame_are_corrupt()
    {
        byte[] file = [.. SampleFiles.Sample(), 0];

        Assert.Equal(AccessFileErrorKind.Corrupt, Refusal(file, DecoderLimits.Default));
        Assert.Equal(AccessFileErrorKind.Corrupt, Refusal([.. file, .. new byte[100]], DecoderLimits.Default));
    }

    [Fact]
    public void Wrong_checksum_is_corrupt()
    {
        var file = SampleFiles.Sample();
        file[^1] ^= 1;

        Assert.Equal(AccessFileErrorKind.Corrupt, Refusal(file, DecoderLimits.Default));
    }

    [Fact]
    public void Declared_size_that_is_not_met_is_corrupt()
    {
        byte[] file = [.. "C1ZF\0"u8, .. Frame(new byte[1000], hasChecksum: false)];

        // Single segment, two bytes of content size, which count from 256.
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(10), 1100 - 256);

        Assert.Equal(AccessFileErrorKind.Corrupt, Refusal(file, DecoderLimits.Default));
    }

    [Fact]
    public void Declared_size_over_the_limit_fails_before_anything_is_written()
    {
        byte[] file = [.. "C1ZF\0"u8, .. Frame(new byte[3 << 20])];
        using var target = new MemoryStream();

        var failure = Assert.Throws<AccessFileException>(
            () => Decode(file, target, DecoderLimits.FromMegabytes(maxDecoded: 2, maxMemory: null)));

        Assert.Equal(AccessFileErrorKind.TooLarge, failure.Kind);
        Assert.Equal(0, target.Length);
    }

    [Fact]
    public void Undeclared_size_over_the_limit_fails_while_decoding()
    {
        byte[] file = [.. "C1ZF\0"u8, .. Frame(new byte[3 << 20], hasSize: false)];
        using var target = new MemoryStream();

        var failure = Assert.Throws<AccessFileException>(
            () => Decode(file, target, DecoderLimits.FromMegabytes(maxDecoded: 2, maxMemory: null)));

        Assert.Equal(AccessFileErrorKind.TooLarge, failure.Kind);
        Assert.InRange(target.Length, 1, 2 << 20);
        Assert.Equal(3 << 20, Decode(file, DecoderLimits.FromMegabytes(maxDecoded: 3, maxMemory: null)).Length);
    }

    [Fact]
    public void Window_over_the_limit_is_refused_and_the_limit_can_be_raised()
    {
        // A frame header without content size that asks for 256 MiB, and one for 128 MiB, each with one empty block.
        byte[] large = [.. "C1ZF\0"u8, 0x28, 0xB5, 0x2F, 0xFD, 0x00, 18 << 3, 0x01, 0x00, 0x00];
        byte[] allowed = [.. "C1ZF\0"u8, 0x28, 0xB5, 0x2F, 0xFD, 0x00, 17 << 3, 0x01, 0x00, 0x00];

        Assert.Equal(AccessFileErrorKind.TooLarge, Refusal(large, DecoderLimits.Default));
        Assert.Empty(Decode(allowed, DecoderLimits.Default));
        Assert.Empty(Decode(large, DecoderLimits.FromMegabytes(maxDecoded: null, maxMemory: 256)));
        Assert.Equal(AccessFileErrorKind.TooLarge, Refusal(allowed, DecoderLimits.FromMegabytes(maxDecoded: null, maxMemory: 64)));
    }

    [Fact]
    public void Limits_of_nothing_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => DecoderLimits.FromMegabytes(0, null));
        Assert.Throws<ArgumentOutOfRangeException>(() => DecoderLimits.FromMegabytes(null, -1));
        Assert.True(DecoderLimits.FromMegabytes(long.MaxValue, null).MaxDecodedBytes > 0);
    }

    internal static byte[] Decode(byte[] file, DecoderLimits limits)
    {
        using var target = new MemoryStream();
        Decode(file, target, limits);
        return target.ToArray();
    }

    private static void Decode(byte[] file, MemoryStream target, DecoderLimits limits)
    {
        using var source = new MemoryStream(file) { Position = 5 };
        AccessFileDecoder.Decode(source, target, "some.c1z", limits, CancellationToken.None);
    }

    private static AccessFileErrorKind Refusal(byte[] file, DecoderLimits limits)
    {
        return Assert.Throws<AccessFileException>(() => Decode(file, limits)).Kind;
    }

    private static byte[] Frame(
        ReadOnlySpan<byte> content, int level = 3, bool hasSize = true, bool hasChecksum = true)
    {
        using var compressor = new Compressor(level);
        compressor.SetParameter(ZSTD_cParameter.ZSTD_c_contentSizeFlag, hasSize ? 1 : 0);
        compressor.SetParameter(ZSTD_cParameter.ZSTD_c_checksumFlag, hasChecksum ? 1 : 0);
        return compressor.Wrap(content).ToArray();
    }

    private static byte[] Skippable(int length)
    {
        var frame = new byte[8 + length];
        BinaryPrimitives.WriteUInt32LittleEndian(frame, 0x184D2A53);
        BinaryPrimitives.WriteInt32LittleEndian(frame.AsSpan(4), length);
        return frame;
    }
}
