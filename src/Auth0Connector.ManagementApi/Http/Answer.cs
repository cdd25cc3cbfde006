using System.Net;

namespace Auth0Connector.ManagementApi.Http;

/// <summary>A whole answer: what its headers say, and its body.</summary>
internal sealed class Answer(HttpResponseMessage response, ResponseBody body) : IDisposable
{
    public HttpStatusCode Status => response.StatusCode;

    public HttpResponseMessage Response => response;

    public ReadOnlySpan<byte> Body => body.Span;

    public void Dispose()
    {
        body.Dispose();
        response.Dispose();
    }
}
