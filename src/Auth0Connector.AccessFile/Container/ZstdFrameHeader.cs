using System.Buffers.Binary;

namespace Auth0Connector.AccessFile.Container;

/// <summary>
/// What the header of a zstd frame promises (RFC 8878, section 3.1.1.1), read before anything is decoded, so that a
/// frame that asks for too much costs neither memory nor disk.
/// </summary>
internal readonly record struct ZstdFrameHeader(ulong? ContentSize, ulong WindowSize)
{
    /// <summary>Bytes of the header itself, behind which the blocks begin.</summary>
    public int Length { get; private init; }

    /// <summary>Whether a checksum of four bytes stands behind the blocks.</summary>
    public bool HasChecksum { get; private init; }

    /// <summary>The longest header of a frame.</summary>
    public const int MaxLength = 18;

    private const uint Magic = 0xFD2FB528;

    /// <summary>False when these bytes are no frame that holds data, which the decoder then judges.</summary>
    public static bool TryRead(ReadOnlySpan<byte> bytes, out ZstdFrameHeader header)
    {
        header = default;
        if (bytes.Length < 6 || BinaryPrimitives.ReadUInt32LittleEndian(bytes) != Magic)
        {
            return false;
        }

        var descriptor = bytes[4];
        var isSingleSegment = (descriptor & 0x20) != 0;
        var dictionaryIdLength = (descriptor & 0x03) switch { 0 => 0, 1 => 1, 2 => 2, _ => 4 };
        var contentSizeLength = (descriptor >> 6) switch { 0 => isSingleSegment ? 1 : 0, 1 => 2, 2 => 4, _ => 8 };
        var contentSizeStart = 5 + (isSingleSegment ? 0 : 1) + dictionaryIdLength;
        if (bytes.Length < contentSizeStart + contentSizeLength)
        {
            return false;
        }

        var field = bytes.Slice(contentSizeStart, contentSizeLength);
        ulong? contentSize = contentSizeLength switch
        {
            1 => field[0],
            2 => BinaryPrimitives.ReadUInt16LittleEndian(field) + 256u,
            4 => BinaryPrimitives.ReadUInt32LittleEndian(field),
            8 => BinaryPrimitives.ReadUInt64LittleEndian(field),
            _ => null,
        };
        header = new ZstdFrameHeader(contentSize, isSingleSegment ? contentSize ?? 0 : WindowOf(bytes[5]))
        {
            Length = contentSizeStart + contentSizeLength,
            HasChecksum = (descriptor & 0x04) != 0,
        };
        return true;
    }

    private static ulong WindowOf(byte descriptor)
    {
        var window = 1UL << (10 + (descriptor >> 3));
        return window + ((window / 8) * (uint)(descriptor & 0x07));
    }
}
