using Auth0Connector.AccessFile.Expansion;
using Auth0Connector.AccessFile.Schema;
using Auth0Connector.AccessFile.Staging;

namespace Auth0Connector.Testing.Samples;

/// <summary>An access file with one whole sync, made without any tenant.</summary>
public static class SampleFile
{
    /// <summary>Writes it as a sync would, and gives its path.</summary>
    public static string Write(string path, IEnumerable<StagedBatch> batches, bool isExpanded = false)
    {
        using var staging = StagingFile.Open(path, new StagingIdentity("test", "{}"), new StagingOptions { KeepSyncs = 1 }, TimeProvider.System, CancellationToken.None);
        foreach (var batch in batches)
        {
            staging.Commit([batch]);
        }

        staging.BuildIndexes(CancellationToken.None);
        if (isExpanded)
        {
            staging.Expand(new ExpansionOptions { TimeProvider = TimeProvider.System }, CancellationToken.None);
        }

        staging.End(SyncTypes.Full, "", CancellationToken.None);
        staging.Publish(CancellationToken.None);
        return path;
    }
}
