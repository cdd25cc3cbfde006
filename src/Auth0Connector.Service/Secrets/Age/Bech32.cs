namespace Auth0Connector.Service.Secrets.Age;

/// <summary>Reads Bech32 (BIP 173) without its limit of 90 characters, as age does; lower case only, as age writes it.</summary>
internal static class Bech32
{
    private const string Alphabet = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
    private const int ChecksumSize = 6;

    /// <summary>The part before the last 1, and the bytes behind it.</summary>
    /// <exception cref="FormatException">It is not written so; the text itself is in no message.</exception>
    public static (string Human, byte[] Data) Decode(string text)
    {
        if (text.AsSpan().ContainsAnyExceptInRange('!', '~'))
        {
            throw new FormatException("the recipient has characters that none has");
        }

        if (text.Any(char.IsAsciiLetterUpper))
        {
            throw new FormatException("the recipient has capital letters; it must be as age writes it");
        }

        var mark = text.LastIndexOf('1');
        if (mark < 1 || text.Length - mark - 1 < ChecksumSize)
        {
            throw new FormatException("the recipient is cut short");
        }

        var human = text[..mark];
        var values = text[(mark + 1)..].Select(static letter => Alphabet.IndexOf(letter, StringComparison.Ordinal)).ToArray();
        if (values.Contains(-1))
        {
            throw new FormatException("the recipient has characters that none has");
        }

        return Checksum(human, values) == 1
            ? (human, Bytes(values.AsSpan(0, values.Length - ChecksumSize)))
            : throw new FormatException("the recipient's checksum is wrong: it was mistyped or cut");
    }

    private static uint Checksum(string human, IEnumerable<int> values)
    {
        ReadOnlySpan<uint> generators = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];
        var sum = 1u;
        foreach (var value in human.Select(static letter => letter >> 5).Append(0).Concat(human.Select(static letter => letter & 31)).Concat(values))
        {
            var top = sum >> 25;
            sum = ((sum & 0x1ffffff) << 5) ^ (uint)value;
            for (var bit = 0; bit < generators.Length; bit++)
            {
                sum ^= ((top >> bit) & 1) == 1 ? generators[bit] : 0;
            }
        }

        return sum;
    }

    private static byte[] Bytes(ReadOnlySpan<int> values)
    {
        var bytes = new List<byte>();
        var (bits, held) = (0, 0);
        foreach (var value in values)
        {
            held = ((held << 5) | value) & 0xfff;
            bits += 5;
            if (bits >= 8)
            {
                bits -= 8;
                bytes.Add((byte)(held >> bits));
            }
        }

        // What fills up the last letter is less than a letter, and nought.
        return bits < 5 && (held & ((1 << bits) - 1)) == 0 ? [.. bytes] : throw new FormatException("the recipient's last letter is wrong");
    }
}
