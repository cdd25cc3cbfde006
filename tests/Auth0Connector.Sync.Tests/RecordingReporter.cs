using System.Collections.Concurrent;
using Auth0Connector.Sync.Reporting;

namespace Auth0Connector.Sync.Tests;

/// <summary>Keeps what a sync reported.</summary>
public sealed class RecordingReporter : ISyncReporter
{
    public ConcurrentQueue<SyncSkip> Skips { get; } = [];

    public ConcurrentQueue<string> Steps { get; } = [];

    public ConcurrentDictionary<string, SyncProgress> Last { get; } = [];

    public void Started(string syncId, bool resumed) => Steps.Enqueue(resumed ? "resumed" : "started");

    public void Progressed(SyncProgress progress) => Last[progress.ResourceType] = progress;

    public void Skipped(SyncSkip skip) => Skips.Enqueue(skip);

    public ConcurrentQueue<string> Announcements { get; } = [];

    public void Announced(string message) => Announcements.Enqueue(message);

    public void Finishing(string step) => Steps.Enqueue(step);
}
