using System.Globalization;
using System.Net;

namespace Auth0Connector.Service.Cloud;

/// <summary>
/// Tells answers that are no gRPC from the cloud's own: the library would make a refusal for good of a load balancer's 404 or
/// a proxy's 403.
/// </summary>
/// <remarks>
/// No <see cref="DelegatingHandler"/>: the library would look through it for the handler of sockets, and put a way of connecting
/// of its own into that, with which nothing but calls can be sent.
/// </remarks>
internal sealed class ForeignAnswerHandler(HttpMessageInvoker inner) : HttpMessageHandler
{
    private const string OfCalls = "application/grpc";

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await inner.SendAsync(request, cancellationToken).ConfigureAwait(false);
        var form = response.Content.Headers.ContentType?.MediaType;
        if (response.StatusCode == HttpStatusCode.OK && form?.StartsWith(OfCalls, StringComparison.OrdinalIgnoreCase) == true)
        {
            return response;
        }

        var status = (int)response.StatusCode;
        response.Dispose();
        throw new ForeignAnswerException(string.Create(CultureInfo.InvariantCulture, $"HTTP {status}, which is no answer of gRPC"));
    }
}
