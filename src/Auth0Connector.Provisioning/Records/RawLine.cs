namespace Auth0Connector.Provisioning.Records;

/// <summary>A line of a file as its bytes stand there.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Offset">Where it begins in the file.</param>
/// <param name="Bytes">What stands in it, without its end; cut off where <paramref name="IsTooLong"/>.</param>
/// <param name="IsEnded">Whether a line break ends it.</param>
/// <param name="IsTooLong">Whether it is longer than any line of ours.</param>
internal sealed record RawLine(int Number, long Offset, byte[] Bytes, bool IsEnded, bool IsTooLong)
{
    private const int Longest = 1 << 20;

    /// <summary>The lines of a file; no more than one of them is in memory at a time, however long it is.</summary>
    public static IEnumerable<RawLine> Of(Stream file)
    {
        var block = new byte[64 * 1024];
        using var line = new MemoryStream();
        var (number, begin, at, length) = (1, 0L, 0L, 0L);
        for (int read; (read = file.Read(block)) > 0;)
        {
            for (var i = 0; i < read; i++, at++)
            {
                if (block[i] == (byte)'\n')
                {
                    yield return new RawLine(number++, begin, line.ToArray(), IsEnded: true, length > Longest);
                    (begin, length) = (at + 1, 0);
                    line.SetLength(0);
                }
                else if (length++ < Longest)
                {
                    line.WriteByte(block[i]);
                }
            }
        }

        if (length > 0)
        {
            yield return new RawLine(number, begin, line.ToArray(), IsEnded: false, length > Longest);
        }
    }
}
