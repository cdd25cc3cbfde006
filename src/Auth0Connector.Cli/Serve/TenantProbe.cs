using Auth0Connector.ManagementApi;
using Auth0Connector.ManagementApi.Failures;
using Auth0Connector.ManagementApi.Options;
using Auth0Connector.Service.Health;
using Microsoft.Extensions.Logging;

namespace Auth0Connector.Cli.Serve;

/// <summary>Asks the tenant for a token and one page of roles, for the health endpoint: with less patience than work has.</summary>
internal sealed class TenantProbe : IDisposable
{
    private readonly ManagementApiClient _client;
    private readonly KeptCheck _check;

    public TenantProbe(ManagementApiOptions api, ILoggerFactory loggers, TimeProvider clock)
    {
        _client = new ManagementApiClient(api with { MaxAttempts = 2, AttemptsBeforeContact = 2 }, loggers, clock);
        _check = new KeptCheck(_client.PeekRolesAsync, Describe, clock);
    }

    /// <summary>What is wrong; <see langword="null"/> where all is well.</summary>
    public Task<string?> AskAsync(CancellationToken cancellationToken) => _check.AskAsync(cancellationToken);

    public void Dispose()
    {
        _check.Dispose();
        _client.Dispose();
    }

    // A message of the tenant's client may be shown; another may hold anything.
    private static string Describe(Exception failure) => failure is ManagementApiException ? failure.Message : failure.GetType().Name;
}
