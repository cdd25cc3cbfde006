using System.Buffers;
using ZstdSharp;
using ZstdSharp.Unsafe;

namespace Auth0Connector.AccessFile.Container;

/// <summary>
/// Unpacks frames of any size piece by piece, and stops at the end of each: the library's own class goes on into the next one,
/// whose promises nobody has heard yet.
/// </summary>
internal sealed unsafe class FrameStream : IDisposable
{
    private ZSTD_DCtx_s* _context = Methods.ZSTD_createDCtx();

    public FrameStream(int mostWindowLog)
    {
        if (_context == null)
        {
            throw new ZstdException(ZSTD_ErrorCode.ZSTD_error_memory_allocation, "no memory");
        }

        Methods.ZSTD_DCtx_setParameter(_context, ZSTD_dParameter.ZSTD_d_windowLogMax, mostWindowLog);
    }

    /// <summary>One step: done at the end of a frame, all of whose content was written then.</summary>
    public OperationStatus Unpack(ReadOnlySpan<byte> source, Span<byte> target, out int consumed, out int written)
    {
        fixed (byte* from = source)
        fixed (byte* to = target)
        {
            var input = new ZSTD_inBuffer_s { src = from, size = (nuint)source.Length };
            var output = new ZSTD_outBuffer_s { dst = to, size = (nuint)target.Length };
            var hint = Methods.ZSTD_decompressStream(_context, &output, &input);
            consumed = (int)input.pos;
            written = (int)output.pos;
            return Methods.ZSTD_isError(hint) ? OperationStatus.InvalidData
                : hint == 0 ? OperationStatus.Done
                : OperationStatus.NeedMoreData;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _ = Methods.ZSTD_freeDCtx(_context);
        _context = null;
    }
}
