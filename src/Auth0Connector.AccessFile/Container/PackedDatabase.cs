namespace Auth0Connector.AccessFile.Container;

/// <summary>What a packed database says of itself before it is unpacked.</summary>
internal static class PackedDatabase
{
    // More than a first block takes.
    private const int MostPacked = 1 << 18;
    private const int MostWindowLog = 27;

    /// <summary>Bytes of the database, by its header in the first frame; null where that does not say. The source stays where it is.</summary>
    public static long? SizeOf(FileStream source)
    {
        var begin = source.Position;
        var packed = new byte[MostPacked];
        var count = source.ReadAtLeast(packed, packed.Length, throwOnEndOfStream: false);
        source.Position = begin;
        using var stream = new FrameStream(MostWindowLog);
        var content = new byte[AccessFileDecoder.BufferSize];
        stream.Unpack(packed.AsSpan(0, count), content, out _, out var written);
        return written >= DatabaseHeader.Length ? DatabaseHeader.SizeOf(content.AsSpan(0, DatabaseHeader.Length)) : null;
    }
}
