namespace Auth0Connector.Tables.Xlsx;

/// <summary>The CRC-32 that an archive keeps of each part (ISO 3309).</summary>
internal static class Checksum
{
    private const uint Polynomial = 0xEDB8_8320;
    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(static number => Entry((uint)number))];

    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        var sum = uint.MaxValue;
        foreach (var one in bytes)
        {
            sum = Table[(byte)sum ^ one] ^ (sum >> 8);
        }

        return ~sum;
    }

    private static uint Entry(uint sum)
    {
        for (var bit = 0; bit < 8; bit++)
        {
            sum = (sum & 1) == 1 ? (sum >> 1) ^ Polynomial : sum >> 1;
        }

        return sum;
    }
}
