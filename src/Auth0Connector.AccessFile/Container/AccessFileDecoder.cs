using System.Buffers;
using System.Numerics;
using Auth0Connector.AccessFile.Disk;
using Auth0Connector.AccessFile.Failures;
using ZstdSharp;

namespace Auth0Connector.AccessFile.Container;

/// <summary>
/// Unpacks the zstd part of an access file (format section 1): any number of frames, skippable ones among them,
/// nothing else behind them. Checksums and declared sizes are verified by the decoder itself.
/// </summary>
internal sealed class AccessFileDecoder
{
    /// <summary>So much is unpacked at a time, as much as a block of zstd holds.</summary>
    public const int BufferSize = 1 << 17;

    // zstd knows windows of 2^10 to 2^31 bytes.
    private const int MinWindowLog = 10;
    private const int MaxWindowLog = 31;

    private readonly string _path;
    private readonly DecoderLimits _limits;
    private readonly UnpackingGuard _guard;
    private readonly PackedInput _input;
    private readonly Stream _target;
    private readonly byte[] _output = new byte[BufferSize];
    private long _decoded;

    private AccessFileDecoder(PackedInput input, Stream target, string path, DecoderLimits limits, UnpackingGuard guard)
    {
        _input = input;
        _target = target;
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
            new AccessFileDecoder(new PackedInput(source), target, path, limits, new UnpackingGuard(path, limits, source.Length, free)).Run(cancellationToken);
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

    private void Run(CancellationToken cancellationToken)
    {
        var windowLog = Math.Clamp(BitOperations.Log2((ulong)_limits.MaxWindowBytes), MinWindowLog, MaxWindowLog - 1);
        using var stream = new FrameStream(windowLog + 1);
        using var frames = _target is FileStream file && _input.CanReturn
            ? new FrameDecoder(_input, file, _guard, _limits.MaxWindowBytes, windowLog + 1)
            : null;
        var isAtFrameStart = true;
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();

            // The first frame has the database's header, by which the others are judged.
            if (isAtFrameStart && frames is not null && _decoded >= DatabaseHeader.Length)
            {
                _decoded = frames.Run(_decoded, cancellationToken);
            }

            var isEndOfFile = !_input.Demand(ZstdFrameHeader.MaxLength);
            if (isAtFrameStart)
            {
                if (isEndOfFile && _input.Bytes.IsEmpty)
                {
                    return;
                }

                CheckPromises();
            }

            isAtFrameStart = Step(stream, isEndOfFile);
        }
    }

    // True when a frame is complete and the next one may begin.
    private bool Step(FrameStream stream, bool isEndOfFile)
    {
        var status = stream.Unpack(_input.Bytes, _output, out var consumed, out var written);
        if (status == OperationStatus.InvalidData)
        {
            throw Damaged(_path, "its content does not decode, or does not match its checksum or its size", null);
        }

        if (consumed == 0 && written == 0)
        {
            throw isEndOfFile ? Truncated() : Damaged(_path, "its content leads nowhere", null);
        }

        _input.Use(consumed);
        _decoded += written;
        if (_decoded > _limits.MaxDecodedBytes)
        {
            throw TooLarge($"it unpacks to more than {_limits.MaxDecodedBytes} bytes");
        }

        _guard.Take(_output.AsSpan(0, written), _decoded);
        _target.Write(_output, 0, written);
        return status == OperationStatus.Done;
    }

    private void CheckPromises()
    {
        if (!ZstdFrameHeader.TryRead(_input.Bytes, out var header))
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
