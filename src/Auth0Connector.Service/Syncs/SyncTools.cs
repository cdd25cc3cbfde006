using Auth0Connector.Service.Tasks;
using Auth0Connector.Sync.Reporting;
using Auth0Connector.Sync.Settings;
using Microsoft.Extensions.Logging;

namespace Auth0Connector.Service.Syncs;

/// <summary>What the tasks of syncs are made of.</summary>
public sealed record SyncTools
{
    /// <summary>Where they work.</summary>
    public required SyncFolder Folder { get; init; }

    /// <summary>What a sync reads where its task does not say; its target is each task's own.</summary>
    public required SyncSettings Settings { get; init; }

    /// <summary>From where and as whom is read: tenant, audience and client, without secrets.</summary>
    public required string Source { get; init; }

    /// <summary>Reads the tenant into the target of the settings.</summary>
    public required Func<SyncSettings, ILoggerFactory, CancellationToken, Task<SyncSummary>> Read { get; init; }

    /// <summary>Sends a file (second) as an asset of a task (first).</summary>
    public required Func<string, string, CancellationToken, Task> Upload { get; init; }

    /// <summary>What a failure of the tenant means for a task.</summary>
    public required Func<Exception, TaskOutcome> Failures { get; init; }

    /// <summary>The log of the service.</summary>
    public required ILoggerFactory Loggers { get; init; }

    /// <summary>The clock.</summary>
    public required TimeProvider Clock { get; init; }

    /// <summary>Opens a log that goes where the service's goes, and whole into a file as well; <see langword="null"/> where none is kept.</summary>
    public Func<Stream, ITaskLog>? OpenDebugLog { get; init; }

    /// <summary>Whether full syncs are refused (<c>--skip-full-sync</c>).</summary>
    public bool RefusesFull { get; init; }
}
