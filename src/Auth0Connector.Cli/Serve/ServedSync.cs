using Auth0Connector.AccessFile.Failures;
using Auth0Connector.Cli.Sync.Progress;
using Auth0Connector.ManagementApi;
using Auth0Connector.ManagementApi.Failures;
using Auth0Connector.ManagementApi.Options;
using Auth0Connector.Sync;
using Auth0Connector.Sync.Reporting;
using Auth0Connector.Sync.Settings;
using Microsoft.Extensions.Logging;

namespace Auth0Connector.Cli.Serve;

/// <summary>Runs a sync that a task asks for, told in the log as one that runs by itself.</summary>
internal sealed class ServedSync(ManagementApiOptions api, ManagementApiClient client, TimeProvider clock)
{
    /// <summary>Reads the tenant into the target.</summary>
    /// <exception cref="ManagementApiException">The tenant refused or failed for good.</exception>
    /// <exception cref="AccessFileException">The working file cannot be written.</exception>
    /// <exception cref="SyncException">What was read is not proven whole, or a scope is missing.</exception>
    public Task<SyncSummary> ReadAsync(SyncSettings settings, ILoggerFactory loggers, CancellationToken cancellationToken)
    {
        var log = loggers.CreateLogger("sync");
        var board = new LatestProgress(log, LogLevel.Information, clock);
        var sync = new TenantSync(api, settings, board, loggers, clock, client);
        return LoggedProgress.ShowWhileAsync(() => sync.RunAsync(cancellationToken), board, log, clock);
    }
}
