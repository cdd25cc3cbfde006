using Auth0Connector.ManagementApi.Http;

namespace Auth0Connector.ManagementApi;

/// <summary>Asks a connector's health endpoint on this machine, as the ecosystem's <c>health-check</c> does.</summary>
public static class HealthProbe
{
    /// <summary>Whether the endpoint answers 200 in time.</summary>
    public static async Task<bool> IsHealthyAsync(Uri address, TimeSpan timeout, TimeProvider clock, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(timeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        using var http = TenantHttpClient.CreatePlain();
        try
        {
            using var response = await http.GetAsync(address, either.Token);
            return response.StatusCode == System.Net.HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }
}
