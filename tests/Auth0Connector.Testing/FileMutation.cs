namespace Auth0Connector.Testing;

/// <summary>Damages a file in the ways in which files are damaged, by a seed.</summary>
public static class FileMutation
{
    /// <summary>A damaged copy.</summary>
    public static byte[] Of(byte[] original, Random random)
    {
        var bytes = original.ToArray();
        for (var i = random.Next(1, 12); i > 0; i--)
        {
            // Half of the damage goes to the beginning, where headers and schema are.
            var position = random.Next(random.Next(2) == 0 ? Math.Min(200, bytes.Length) : bytes.Length);
            switch (random.Next(5))
            {
                case 0:
                    bytes[position] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    bytes[position] = (byte)random.Next(256);
                    break;
                case 2:
                    bytes.AsSpan(position, Math.Min(random.Next(64), bytes.Length - position)).Clear();
                    break;
                case 3:
                    var length = Math.Min(random.Next(1, 512), bytes.Length - position);
                    bytes.AsSpan(random.Next(bytes.Length - length), length).CopyTo(bytes.AsSpan(position, length));
                    break;
                default:
                    bytes[position] = random.Next(2) == 0 ? (byte)0xFF : (byte)0x7F;
                    break;
            }
        }

        return random.Next(20) == 0 ? bytes[..random.Next(bytes.Length)] : bytes;
    }
}
