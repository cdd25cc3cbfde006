using System.Buffers.Binary;
using ZstdSharp;
using ZstdSharp.Unsafe;

namespace Auth0Connector.AccessFile.Tests.Fixtures;

/// <summary>zstd frames of every form.</summary>
internal static class Frames
{
    public static byte[] Of(ReadOnlySpan<byte> content, bool hasSize = true, bool hasChecksum = true, int level = 1)
    {
        using var compressor = new Compressor(level);
        compressor.SetParameter(ZSTD_cParameter.ZSTD_c_contentSizeFlag, hasSize ? 1 : 0);
        compressor.SetParameter(ZSTD_cParameter.ZSTD_c_checksumFlag, hasChecksum ? 1 : 0);
        return compressor.Wrap(content).ToArray();
    }

    public static byte[] Skippable(int length)
    {
        var frame = new byte[8 + length];
        BinaryPrimitives.WriteUInt32LittleEndian(frame, 0x184D2A53);
        BinaryPrimitives.WriteInt32LittleEndian(frame.AsSpan(4), length);
        return frame;
    }

    /// <summary>Bytes of which a part repeats, as pages of a database do.</summary>
    public static byte[] Content(int size, int seed, double noise)
    {
        var content = new byte[size];
        new Random(seed).NextBytes(content.AsSpan(0, (int)(size * noise)));
        return content;
    }
}
