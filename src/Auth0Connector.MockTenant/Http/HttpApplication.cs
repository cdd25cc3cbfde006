using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Auth0Connector.MockTenant.Http;

/// <summary>What Kestrel calls for every request.</summary>
internal sealed class HttpApplication(TenantApi api) : IHttpApplication<HttpContext>
{
    public HttpContext CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures);

    public Task ProcessRequestAsync(HttpContext context) => api.HandleAsync(context);

    public void DisposeContext(HttpContext context, Exception? exception)
    {
        // Nothing was rented for the context.
    }
}
