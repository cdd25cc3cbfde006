namespace Auth0Connector.Sync.Reporting;

/// <summary>Hears how a sync goes on. Called from several threads; must be quick and must not throw.</summary>
public interface ISyncReporter
{
    /// <summary>The sync begins (or goes on, if <paramref name="resumed"/>).</summary>
    void Started(string syncId, bool resumed);

    /// <summary>Counts have moved; called often, so draw at your own pace.</summary>
    void Progressed(SyncProgress progress);

    /// <summary>Something asked for is left out, with the reason and the remedy.</summary>
    void Skipped(SyncSkip skip);

    /// <summary>Something worth knowing before it happens, such as what it will cost.</summary>
    void Announced(string message);

    /// <summary>Reading is over; the file is being finished: <c>indexing</c>, <c>verifying</c>, <c>expanding</c>, <c>compressing</c>.</summary>
    void Finishing(string step);
}
