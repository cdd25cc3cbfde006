using Auth0Connector.ManagementApi;
using Auth0Connector.ManagementApi.Failures;
using Auth0Connector.Service.Tasks.Changes;
using Microsoft.Extensions.Logging;

namespace Auth0Connector.Cli.Serve;

/// <summary>Says at the start which changes ConductorOne cannot have made, since the application lacks scopes.</summary>
internal static partial class ScopeNotes
{
    /// <summary>Asks for a token and compares; a tenant that is down is told of elsewhere.</summary>
    public static async Task TellAsync(ManagementApiClient client, ILogger log, CancellationToken cancellationToken)
    {
        try
        {
            if (await client.AuthenticateAsync(cancellationToken) is not { } held)
            {
                return;
            }

            var missing = ChangeTasks.Needs
                .Select(need => (need.What, Scopes: string.Join(", ", need.Missing(held))))
                .Where(static need => need.Scopes.Length > 0)
                .Distinct()
                .ToList();
            if (missing.Count > 0)
            {
                Lacking(log, string.Join("; ", missing.Select(static need => $"{need.Scopes} for {need.What}")));
            }
        }
        catch (ManagementApiException failure)
        {
            NotChecked(log, failure.Message);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The service stops before anybody answered.
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "--provisioning is on, but the application lacks scopes for some changes, whose tasks will fail: {Scopes}")]
    private static partial void Lacking(ILogger log, string scopes);

    [LoggerMessage(2, LogLevel.Warning, "which scopes the application has for changes could not be checked: {Reason}")]
    private static partial void NotChecked(ILogger log, string reason);
}
