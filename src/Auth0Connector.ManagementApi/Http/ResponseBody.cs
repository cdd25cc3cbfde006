using System.Buffers;
using Auth0Connector.ManagementApi.Failures;

namespace Auth0Connector.ManagementApi.Http;

/// <summary>Reads what an answer says; the bytes are gone once it returns.</summary>
internal delegate T BodyReader<out T>(ReadOnlySpan<byte> body);

/// <summary>Reads an answer whose headers matter as well.</summary>
internal delegate T AnswerReader<out T>(ReadOnlySpan<byte> body, HttpResponseMessage response);

/// <summary>A whole answer in a pooled buffer: pages are of one size, and there are thousands of them.</summary>
internal sealed class ResponseBody : IDisposable
{
    private const int FirstSize = 1 << 15;

    // The pool would keep what is larger for good, and pages never are.
    private const int LargestPooled = 1 << 20;

    private byte[] _buffer;
    private int _length;

    private ResponseBody(int size) => _buffer = ArrayPool<byte>.Shared.Rent(size);

    public ReadOnlySpan<byte> Span => _buffer.AsSpan(0, _length);

    /// <exception cref="TransientFaultException">The body is cut or damaged, or larger than an answer may be.</exception>
    public static async Task<ResponseBody> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var content = response.Content;
        if (content.Headers.ContentLength > AnswerSize.MostBytes)
        {
            throw TooLarge(response);
        }

        // A length that a header claims is trusted as far as one buffer goes; a longer body shows itself by coming.
        var body = new ResponseBody(content.Headers.ContentLength is > 0 and < FirstSize * 8 and var known ? (int)known + 1 : FirstSize);
        try
        {
            await using var stream = await content.ReadAsStreamAsync(cancellationToken);
            int count;
            while ((count = await stream.ReadAsync(body.Free(), cancellationToken)) > 0)
            {
                body._length += count;
                if (body._length > AnswerSize.MostBytes)
                {
                    throw TooLarge(response);
                }
            }

            return body;
        }
        catch (Exception broken) when (broken is IOException or HttpRequestException or InvalidDataException or InvalidOperationException)
        {
            // The last two come from unpacking.
            body.Dispose();
            throw new TransientFaultException(
                broken is InvalidDataException or InvalidOperationException ? "the answer came damaged" : "the answer was cut",
                broken)
            {
                HasAnswer = true,
            };
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
        Return(buffer);
    }

    private static TransientFaultException TooLarge(HttpResponseMessage response) =>
        new($"the answer is larger than {AnswerSize.MostBytes >> 20} MB")
        {
            StatusCode = response.StatusCode,
            HasAnswer = true,
            IsLasting = true,
            IsTooLarge = true,
        };

    private static void Return(byte[] buffer)
    {
        if (buffer.Length is > 0 and <= LargestPooled)
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private Memory<byte> Free()
    {
        if (_length == _buffer.Length)
        {
            // One byte more than may come shows that more comes.
            var size = Math.Min(_buffer.Length * 2, AnswerSize.MostBytes + 1);
            var larger = size <= LargestPooled ? ArrayPool<byte>.Shared.Rent(size) : GC.AllocateUninitializedArray<byte>(size);
            _buffer.CopyTo(larger, 0);
            Return(_buffer);
            _buffer = larger;
        }

        return _buffer.AsMemory(_length);
    }
}
