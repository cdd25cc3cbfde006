using System.Buffers;
using System.Numerics;
using Auth0Connector.AccessFile.Disk;
using Auth0Connector.AccessFile.Failures;
using ZstdSharp;
using ZstdSharp.Unsafe;

namespace Auth0Connector.AccessFile.Container;

/// <summary>
/// Unpacks the zstd part of an access file (format section 1): any number of frames, skippable ones among them,
/// nothing else behind them. Checksums and declared sizes are verified by the decoder itself.
/// </summary>
internal sealed class AccessFileDecoder
{
    private const int BufferSize = 1 << 17;

    // zstd knows windows of 2^10 to 2^31 bytes.
    private const int MinWindowLog = 10;
    private const int MaxWindowLog = 31;

    private readonly string _path;
    private readonly DecoderLimits _limits;
    private readonly UnpackingGuard _guard;
    private readonly byte[] _input = new byte[BufferSize];
    private readonly byte[] _output = new byte[BufferSize];
    private int _start;
    private int _end;
    private long _decoded;

    private AccessFileDecoder(string path, DecoderLimits limits, UnpackingGuard guard)
    {
        _path = path;
        _limits = limits;
        _guard = guard;
    }

    /// <summary>
    /// Decodes <paramref name="source"/>, positioned behind the header, into <paramref name="target"/>. Nothing at all
    /// behind the header is a valid, empty file. <paramref name="freeBytes"/> says how much more the target can take; a file
    /// asks its disk.
    /// </summary>
    public static void Decode(
        Stream source, Stream target, string path, DecoderLimits limits, CancellationToken cancellationToken, Func<long>? freeBytes = null)
    {
        var free = freeBytes ?? (target is FileStream file ? () => LocalDisk.Real.FreeBytes(System.IO.Path.GetDirectoryName(file.Name)!) : static () => long.MaxValue);
        try
        {
            new AccessFileDecoder(path, limits, new UnpackingGuard(path, limits, source.Length, free)).Run(source, target, cancellationToken);
        }
        catch (ZstdException exception)
        {
            throw Damaged(path, exception.Message, exception);
        }
    }

    private static AccessFileException Damaged(string path, string reason, Exception? exception)
    {
        return new AccessFileException(
            AccessFileErrorKind.Corrupt, $"The file '{path}' is damaged: {reason}.", path, exception);
    }

    private void Run(Stream source, Stream target, CancellationToken cancellationToken)
    {
        using var decompressor = new Decompressor();
        var windowLog = Math.Clamp(BitOperations.Log2((ulong)_limits.MaxWindowBytes), MinWindowLog, MaxWindowLog - 1);
        decompressor.SetParameter(ZSTD_dParameter.ZSTD_d_windowLogMax, windowLog + 1);
        var isAtFrameStart = true;
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var isEndOfFile = _end - _start < ZstdFrameHeader.MaxLength && !Fill(source);
            if (isAtFrameStart)
            {
                if (isEndOfFile && _start == _end)
                {
                    return;
                }

                CheckPromises();
            }

            isAtFrameStart = Step(decompressor, target, isEndOfFile);
        }
    }

    // True when a frame is complete and the next one may begin.
    private bool Step(Decompressor decompressor, Stream target, bool isEndOfFile)
    {
        var status = decompressor.UnwrapStream(
            _input.AsSpan(_start, _end - _start), _output, out var consumed, out var written);
        if (status == OperationStatus.InvalidData)
        {
            throw Damaged(_path, "its content does not decode, or does not match its checksum or its size", null);
        }

        if (consumed == 0 && written == 0)
        {
            throw isEndOfFile ? Truncated() : Damaged(_path, "its content leads nowhere", null);
        }

        _start += consumed;
        _decoded += written;
        if (_decoded > _limits.MaxDecodedBytes)
        {
            throw TooLarge($"it unpacks to more than {_limits.MaxDecodedBytes} bytes");
        }

        _guard.Take(_output.AsSpan(0, written), _decoded);
        target.Write(_output, 0, written);
        return status == OperationStatus.Done;
    }

    private bool Fill(Stream source)
    {
        _input.AsSpan(_start, _end - _start).CopyTo(_input);
        _end -= _start;
        _start = 0;
        while (_end < ZstdFrameHeader.MaxLength)
        {
            var count = source.Read(_input, _end, _input.Length - _end);
            if (count == 0)
            {
                return false;
            }

            _end += count;
        }

        return true;
    }

    private void CheckPromises()
    {
        if (!ZstdFrameHeader.TryRead(_input.AsSpan(_start, _end - _start), out var header))
        {
            return;
        }

        if (header.ContentSize is { } size)
        {
            _guard.Expect(size, _decoded);
        }

        if (header.WindowSize > (ulong)_limits.MaxWindowBytes)
        {
            throw new AccessFileException(
                AccessFileErrorKind.TooLarge,
                $"The file '{_path}' is not unpacked: it asks for a window of {header.WindowSize} bytes, over the limit "
                + $"of {_limits.MaxWindowBytes} (BATON_DECODER_MAX_MEMORY_MB raises it).",
                _path);
        }
    }

    private AccessFileException TooLarge(string reason)
    {
        return new AccessFileException(
            AccessFileErrorKind.TooLarge,
            $"The file '{_path}' is not unpacked: {reason} (BATON_DECODER_MAX_DECODED_SIZE_MB raises it).",
            _path);
    }

    private AccessFileException Truncated()
    {
        return new AccessFileException(
            AccessFileErrorKind.Corrupt, $"The file '{_path}' is cut off: it ends inside a zstd frame.", _path);
    }
}
