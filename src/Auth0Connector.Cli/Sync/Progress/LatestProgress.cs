using System.Collections.Concurrent;
using Auth0Connector.Sync.Reporting;
using Microsoft.Extensions.Logging;

namespace Auth0Connector.Cli.Sync.Progress;

/// <summary>Keeps the latest state of each resource type, for displays that look at their own pace.</summary>
internal sealed class LatestProgress(ILogger log, LogLevel milestones, TimeProvider clock) : ISyncReporter
{
    private readonly ConcurrentDictionary<string, TypeProgress> _types = new(StringComparer.Ordinal);
    private volatile string? _finishing;

    /// <summary>The step of finishing the file, once reading is over.</summary>
    public string? FinishingStep => _finishing;

    /// <summary>The types in the order in which they were met.</summary>
    public IReadOnlyList<TypeProgress> Types => [.. _types.Values.OrderBy(type => type.FirstSeen)];

    /// <inheritdoc />
    public void Started(string syncId, bool resumed)
    {
        if (resumed)
        {
            ProgressLog.Resumed(log, milestones, syncId);
        }
        else
        {
            ProgressLog.Started(log, milestones, syncId);
        }
    }

    /// <inheritdoc />
    public void Progressed(SyncProgress progress) =>
        _types.AddOrUpdate(
            progress.ResourceType,
            (_, latest) => new TypeProgress(latest, latest, clock.GetTimestamp()),
            (_, known, latest) => known with { Latest = latest },
            progress);

    /// <inheritdoc />
    public void Skipped(SyncSkip skip) => ProgressLog.Skipped(log, skip.What, skip.Why, skip.Remedy);

    /// <inheritdoc />
    public void Announced(string message) => ProgressLog.Announced(log, message);

    /// <inheritdoc />
    public void Finishing(string step)
    {
        _finishing = step;
        ProgressLog.Finishing(log, milestones, step);
    }

    /// <summary>How far every type has come, on one line.</summary>
    public string Describe()
    {
        var types = Types;
        return types.Count == 0
            ? "nothing was read yet"
            : "read " + string.Join(", ", types.Select(type => type.Describe()));
    }
}
