using System.Buffers;

namespace Auth0Connector.ManagementApi.Http;

/// <summary>Reads what an answer says; the bytes are gone once it returns.</summary>
internal delegate T BodyReader<out T>(ReadOnlySpan<byte> body);

/// <summary>Reads an answer whose headers matter as well.</summary>
internal delegate T AnswerReader<out T>(ReadOnlySpan<byte> body, HttpResponseMessage response);

/// <summary>A whole answer in a pooled buffer: pages are of one size, and there are thousands of them.</summary>
internal sealed class ResponseBody : IDisposable
{
    private const int FirstSize = 1 << 15;

    private byte[] _buffer;
    private int _length;

    private ResponseBody(int size) => _buffer = ArrayPool<byte>.Shared.Rent(size);

    public ReadOnlySpan<byte> Span => _buffer.AsSpan(0, _length);

    /// <exception cref="IOException">The body is cut.</exception>
    public static async Task<ResponseBody> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        // A length that a header claims is trusted as far as one buffer goes; a longer body shows itself by coming.
        var body = new ResponseBody(content.Headers.ContentLength is > 0 and < FirstSize * 8 and var known ? (int)known + 1 : FirstSize);
        try
        {
            await using var stream = await content.ReadAsStreamAsync(cancellationToken);
            int count;
            while ((count = await stream.ReadAsync(body.Free(), cancellationToken)) > 0)
            {
                body._length += count;
            }

            return body;
        }
        catch
        {
            body.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        var buffer = _buffer;
        _buffer = [];
        _length = 0;
        if (buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private Memory<byte> Free()
    {
        if (_length == _buffer.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(checked(_buffer.Length * 2));
            _buffer.CopyTo(larger, 0);
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = larger;
        }

        return _buffer.AsMemory(_length);
    }
}
