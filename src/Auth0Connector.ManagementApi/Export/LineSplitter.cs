using System.Buffers;
using Auth0Connector.ManagementApi.Http;

namespace Auth0Connector.ManagementApi.Export;

/// <summary>Cuts what has come into lines. A line larger than an answer may be is dropped while it comes, and told.</summary>
internal sealed class LineSplitter
{
    // How far the beginning of the next line is known to hold no line break: it is not searched twice.
    private long _searched;
    private bool _dropping;

    /// <summary>Whether the line last taken was too long, so that only its end is there.</summary>
    public bool WasTooLong { get; private set; }

    /// <summary>Takes the next line off the buffer, without its line break; what is left of the buffer is to be kept.</summary>
    public bool TryTake(ref ReadOnlySequence<byte> buffer, bool isLast, out ReadOnlySequence<byte> line)
    {
        var rest = buffer.Slice(_searched);
        if (rest.PositionOf((byte)'\n') is { } end)
        {
            line = buffer.Slice(0, end);
            buffer = buffer.Slice(buffer.GetPosition(1, end));
            Taken(line.Length);
            return true;
        }

        line = buffer;
        if (isLast && (!buffer.IsEmpty || _dropping))
        {
            buffer = buffer.Slice(buffer.End);
            Taken(line.Length);
            return true;
        }

        _searched = buffer.Length;
        if (_searched > AnswerSize.MostBytes)
        {
            _dropping = true;
        }

        if (_dropping)
        {
            buffer = buffer.Slice(buffer.End);
            _searched = 0;
        }

        return false;
    }

    private void Taken(long length)
    {
        WasTooLong = _dropping || length > AnswerSize.MostBytes;
        _dropping = false;
        _searched = 0;
    }
}
