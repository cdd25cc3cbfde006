namespace Auth0Connector.Service.Cloud;

/// <summary>Puts our name on every request; the libraries below would put theirs.</summary>
internal sealed class UserAgentHandler(string userAgent, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private const string Header = "User-Agent";

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.Remove(Header);
        request.Headers.TryAddWithoutValidation(Header, userAgent);
        return base.SendAsync(request, cancellationToken);
    }
}
