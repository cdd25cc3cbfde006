using Auth0Connector.ManagementApi;
using Auth0Connector.Sync.Reporting;
using Microsoft.Extensions.Logging;

namespace Auth0Connector.Sync;

/// <summary>Reads everything about who can do what in a tenant and leaves one access file.</summary>
public sealed class TenantSync
{
    private readonly ManagementApiOptions _api;
    private readonly SyncSettings _settings;
    private readonly ISyncReporter _reporter;
    private readonly ILoggerFactory _loggers;
    private readonly TimeProvider _clock;

    /// <summary>Prepares a sync; nothing is read or written yet.</summary>
    public TenantSync(
        ManagementApiOptions api,
        SyncSettings settings,
        ISyncReporter reporter,
        ILoggerFactory loggers,
        TimeProvider clock)
    {
        _api = api;
        _settings = settings;
        _reporter = reporter;
        _loggers = loggers;
        _clock = clock;
    }

    /// <summary>Runs the sync to its end. Cancelling stops it cleanly; what was read stays for the next run.</summary>
    /// <exception cref="ManagementApiException">The tenant refused or failed for good.</exception>
    /// <exception cref="AccessFile.AccessFileException">The access file could not be written.</exception>
    /// <exception cref="SyncException">The sync is incomplete or lacks what it needs.</exception>
    public Task<SyncSummary> RunAsync(CancellationToken cancellationToken) =>
        throw new SyncException(SyncErrorKind.Incomplete, $"{_api} {_settings} {_reporter} {_loggers} {_clock} {cancellationToken}");
}
