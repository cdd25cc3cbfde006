namespace Auth0Connector.AccessFile.Container;

/// <summary>The packed bytes that were read and not yet used, as many as whoever looks at them asks for.</summary>
internal sealed class PackedInput(Stream source)
{
    private const int SmallestBuffer = 1 << 17;

    private byte[] _buffer = new byte[SmallestBuffer];
    private int _start;
    private int _end;

    /// <summary>What is there.</summary>
    public ReadOnlySpan<byte> Bytes => _buffer.AsSpan(_start, _end - _start);

    /// <summary>Where the first of them stands in the source.</summary>
    public long Position => source.Position - (_end - _start);

    /// <summary>Whether it can go back, which a pipe cannot.</summary>
    public bool CanReturn => source.CanSeek;

    /// <summary>Reads until at least so many bytes are there; false where the source ends before.</summary>
    public bool Demand(int count)
    {
        if (_end - _start >= count)
        {
            return true;
        }

        MakeRoom(count);
        while (_end < count)
        {
            var read = source.Read(_buffer, _end, _buffer.Length - _end);
            if (read == 0)
            {
                return false;
            }

            _end += read;
        }

        return true;
    }

    /// <summary>Lets go of the first bytes.</summary>
    public void Use(int count) => _start += count;

    /// <summary>Goes back to a place in the source.</summary>
    public void Return(long position)
    {
        source.Position = position;
        _start = 0;
        _end = 0;
    }

    // Doubled rather than made to measure, so that a frame is not copied for each of its blocks.
    private void MakeRoom(int count)
    {
        var rest = Bytes;
        var buffer = count <= _buffer.Length ? _buffer : new byte[Math.Max(count, 2 * _buffer.Length)];
        rest.CopyTo(buffer);
        _buffer = buffer;
        _end = rest.Length;
        _start = 0;
    }
}
