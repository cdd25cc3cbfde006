using System.Buffers;
using System.Runtime.ExceptionServices;
using Microsoft.Win32.SafeHandles;

namespace Auth0Connector.AccessFile.Container;

/// <summary>A frame that another thread unpacks into its place in a file, piece by piece while each is at hand.</summary>
internal sealed class FrameSlot(SafeFileHandle target, int mostWindowLog) : IDisposable
{
    private readonly FrameStream _stream = new(mostWindowLog);
    private readonly ManualResetEventSlim _done = new();
    private readonly byte[] _output = new byte[AccessFileDecoder.BufferSize];
    private byte[] _input = [];
    private int _packed;
    private bool _isGood;
    private ExceptionDispatchInfo? _failure;

    /// <summary>Which frame it is.</summary>
    public FramePlace Place { get; private set; }

    /// <summary>Takes a copy of a frame.</summary>
    public void Fill(ReadOnlySpan<byte> frame, FramePlace place)
    {
        if (_input.Length < frame.Length)
        {
            _input = new byte[frame.Length + (frame.Length / 4)];
        }

        frame.CopyTo(_input);
        _packed = frame.Length;
        Place = place;
        _done.Reset();
    }

    /// <summary>Unpacks it.</summary>
    public void Unpack()
    {
        try
        {
            _isGood = Write(_input.AsSpan(0, _packed));
        }
#pragma warning disable CA1031 // Whatever it is, whoever waits hears of it.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            _failure = ExceptionDispatchInfo.Capture(failure);
        }
        finally
        {
            _done.Set();
        }
    }

    /// <summary>Waits until it is unpacked; false where it does not unpack to what it declares.</summary>
    public bool Wait()
    {
        _done.Wait();
        _failure?.Throw();
        return _isGood;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _done.Dispose();
        _stream.Dispose();
    }

    private bool Write(ReadOnlySpan<byte> rest)
    {
        var total = 0;
        while (true)
        {
            var status = _stream.Unpack(rest, _output, out var consumed, out var written);
            total += written;
            if (status == OperationStatus.InvalidData || total > Place.Size || (consumed == 0 && written == 0))
            {
                return false;
            }

            RandomAccess.Write(target, _output.AsSpan(0, written), Place.Target + total - written);
            rest = rest[consumed..];
            if (status == OperationStatus.Done)
            {
                return total == Place.Size && rest.IsEmpty;
            }
        }
    }
}

/// <summary>Where a frame stands.</summary>
/// <param name="Source">Its first byte among the packed ones.</param>
/// <param name="Target">The first byte of its content among the unpacked ones.</param>
/// <param name="Size">Bytes of its content.</param>
/// <param name="Mark">What the guard knew before it heard of it.</param>
internal readonly record struct FramePlace(long Source, long Target, int Size, long Mark);
