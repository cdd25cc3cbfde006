namespace Auth0Connector.AccessFile.Container;

/// <summary>
/// Finds the end of a zstd frame without decoding it, from the headers of its blocks (RFC 8878, section 3.1.1.2): three bytes
/// each, which say how many bytes follow and whether it is the last.
/// </summary>
internal static class ZstdFrameLength
{
    private const int BlockHeaderLength = 3;
    private const int ChecksumLength = 4;

    /// <summary>
    /// How many bytes the frame takes at whose first byte the input stands, all of which are in the input then. Null where it takes
    /// more than <paramref name="most"/>, is cut off, or has a block of no known kind; whoever decodes it says which.
    /// </summary>
    public static int? Find(PackedInput input, ZstdFrameHeader header, int most)
    {
        var at = header.Length;
        var isLast = false;
        while (!isLast)
        {
            if (at + BlockHeaderLength > most || !input.Demand(at + BlockHeaderLength))
            {
                return null;
            }

            var block = input.Bytes[at] | (input.Bytes[at + 1] << 8) | (input.Bytes[at + 2] << 16);
            isLast = (block & 1) != 0;
            at += BlockHeaderLength;
            switch ((block >> 1) & 3)
            {
                case 0 or 2:
                    at += block >> 3;
                    break;
                case 1:
                    // One byte, as often as the size says.
                    at++;
                    break;
                default:
                    return null;
            }
        }

        at += header.HasChecksum ? ChecksumLength : 0;
        return at <= most && input.Demand(at) ? at : null;
    }
}
