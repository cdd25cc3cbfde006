using Auth0Connector.AccessFile.Staging;

namespace Auth0Connector.Sync.Engine;

/// <summary>Counts the commits that made tasks known, so that the list is read again only when there is something new in it.</summary>
internal sealed class TaskNews
{
    private long _version;

    public long Version => Interlocked.Read(ref _version);

    /// <summary>Looks at what was committed; true where it made tasks known.</summary>
    public bool Committed(IReadOnlyList<StagedBatch> batches)
    {
        if (!batches.Any(static batch => batch.Tasks.Count > 0))
        {
            return false;
        }

        Interlocked.Increment(ref _version);
        return true;
    }
}
