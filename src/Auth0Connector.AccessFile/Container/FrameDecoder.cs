using Auth0Connector.AccessFile.Failures;
using ZstdSharp;

namespace Auth0Connector.AccessFile.Container;

/// <summary>
/// Unpacks frames of the kind that <see cref="FrameEncoder"/> writes, several at a time: small ones that declare their content.
/// Whatever else stands there, is damaged, or is refused by the guard, it leaves to a decoder of streams, which says what it is.
/// </summary>
internal sealed class FrameDecoder : IDisposable
{
    // Below this a frame is unpacked sooner than it is handed over.
    private const int SmallestContent = 1 << 14;

    // What does not shrink is stored as it is, and a few bytes more.
    private static readonly int MostPacked = Compressor.GetCompressBound(FrameEncoder.FrameSize) + ZstdFrameHeader.MaxLength;

    private readonly PackedInput _input;
    private readonly FileStream _target;
    private readonly UnpackingGuard _guard;
    private readonly ulong _mostWindow;
    private readonly int _mostWindowLog;
    private readonly FrameWorkers _workers = new();
    private readonly Stack<FrameSlot> _idle = new();
    private readonly Queue<FrameSlot> _busy = new();
    private bool _isGivenUp;

    public FrameDecoder(PackedInput input, FileStream target, UnpackingGuard guard, long mostWindow, int mostWindowLog)
    {
        _input = input;
        _target = target;
        _guard = guard;
        _mostWindow = (ulong)Math.Min(mostWindow, FrameEncoder.FrameSize);
        _mostWindowLog = mostWindowLog;
    }

    /// <summary>
    /// Unpacks all frames from here on that it can, and says how much there is then. Input and target stand behind the last of them,
    /// where the next frame begins.
    /// </summary>
    public long Run(long decoded, CancellationToken cancellationToken)
    {
        var begin = _target.Position - decoded;
        while (!_isGivenUp)
        {
            cancellationToken.ThrowIfCancellationRequested();

            // One more than there are processors, so that none of them waits for the next one.
            while (_busy.Count <= FrameEncoder.Workers && Begin(begin, ref decoded))
            {
            }

            if (!_busy.TryDequeue(out var slot))
            {
                break;
            }

            _idle.Push(slot);
            if (!slot.Wait())
            {
                decoded = slot.Place.Target - begin;
                GiveUp(slot.Place);
            }
        }

        while (_busy.TryDequeue(out var slot))
        {
            _idle.Push(slot);
            if (!slot.Wait() && slot.Place.Target - begin < decoded)
            {
                decoded = slot.Place.Target - begin;
                GiveUp(slot.Place);
            }
        }

        _target.Position = begin + decoded;
        if (_target.Length != _target.Position)
        {
            _target.SetLength(_target.Position);
        }

        return decoded;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // What is still at work reads and writes what is let go of then.
        _workers.Dispose();
        foreach (var slot in _busy.Concat(_idle))
        {
            slot.Dispose();
        }
    }

    private void GiveUp(FramePlace place)
    {
        _isGivenUp = true;
        _guard.Return(place.Mark);
        _input.Return(place.Source);
    }

    private bool Begin(long begin, ref long decoded)
    {
        _input.Demand(ZstdFrameHeader.MaxLength);
        if (!ZstdFrameHeader.TryRead(_input.Bytes, out var header)
            || header.ContentSize is not (>= SmallestContent and <= FrameEncoder.FrameSize and var size)
            || header.WindowSize > _mostWindow
            || ZstdFrameLength.Find(_input, header, MostPacked) is not { } length)
        {
            return false;
        }

        var place = new FramePlace(_input.Position, begin + decoded, (int)size, _guard.Mark);
        if (!IsLet(place, decoded))
        {
            GiveUp(place);
            return false;
        }

        var slot = _idle.TryPop(out var idle) ? idle : new FrameSlot(_target.SafeFileHandle, _mostWindowLog);
        slot.Fill(_input.Bytes[..length], place);
        _workers.Add(slot);
        _busy.Enqueue(slot);
        _input.Use(length);
        decoded += place.Size;
        return true;
    }

    // The same questions at the same places as when it is unpacked piece by piece.
    private bool IsLet(FramePlace place, long decoded)
    {
        try
        {
            var underway = _busy.Sum(static slot => (long)slot.Place.Size);
            _guard.Expect((ulong)place.Size + (ulong)underway, decoded - underway);
            for (var taken = 0; taken < place.Size;)
            {
                taken += Math.Min(place.Size - taken, AccessFileDecoder.BufferSize);
                _guard.Take([], decoded + taken);
            }

            return true;
        }
        catch (AccessFileException)
        {
            return false;
        }
    }
}
