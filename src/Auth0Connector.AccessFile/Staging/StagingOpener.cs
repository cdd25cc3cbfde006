using Auth0Connector.AccessFile.Format;
using Auth0Connector.AccessFile.Reading;
using Microsoft.Data.Sqlite;

namespace Auth0Connector.AccessFile.Staging;

/// <summary>Finds the run that goes on, or begins one.</summary>
internal sealed record StagingOpener(string TargetPath, StagingIdentity Identity, StagingOptions Options, TimeProvider Clock)
{
    private string Partial => StagingFile.PartialOf(TargetPath);

    /// <summary>The connection, its run, whether it goes on, and if an earlier one does not, why.</summary>
    public (SqliteConnection Connection, StagingRun Run, bool Resumed, string? StartedOver) Open(CancellationToken cancellationToken)
    {
        string? why = null;
        if (File.Exists(Partial))
        {
            var (connection, run) = Look();
            why = ResumeDecision.WhyNot(run, Identity, Options, Clock.GetUtcNow());
            if (connection is not null && why is null && !IsPublished(run!, cancellationToken))
            {
                return (connection, run!, true, null);
            }

            connection?.Dispose();
        }

        var begun = new StagingRun(Identity, Ksuid.New(Clock).ToString(), Clock.GetUtcNow());
        return (StagingDatabase.Create(Partial, begun), begun, false, why);
    }

    private (SqliteConnection? Connection, StagingRun? Run) Look()
    {
        SqliteConnection? connection = null;
        try
        {
            connection = StagingDatabase.Open(Partial);
            return (connection, StagingRun.FromFacts(StagingFacts.ReadAll(connection)) ?? FinishNote.Read(Partial, connection));
        }
        catch (SqliteException)
        {
            // Whatever it is, it is no run of ours any more.
            connection?.Dispose();
            return (null, null);
        }
    }

    // Killed after the rename and before the working file was removed: nothing is left to be done for that run.
    private bool IsPublished(StagingRun run, CancellationToken cancellationToken)
    {
        if (run.Outcome is null || FormerFile.Signature(TargetPath).Length == 0)
        {
            return false;
        }

        var options = new AccessFileReaderOptions { Limits = Options.Limits, TemporaryFolder = System.IO.Path.GetDirectoryName(TargetPath) };
        using var reader = AccessFileReader.Open(TargetPath, options, cancellationToken);
        return reader.FindSync(run.SyncId) is not null;
    }
}
