using Auth0Connector.ManagementApi.Http;
using Auth0Connector.Sync.Reporting;

namespace Auth0Connector.Cli.Jobs;

/// <summary>What is known of a run so far, filled while it goes on: after a failure there is what there was by then.</summary>
internal sealed class RunFacts(string tenant, string path, DateTimeOffset startedAt)
{
    /// <summary>The tenant's host.</summary>
    public string Tenant { get; } = tenant;

    /// <summary>The access file to leave.</summary>
    public string Path { get; } = path;

    /// <summary>When this process began to work on it.</summary>
    public DateTimeOffset StartedAt { get; } = startedAt;

    /// <summary>What the tenant was asked; absent before there was a client.</summary>
    public RequestCounts? Asked { get; set; }

    /// <summary>What the sync left; absent unless the file is in its place.</summary>
    public SyncSummary? Summary { get; set; }

    /// <summary>All requests, those of earlier processes of a finished run included.</summary>
    public long? Requests => Summary?.Requests ?? Asked?.Requests;

    /// <summary>Requests that repeated a failed one.</summary>
    public long? Retries => Summary?.Retries ?? Asked?.Retries;

    /// <summary>Answers that refused as too fast.</summary>
    public long? Refusals => Summary?.Refusals ?? Asked?.Refusals;
}
