using ZstdSharp;
using ZstdSharp.Unsafe;

namespace Auth0Connector.AccessFile.Container;

/// <summary>Compresses a file as a row of frames, as many at a time as there are processors, written in order.</summary>
internal static class FrameEncoder
{
    /// <summary>Many times the window: larger frames gain hardly anything and cost memory for each processor.</summary>
    public const int FrameSize = 4 << 20;

    private const int MostAtATime = 4;

    /// <summary>How many frames are worked on at a time, here and where they are unpacked.</summary>
    public static int Workers => Math.Clamp(Environment.ProcessorCount, 1, MostAtATime);

    public static void Encode(FileStream source, Stream target, int level, CancellationToken cancellationToken)
    {
        var slots = new Slot[Workers];
        try
        {
            for (var i = 0; i < slots.Length; i++)
            {
                slots[i] = new Slot(level);
            }

            var length = source.Length;
            for (long offset = 0; offset < length; offset += (long)slots.Length * FrameSize)
            {
                var begin = offset;
                Parallel.For(
                    0,
                    (int)Math.Min(slots.Length, (length - begin + FrameSize - 1) / FrameSize),
                    new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = slots.Length },
                    i => slots[i].Compress(source, begin + ((long)i * FrameSize), length));
                foreach (var slot in slots)
                {
                    target.Write(slot.Take());
                }
            }
        }
        finally
        {
            foreach (var slot in slots)
            {
                slot?.Dispose();
            }
        }
    }

    private sealed class Slot : IDisposable
    {
        private readonly Compressor _compressor;
        private readonly byte[] _input = new byte[FrameSize];
        private readonly byte[] _output = new byte[Compressor.GetCompressBound(FrameSize)];
        private int _written;

        public Slot(int level)
        {
            _compressor = new Compressor(level);
            _compressor.SetParameter(ZSTD_cParameter.ZSTD_c_checksumFlag, 1);
        }

        public void Compress(FileStream source, long offset, long length)
        {
            var size = (int)Math.Min(FrameSize, length - offset);
            for (var read = 0; read < size;)
            {
                var count = RandomAccess.Read(source.SafeFileHandle, _input.AsSpan(read, size - read), offset + read);
                read += count > 0 ? count : throw new EndOfStreamException($"'{source.Name}' became shorter while it was compressed");
            }

            _written = _compressor.Wrap(_input.AsSpan(0, size), _output);
        }

        /// <summary>The frame, once.</summary>
        public ReadOnlySpan<byte> Take()
        {
            var frame = _output.AsSpan(0, _written);
            _written = 0;
            return frame;
        }

        public void Dispose() => _compressor.Dispose();
    }
}
